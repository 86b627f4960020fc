package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A table of the engine that takes rows aside, of one table of a file or of many alike. Rows reach
 * the engine when somebody asks for them: to hand over a few at a time costs as much as many.
 */
final class Gathering implements AutoCloseable {

  private final String name;
  private final RowAppender appender;

  Gathering(Database database, Connection connection, String name, String definition)
      throws SQLException {
    this.name = name;
    new Sql(connection)
        .run("create temp table " + name + " (" + database.definition(definition) + ")");
    this.appender = database.appenderAside(connection, name);
  }

  RowAppender appender() {
    return appender;
  }

  /** The name to be used in a statement: the rows are there. */
  String filled() throws SQLException {
    appender.flush();
    return name;
  }

  @Override
  public void close() throws SQLException {
    appender.close();
  }
}

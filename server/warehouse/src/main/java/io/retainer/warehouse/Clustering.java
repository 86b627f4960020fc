package io.retainer.warehouse;

import io.retainer.spi.Dataset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rows of a client together, day after day. Imports of many clients lie among each other
 * as they came; since the engine passes over blocks of rows by their first and last values, a
 * client's report would read nearly everything. So a table is written anew, in order, whenever it
 * has grown by half: each row is written three times in the long run.
 */
final class Clustering {

  private static final Logger LOG = LoggerFactory.getLogger(Clustering.class);

  /** Below this, reading everything is quick. */
  static final long SMALLEST = 1_000_000;

  private final Connection connection;
  private final Sql sql;
  private final long smallest;

  Clustering(Connection connection, long smallest) {
    this.connection = connection;
    this.sql = new Sql(connection);
    this.smallest = smallest;
  }

  /** In a transaction for each table; one that fails leaves it as it was. */
  void of(Collection<Dataset> datasets) {
    for (Dataset dataset : datasets) {
      try {
        if (isWorthIt(dataset)) {
          write(dataset);
        }
        connection.commit();
      } catch (SQLException e) {
        LOG.warn("{} stays in the order of its imports", FactTable.name(dataset), e);
        rollback();
      }
    }
  }

  private boolean isWorthIt(Dataset dataset) throws SQLException {
    long rows = sql.number("select count(*) from " + FactTable.name(dataset));
    if (rows < smallest) {
      return false;
    }
    long ordered =
        sql.number(
            "select coalesce(max(row_count), 0) from clustered where dataset = '"
                + dataset.name()
                + "'");
    long clients =
        sql.number(
            "select count(distinct client) from series where dataset = '" + dataset.name() + "'");
    return clients > 1 && rows >= ordered + ordered / 2;
  }

  private void write(Dataset dataset) throws SQLException {
    String table = FactTable.name(dataset);
    sql.run("create table clustering as select * from " + table + " order by client, period_start");
    sql.run("drop table " + table);
    sql.run("alter table clustering rename to " + table);
    sql.run("delete from clustered where dataset = ?", dataset.name());
    sql.run("insert into clustered select ?, count(*) from " + table, dataset.name());
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.warn("Nothing was to be rolled back", e);
    }
  }
}

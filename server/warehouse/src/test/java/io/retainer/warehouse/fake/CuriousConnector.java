package io.retainer.warehouse.fake;

import io.retainer.spi.ConnectorDescription;
import java.util.stream.Stream;

/** Tells which classes it can see. */
public final class CuriousConnector extends LinesConnector {

  @Override
  public ConnectorDescription describe() {
    String seen =
        Stream.of(
                "java.sql.Connection",
                "org.duckdb.DuckDBDriver",
                "org.jooq.DSLContext",
                "io.retainer.warehouse.Warehouse",
                "io.retainer.spi.Connector")
            .filter(CuriousConnector::sees)
            .toList()
            .toString();
    return ConnectorDescription.of("curious", "Curious").about(seen).build();
  }

  private static boolean sees(String name) {
    try {
      return Class.forName(name) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

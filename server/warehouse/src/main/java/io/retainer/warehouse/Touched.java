package io.retainer.warehouse;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Grain;
import java.sql.SQLException;
import java.util.List;

/** A series whose rows an import or its undoing changes. */
record Touched(long series, String client, String dataset, Grain grain, boolean keyed) {

  /**
   * @param condition on {@code s}, a series
   */
  static List<Touched> of(Sql sql, String condition, Object... values) throws SQLException {
    return sql.list(
        row ->
            new Touched(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Grain.valueOf(row.getString(4)),
                row.getBoolean(5)),
        "select id, client, dataset, grain, keyed from series s where "
            + condition
            + " order by id",
        values);
  }

  /** The table that its rows lie in. */
  String facts() {
    return FactTable.name(vocabulary());
  }

  Dataset vocabulary() {
    return Datasets.named(dataset);
  }

  /** The column by which rows replace each other, between quotes. */
  String key() {
    return FactTable.quoted(vocabulary().key().get(0));
  }
}

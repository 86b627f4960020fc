package io.retainer.warehouse;

import io.retainer.model.imports.Restatement;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What imports changed of what was there, kept and found again. */
final class Restatements {

  private final Sql sql;
  private final long batch;

  Restatements(Sql sql, long batch) {
    this.sql = sql;
    this.batch = batch;
  }

  void keep(List<Restatement> restatements) throws SQLException {
    for (int i = 0; i < restatements.size(); i++) {
      Restatement each = restatements.get(i);
      sql.insert(
          "restatements",
          batch,
          i,
          each.table(),
          each.dataset(),
          each.added(),
          each.changed(),
          each.removed(),
          each.unchanged());
      for (Restatement.Period period : each.periods()) {
        keep(i, period);
      }
    }
  }

  private void keep(int ordinal, Restatement.Period period) throws SQLException {
    sql.insert(
        "restated_periods",
        batch,
        ordinal,
        period.days().start(),
        period.days().end(),
        period.added(),
        period.changed(),
        period.removed());
    for (int i = 0; i < period.amounts().size(); i++) {
      Restatement.Amount amount = period.amounts().get(i);
      sql.insert(
          "restated_amounts",
          batch,
          ordinal,
          i,
          period.days().start(),
          period.days().end(),
          amount.measure(),
          amount.currency().orElse(null),
          amount.before().map(BigDecimal::toPlainString).orElse(null),
          amount.after().map(BigDecimal::toPlainString).orElse(null));
    }
  }

  private record Place(long batch, int ordinal) {

    static Place of(ResultSet row) throws SQLException {
      return new Place(row.getLong(1), row.getInt(2));
    }
  }

  private record Days(Place place, DateSpan days) {

    static Days of(ResultSet row) throws SQLException {
      return new Days(Place.of(row), Catalogue.span(row, 3).orElseThrow());
    }
  }

  /**
   * What batches changed, by their numbers. As many statements for all of them as for one.
   *
   * @param batches a query for their numbers
   */
  static Map<Long, List<Restatement>> found(Sql sql, String batches, Object... values)
      throws SQLException {
    Map<Place, List<Restatement.Period>> periods = periods(sql, batches, values);
    return sql.lists(
        row -> row.getLong(1),
        row ->
            new Restatement(
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                periods.getOrDefault(Place.of(row), List.of())),
        """
        select batch, ordinal, title, dataset, added, changed, removed, unchanged
        from restatements where batch in (%s) order by batch, ordinal
        """
            .formatted(batches),
        values);
  }

  private static Map<Place, List<Restatement.Period>> periods(
      Sql sql, String batches, Object... values) throws SQLException {
    Map<Days, List<Restatement.Amount>> amounts =
        sql.lists(
            Days::of,
            Restatements::amount,
            """
            select batch, ordinal, period_start, period_end, measure, currency, sum_before,
              sum_after
            from restated_amounts where batch in (%s) order by place
            """
                .formatted(batches),
            values);
    return sql.lists(
        Place::of,
        row ->
            new Restatement.Period(
                Catalogue.span(row, 3).orElseThrow(),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                amounts.getOrDefault(Days.of(row), List.of())),
        """
        select batch, ordinal, period_start, period_end, added, changed, removed
        from restated_periods where batch in (%s) order by 1, 2, 3, 4
        """
            .formatted(batches),
        values);
  }

  private static Restatement.Amount amount(ResultSet row) throws SQLException {
    return new Restatement.Amount(
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)).map(BigDecimal::new),
        Optional.ofNullable(row.getString(8)).map(BigDecimal::new));
  }
}

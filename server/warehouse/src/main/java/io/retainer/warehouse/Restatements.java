package io.retainer.warehouse;

import io.retainer.model.imports.Restatement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

  List<Restatement> found() throws SQLException {
    List<Restatement> bare =
        sql.list(
            row ->
                new Restatement(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    List.of()),
            """
            select title, dataset, added, changed, removed, unchanged
            from restatements where batch = ? order by ordinal
            """,
            batch);
    List<Restatement> found = new ArrayList<>();
    for (int i = 0; i < bare.size(); i++) {
      Restatement each = bare.get(i);
      found.add(
          new Restatement(
              each.table(),
              each.dataset(),
              each.added(),
              each.changed(),
              each.removed(),
              each.unchanged(),
              periods(i)));
    }
    return found;
  }

  private List<Restatement.Period> periods(int ordinal) throws SQLException {
    List<Restatement.Period> found = new ArrayList<>();
    for (Restatement.Period each :
        sql.list(
            row ->
                new Restatement.Period(
                    Catalogue.span(row, 1).orElseThrow(),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    List.of()),
            """
            select period_start, period_end, added, changed, removed
            from restated_periods where batch = ? and ordinal = ? order by all
            """,
            batch,
            ordinal)) {
      List<Restatement.Amount> amounts =
          sql.list(
              Restatements::amount,
              """
              select measure, currency, sum_before, sum_after from restated_amounts
              where batch = ? and ordinal = ? and period_start = ? and period_end = ?
              order by place
              """,
              batch,
              ordinal,
              each.days().start(),
              each.days().end());
      found.add(
          new Restatement.Period(
              each.days(), each.added(), each.changed(), each.removed(), amounts));
    }
    return found;
  }

  private static Restatement.Amount amount(ResultSet row) throws SQLException {
    return new Restatement.Amount(
        row.getString(1),
        Optional.ofNullable(row.getString(2)),
        Optional.ofNullable(row.getString(3)).map(BigDecimal::new),
        Optional.ofNullable(row.getString(4)).map(BigDecimal::new));
  }
}

package io.retainer.warehouse;

import io.retainer.model.imports.Restatement;
import io.retainer.spi.Column;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Unit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The periods in which rows differ from those they replace; months when there are many. */
final class RestatedPeriods {

  private static final int MOST = 31;

  private final List<Restating.Counts> differing;
  private final Function<DateSpan, DateSpan> shown;

  RestatedPeriods(List<Restating.Counts> differing) {
    this.differing = differing;
    this.shown = differing.size() > MOST ? RestatedPeriods::month : Function.identity();
  }

  /**
   * Sums of measures on one side.
   *
   * @param sums as many as there are measures; null for one without a value
   */
  record Side(DateSpan days, String currency, boolean isNew, List<BigDecimal> sums) {

    static Side of(ResultSet row, int measures) throws SQLException {
      List<BigDecimal> sums = new ArrayList<>();
      for (int i = 0; i < measures; i++) {
        String sum = row.getString(5 + i);
        sums.add(sum == null ? null : new BigDecimal(sum));
      }
      return new Side(
          Catalogue.span(row, 1).orElseThrow(), row.getString(3), row.getBoolean(4), sums);
    }
  }

  private static DateSpan month(DateSpan days) {
    LocalDate first = days.start().withDayOfMonth(1);
    return new DateSpan(first, first.plusMonths(1));
  }

  List<Restatement.Period> with(List<Column> measures, List<Side> sides) {
    Map<DateSpan, Restating.Counts> counts = new TreeMap<>();
    for (Restating.Counts each : differing) {
      DateSpan days = shown.apply(each.days());
      counts.merge(
          days,
          new Restating.Counts(days, each.added(), each.changed(), each.removed(), 0),
          RestatedPeriods::added);
    }
    List<Restatement.Period> periods = new ArrayList<>();
    counts.forEach(
        (days, count) ->
            periods.add(
                new Restatement.Period(
                    days,
                    count.added(),
                    count.changed(),
                    count.removed(),
                    amounts(days, measures, sides))));
    return periods;
  }

  private static Restating.Counts added(Restating.Counts one, Restating.Counts other) {
    return new Restating.Counts(
        one.days(),
        one.added() + other.added(),
        one.changed() + other.changed(),
        one.removed() + other.removed(),
        0);
  }

  private List<Restatement.Amount> amounts(DateSpan days, List<Column> measures, List<Side> sides) {
    List<Side> here = sides.stream().filter(s -> shown.apply(s.days()).equals(days)).toList();
    List<Restatement.Amount> amounts = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      boolean isMoney = measures.get(i).unit() == Unit.MONEY;
      Map<String, List<Side>> byCurrency = new TreeMap<>();
      for (Side side : here) {
        String currency = isMoney && side.currency() != null ? side.currency() : "";
        byCurrency.computeIfAbsent(currency, any -> new ArrayList<>()).add(side);
      }
      for (Map.Entry<String, List<Side>> each : byCurrency.entrySet()) {
        Optional<BigDecimal> before = sum(each.getValue(), i, false);
        Optional<BigDecimal> after = sum(each.getValue(), i, true);
        if (!before.equals(after)) {
          amounts.add(
              new Restatement.Amount(
                  measures.get(i).name(),
                  Optional.of(each.getKey()).filter(code -> !code.isEmpty()),
                  before,
                  after));
        }
      }
    }
    return amounts;
  }

  private static Optional<BigDecimal> sum(List<Side> sides, int measure, boolean isNew) {
    return sides.stream()
        .filter(side -> side.isNew() == isNew && side.sums().get(measure) != null)
        .map(side -> side.sums().get(measure))
        .reduce(BigDecimal::add)
        .map(sum -> sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros())
        .map(sum -> sum.scale() < 0 ? sum.setScale(0) : sum);
  }
}

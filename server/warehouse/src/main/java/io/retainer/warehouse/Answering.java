package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedMoney;
import io.retainer.model.fact.TooManyGroups;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Select;

/** Answers one query by statements of its own. */
final class Answering {

  private static final List<Field<String>> CURRENCIES =
      List.of(Names.CURRENCY, Names.TOLD_CURRENCY);

  private final Engine engine;
  private final Asked asked;
  private final Found found = new Found();

  private Answering(Engine engine, Asked asked) {
    this.engine = engine;
    this.asked = asked;
  }

  static Found alone(Engine engine, Asked asked) throws SQLException {
    Answering answering = new Answering(engine, asked);
    if (asked.isAnswerable()) {
      answering.ask();
    }
    return answering.found;
  }

  private void ask() throws SQLException {
    FactRows rows = new FactRows(asked);
    FactStatement statement = new FactStatement(asked.query(), rows);
    List<Measure> measures = asked.query().measures();
    List<Measure> plain = measures.stream().filter(each -> !isOfOtherRows(each)).toList();
    if (!plain.isEmpty()) {
      run(statement.measures(plain), plain);
      if (asked.hasCurrencies()) {
        currencies(statement.currencies(plain), plain);
      }
    }
    for (Measure measure : measures) {
      if (measure.aggregation() instanceof Aggregation.Undecided undecided) {
        undecided(measure.name(), undecided);
      } else if (measure.aggregation() instanceof Aggregation.AbsentProfiles absent) {
        run(new AbsenceStatement(asked.query(), rows, absent).select(), List.of(measure));
      } else if (isHistory(measure)) {
        boolean earlier =
            measure.aggregation() instanceof Aggregation.ExistingKeys
                || measure.aggregation() instanceof Aggregation.RetainedKeys;
        run(
            earlier
                ? statement.earlierKeys(measure)
                : new LookBackStatement(asked.query(), rows).of(measure.aggregation()),
            List.of(measure));
        if (asked.hasCurrencies() && new NamedMoney(asked.query()).chooses(measure.aggregation())) {
          currencies(
              new LookBackStatement(asked.query(), rows).currencies(measure.aggregation()),
              List.of(measure));
        }
      }
    }
  }

  /** Their amounts are in no number, so their currencies do not matter. */
  private void undecided(String name, Aggregation.Undecided undecided) throws SQLException {
    Measure counted = new Measure(name, new Aggregation.Sum(undecided.lack(), undecided.where()));
    Asked of = asked.undecided(List.of(counted));
    FactRows rows = FactRows.undecided(of);
    run(
        undecided.ever()
            ? new LookBackStatement(of.query(), rows).undecided(undecided)
            : new FactStatement(of.query(), rows).measures(List.of(counted)),
        List.of(counted));
  }

  private void currencies(Select<?> select, List<Measure> measures) throws SQLException {
    Set<String> columns = new HashSet<>();
    engine.each(
        select,
        row -> {
          if (columns.isEmpty()) {
            columns.addAll(labels(row));
          }
          for (int i = 0; i < measures.size(); i++) {
            if (!columns.contains(Names.used(i)) || row.getInt(Names.used(i)) > 0) {
              currencies(row, columns, place(row), measures.get(i));
            }
          }
        });
  }

  /** Those that a row of an answer is about, if it says so. */
  private void currencies(ResultSet row, Set<String> columns, Place place, Measure measure)
      throws SQLException {
    for (Field<String> currency : CURRENCIES) {
      if (columns.contains(currency.getName())) {
        found.currency(place, measure.name(), row.getString(currency.getName()));
      }
    }
  }

  /** Whether it is about other rows than those that count in the periods. */
  static boolean isOfOtherRows(Measure measure) {
    return isHistory(measure) || isOfRowsBeside(measure);
  }

  /** Whether it counts what the numbers asked with it lack, by a statement of its own. */
  static boolean isOfRowsBeside(Measure measure) {
    return measure.aggregation() instanceof Aggregation.Undecided
        || measure.aggregation() instanceof Aggregation.AbsentProfiles;
  }

  static boolean isHistory(Measure measure) {
    return measure.aggregation().looksBack();
  }

  private void run(Select<?> select, List<Measure> measures) throws SQLException {
    Set<String> columns = new HashSet<>();
    int[] read = {0};
    engine.each(
        select,
        row -> {
          if (columns.isEmpty()) {
            columns.addAll(labels(row));
          }
          Place place = place(row);
          Map<String, BigDecimal> values = found.at(place);
          for (int i = 0; i < measures.size(); i++) {
            currencies(row, columns, place, measures.get(i));
            String name = measures.get(i).name();
            value(row, i, columns).ifPresent(value -> values.merge(name, value, BigDecimal::add));
            if (columns.contains(Names.refused(i)) && row.getInt(Names.refused(i)) > 0) {
              found.refuse(place.period(), asked.need().distinct());
            }
          }
          if (++read[0] > FactStatement.MOST_CELLS) {
            throw new TooManyGroups(FactStatement.MOST_CELLS, asked.query().by());
          }
        });
  }

  private static Optional<BigDecimal> value(ResultSet row, int index, Set<String> columns)
      throws SQLException {
    BigDecimal value = number(row.getObject(Names.measure(index)));
    if (value == null || !columns.contains(Names.divisor(index))) {
      return Optional.ofNullable(value);
    }
    BigDecimal divisor = number(row.getObject(Names.divisor(index)));
    return divisor == null || divisor.signum() == 0
        ? Optional.empty()
        : Optional.of(value.divide(divisor, MathContext.DECIMAL128));
  }

  private Place place(ResultSet row) throws SQLException {
    List<String> group = new ArrayList<>();
    for (int i = 0; i < asked.query().by().size(); i++) {
      group.add(row.getString(i + 3));
    }
    return new Place(row.getInt(1), row.getObject(2, LocalDate.class), group);
  }

  private static Set<String> labels(ResultSet row) throws SQLException {
    Set<String> labels = new HashSet<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      labels.add(row.getMetaData().getColumnLabel(i));
    }
    return labels;
  }

  static BigDecimal number(Object value) {
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof Long || value instanceof Integer) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    throw new IllegalStateException(
        "The engine answered with " + value.getClass() + ", which may not be exact");
  }
}

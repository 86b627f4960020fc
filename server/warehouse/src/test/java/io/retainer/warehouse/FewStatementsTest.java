package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAsk;
import io.retainer.model.fact.TableQuery;
import io.retainer.spi.Datasets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be missing or mixed costs a statement where it is so, and none elsewhere. */
class FewStatementsTest {

  private static final RowValue TOTAL = new RowValue.ColumnValue("total");
  private static final String ORDERS =
      "table orders columns=order_id,customer_key,currency,total grain=EVENT"
          + " period=2026-09-01..2026-10-31";
  private static final Conversion.Choice NONE = Conversion.Choice.NONE;
  private static final String IN_EUROS = "2026-10-01|o1|ann|EUR|5";
  private static final String IN_DOLLARS = "2026-10-02|o2|ben|USD|7";
  private static final TableQuery SCORES =
      new TableQuery(
          ACME.id(),
          Datasets.ORDERS,
          Optional.empty(),
          Optional.empty(),
          new TableAsk.Scores("customer_key", TOTAL, 365, TableAsk.Ties.COUNT_BELOW),
          OCTOBER);

  @TempDir Path folder;

  /** Asks something of an engine. */
  private interface Asking {
    void of(Engine engine) throws SQLException;
  }

  private int statements(Asking asking) throws SQLException {
    return texts(asking).size();
  }

  private List<String> texts(Asking asking) throws SQLException {
    List<Select<?>> asked = new ArrayList<>();
    try (Database database = TestFacts.database(folder);
        Connection connection = database.reading()) {
      asking.of(new Engine(connection, database.dialect(), asked::add));
    }
    return asked.stream().map(Select::getSQL).toList();
  }

  private void imported(String... rows) {
    try (Desk desk = new Desk(folder)) {
      desk.accepted(Stream.concat(Stream.of(ORDERS), Stream.of(rows)).toArray(String[]::new));
    }
  }

  private static FactQuery asking(Aggregation... aggregations) {
    List<Measure> measures = new ArrayList<>();
    for (Aggregation aggregation : aggregations) {
      measures.add(new Measure("m" + measures.size(), aggregation));
    }
    return new FactQuery(
        ACME.id(),
        Datasets.ORDERS,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        measures,
        List.of(OCTOBER),
        Optional.empty());
  }

  private static Aggregation sum(RowValue value) {
    return new Aggregation.Sum(value, Optional.empty());
  }

  private static Aggregation median() {
    return new Aggregation.Statistic(Aggregation.Function.MEDIAN, TOTAL, Optional.empty());
  }

  @Test
  void whereNothingIsMissingItsCountIsNotAsked() throws SQLException {
    imported(IN_EUROS);
    assertThat(
            statements(
                engine -> Plan.alone(engine, asking(sum(new RowValue.Lacking(TOTAL))), NONE)))
        .isZero();
    assertThat(
            statements(
                engine ->
                    Plan.together(
                        engine,
                        List.of(asking(sum(TOTAL), sum(new RowValue.Lacking(TOTAL)))),
                        NONE)))
        .isOne();
  }

  @Test
  void whereNothingTellsProfilesApartAbsentOnesAreNotAsked() throws SQLException {
    imported(IN_EUROS);
    Aggregation absent = new Aggregation.AbsentProfiles(List.of("country"), Optional.empty());
    assertThat(statements(engine -> Plan.alone(engine, asking(absent), NONE))).isZero();
  }

  @Test
  void oneCurrencyIsKnownWithoutAsking() throws SQLException {
    imported(IN_EUROS);
    assertThat(statements(engine -> Plan.table(engine, SCORES, NONE))).isOne();
    assertThat(statements(engine -> Plan.together(engine, List.of(asking(median())), NONE)))
        .isOne();
  }

  @Test
  void severalCostAStatementButInSums() throws SQLException {
    imported(IN_EUROS, IN_DOLLARS);
    assertThat(statements(engine -> Plan.table(engine, SCORES, NONE))).isEqualTo(2);
    assertThat(statements(engine -> Plan.together(engine, List.of(asking(median())), NONE)))
        .isEqualTo(2);
    assertThat(statements(engine -> Plan.together(engine, List.of(asking(sum(TOTAL))), NONE)))
        .isOne();
  }

  @Test
  void convertedAmountsCostNoStatement() throws SQLException {
    Conversion.Choice euros = new TestRates("USD").from("2026-10-01", "0.9").intoEuros();
    imported(IN_EUROS, IN_DOLLARS);
    assertThat(statements(engine -> Plan.table(engine, SCORES, euros))).isOne();
    assertThat(statements(engine -> Plan.together(engine, List.of(asking(median())), euros)))
        .isOne();
    assertThat(statements(engine -> Plan.together(engine, List.of(asking(sum(TOTAL))), euros)))
        .isOne();
  }

  @Test
  void withoutForeignAmountsTheStatementIsAsEver() throws SQLException {
    imported(IN_EUROS);
    Conversion.Choice euros = new TestRates("USD").from("2026-10-01", "0.9").intoEuros();
    assertThat(texts(engine -> Plan.together(engine, List.of(asking(sum(TOTAL), median())), euros)))
        .isEqualTo(
            texts(engine -> Plan.together(engine, List.of(asking(sum(TOTAL), median())), NONE)));
  }
}

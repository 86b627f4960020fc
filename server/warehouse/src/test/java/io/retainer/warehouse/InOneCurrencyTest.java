package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.SEPTEMBER;
import static io.retainer.warehouse.Desk.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableAsk;
import io.retainer.model.fact.TableQuery;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shop that sells in euros and in dollars, of a client who wants to read of euros. */
class InOneCurrencyTest extends WarehouseTest {

  private static final RowValue TOTAL = new RowValue.ColumnValue("total");
  private static final TestRates DOLLARS =
      new TestRates("USD")
          .from("2026-09-01", "0.9")
          .from("2026-10-02", "0.8")
          .from("2026-10-12", "0.85");

  private FactSource euros() {
    return desk.warehouse.converting(DOLLARS.intoEuros());
  }

  private void sells(String... rows) {
    desk.accepted(
        "table orders columns=order_id,customer_key,country,paid_at,currency,total grain=EVENT"
            + " period=2026-08-01..2026-10-31\n"
            + String.join("\n", rows));
  }

  private FactAnswer asked(Aggregation aggregation, DateSpan... periods) {
    return euros()
        .answers(List.of(Desk.query("orders", List.of(), Optional.empty(), aggregation, periods)))
        .get(0);
  }

  private static BigDecimal number(FactAnswer answer) {
    return Desk.value(answer).orElseThrow();
  }

  @Test
  void eachAmountIsConvertedAtTheRateOfItsOwnDay() {
    sells(
        "2026-10-01|A|ann|us||USD|100",
        "2026-10-02|B|ben|us||USD|10",
        "2026-10-20|C|cid|us||USD|1",
        "2026-10-20|D|dan|fi||EUR|7",
        "2026-10-21|E|eva|fi|||3");

    FactAnswer answer = asked(sum("total"), OCTOBER);

    assertThat(number(answer)).isEqualByComparingTo("108.85");
    Coverage coverage = answer.coverage().get(0);
    assertThat(coverage.currencies()).containsExactly("EUR");
    Converted converted = coverage.converted().orElseThrow();
    assertThat(converted.lacking()).isEmpty();
    assertThat(converted.used())
        .extracting(used -> used.days().start() + " " + used.factor().stripTrailingZeros())
        .containsExactly("2026-10-01 0.9", "2026-10-02 0.8", "2026-10-20 0.85");
    assertThat(converted.used().get(2).published()).isEqualTo(LocalDate.of(2026, 10, 12));
  }

  @Test
  void withoutTheWishAmountsStayAsTheyWereBooked() {
    sells("2026-10-01|A|ann|us||USD|100", "2026-10-20|D|dan|fi||EUR|7");

    Coverage coverage = desk.ask("orders", sum("total"), OCTOBER).coverage().get(0);

    assertThat(coverage.currencies()).containsExactlyInAnyOrder("EUR", "USD");
    assertThat(coverage.converted()).isEmpty();
  }

  @Test
  void anAmountWithoutARateStaysApartAndIsNamed() {
    sells(
        "2026-08-03|A|ann|us||USD|100",
        "2026-08-04|B|ben|fi||EUR|7",
        "2026-09-04|C|cid|us||USD|10");

    FactAnswer answer = asked(sum("total"), Desk.span("2026-08-01", "2026-09-30"), SEPTEMBER);

    assertThat(answer.coverage())
        .extracting(Coverage::currencies)
        .containsExactly(Set.of("EUR", "USD"), Set.of("EUR"));
    assertThat(answer.coverage().get(0).converted().orElseThrow().lacking())
        .extracting(Converted.Amounts::toString)
        .singleElement()
        .asString()
        .contains("USD", "2026-08-03");
    assertThat(answer.cells().get(0).currencies().get("value")).containsExactly("EUR", "USD");
    assertThat(number(new FactAnswer(answer.cells().subList(1, 2), answer.coverage())))
        .isEqualByComparingTo("9");
  }

  @Test
  void anAmountWithoutARateIsMoreThanNothing() {
    sells("2026-08-03|A|ann|us||USD|100", "2026-09-04|B|ben|us||USD|10");
    Optional<Condition> aboveZero =
        Optional.of(new Condition.Compare("total", Condition.Comparator.GREATER, BigDecimal.ZERO));
    DateSpan both = Desk.span("2026-08-01", "2026-09-30");

    assertThat(number(asked(new Aggregation.Count(aboveZero), both))).isEqualByComparingTo("2");
    assertThat(asked(new Aggregation.Sum(TOTAL, aboveZero), both).cells().get(0).currencies())
        .containsEntry("value", Set.of("EUR", "USD"));
  }

  @Test
  void conditionsCompareConvertedAmounts() {
    sells("2026-10-20|A|ann|us||USD|10", "2026-10-20|B|ben|fi||EUR|9");
    Condition atLeastNine =
        new Condition.Compare("total", Condition.Comparator.AT_LEAST, new BigDecimal("9"));

    assertThat(number(asked(new Aggregation.Count(Optional.of(atLeastNine)), OCTOBER)))
        .isEqualByComparingTo("1");
  }

  @Test
  void aConditionOnTheCurrencyLooksAtTheOneThatWasBooked() {
    sells("2026-10-20|A|ann|us||USD|10", "2026-10-20|B|ben|fi||EUR|9");

    FactAnswer dollars =
        asked(new Aggregation.Sum(TOTAL, Optional.of(Desk.is("currency", "USD"))), OCTOBER);

    assertThat(number(dollars)).isEqualByComparingTo("8.5");
    assertThat(dollars.coverage().get(0).currencies()).containsExactly("EUR");
  }

  @Test
  void whatIsCountedOnAnotherDayIsConvertedAtTheRateOfThatDay() {
    sells(
        "2026-09-20|A|ann|us|2026-10-05T10:00|USD|10",
        "2026-10-20|B|ben|us|2026-11-05T10:00|USD|10",
        "2026-10-21|C|cid|fi|2026-10-22T10:00|EUR|1");
    FactQuery byPayment =
        new FactQuery(
            Desk.ACME.id(),
            Datasets.ORDERS,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(new Measure("value", sum("total"))),
            List.of(OCTOBER),
            Optional.empty(),
            Optional.of("paid_at"),
            Optional.empty());

    assertThat(number(euros().answer(byPayment))).isEqualByComparingTo("9");
  }

  @Test
  void aRowAboutSeveralDaysIsConvertedAtTheMeanOfTheirRates() {
    desk.accepted(
        "table web_traffic columns=sessions,revenue grain=MONTH currency=USD\n"
            + "2026-10-01..2026-10-31|5|31");

    FactAnswer answer =
        euros()
            .answer(
                Desk.query("web_traffic", List.of(), Optional.empty(), sum("revenue"), OCTOBER));

    // One day at 0.9, ten at 0.8, twenty at 0.85.
    assertThat(number(answer).setScale(6, RoundingMode.HALF_EVEN)).isEqualByComparingTo("25.9");
  }

  @Test
  void aTableIsOfConvertedAmountsOfAllTimes() {
    sells(
        "2026-09-20|A|ann|us||USD|10", "2026-10-20|B|ann|fi||EUR|1", "2026-10-20|C|ben|fi||EUR|3");
    TableQuery purchases =
        new TableQuery(
            Desk.ACME.id(),
            Datasets.ORDERS,
            Optional.empty(),
            Optional.empty(),
            new TableAsk.Scores("customer_key", TOTAL, 365, TableAsk.Ties.COUNT_BELOW),
            OCTOBER);

    TableAnswer answer = euros().table(purchases);

    assertThat(answer.coverage().currencies()).containsExactly("EUR");
    assertThat(answer.rows())
        .extracting(row -> row.get(4).stripTrailingZeros().toPlainString())
        .containsExactlyInAnyOrder("10", "3");
  }

  /**
   * The same shop twice: once as it was booked, once with the roubles written as euros by hand. All
   * that can be asked has the same answer.
   */
  @ParameterizedTest
  @MethodSource("io.retainer.warehouse.SamePlanEverywhereTest#seeds")
  void everyAnswerIsThatOfFactsConvertedByHand(long seed, @TempDir Path folder) {
    TestRates rates = TestRates.monthly("BYN", 2026);
    RandomFacts facts = new RandomFacts(seed);
    facts.into(desk);
    List<FactQuery> questions =
        facts.questions(60).stream().filter(each -> each.dated().isEmpty()).toList();
    try (Desk byHand = new Desk(folder)) {
      new RandomFacts(seed).into(byHand, table -> converted(table, rates));

      List<FactAnswer> together = desk.warehouse.converting(rates.intoEuros()).answers(questions);

      for (int i = 0; i < questions.size(); i++) {
        FactQuery question = questions.get(i);
        assertThat(rounded(together.get(i)))
            .as("%s", question)
            .isEqualTo(rounded(byHand.warehouse.answer(question)));
        assertThat(rounded(desk.warehouse.converting(rates.intoEuros()).answer(question)))
            .as("alone %s", question)
            .isEqualTo(rounded(together.get(i)));
      }
    }
  }

  /** What a division ends with depends on the places of what is divided. */
  private static List<String> rounded(FactAnswer answer) {
    return PlannedTogetherTest.numbers(answer).entrySet().stream()
        .map(
            cell ->
                cell.getKey()
                    + cell.getValue().entrySet().stream()
                        .map(
                            value ->
                                value.getKey()
                                    + "="
                                    + value
                                        .getValue()
                                        .setScale(9, RoundingMode.HALF_EVEN)
                                        .stripTrailingZeros()
                                        .toPlainString())
                        .collect(Collectors.toList()))
        .toList();
  }

  private static String converted(String table, TestRates rates) {
    if (!table.contains(" currency=BYN")) {
      return table;
    }
    String[] lines = table.split("\n");
    String header = lines[0];
    String name = header.split(" ")[1];
    String[] columns = header.replaceAll(".* columns=(\\S+).*", "$1").split(",");
    List<String> converted = new ArrayList<>(List.of(header.replace("=BYN", "=EUR")));
    for (int i = 1; i < lines.length; i++) {
      String[] cells = lines[i].split("\\|", -1);
      LocalDate day = LocalDate.parse(cells[0].substring(0, 10));
      for (int c = 0; c < columns.length; c++) {
        boolean isMoney =
            Datasets.named(name).column(columns[c]).unit() == io.retainer.spi.Unit.MONEY;
        if (isMoney && cells[c + 1].matches("-?[0-9.]+")) {
          BigDecimal factor = rates.rate("BYN", "EUR", day).orElseThrow().factor();
          cells[c + 1] = new BigDecimal(cells[c + 1]).multiply(factor).setScale(6).toPlainString();
        }
      }
      converted.add(String.join("|", cells));
    }
    return String.join("\n", converted);
  }
}

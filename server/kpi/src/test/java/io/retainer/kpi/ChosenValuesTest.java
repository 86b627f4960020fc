package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.RolledUp;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of parameters that a definition is illegal with, of an example and of a client. */
class ChosenValuesTest {

  private static final Client CLIENT =
      new Client(
          new ClientId("rk"), "Rk", ZoneOffset.UTC, Locale.ENGLISH, Currency.getInstance("EUR"));
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final DateSpan OCTOBER = DateSpan.ofDays(FIRST, LocalDate.of(2026, 10, 31));

  private static final String GOOD =
      """
      kpi('a.orders') {
        title en: 'Orders'
        unit count
        better higher
        from orders
        value { count() }
        where status == 'placed' || status == null
      }
      """;

  @TempDir Path folder;
  private Path scripts;

  @BeforeEach
  void scripts() throws IOException {
    scripts = Files.createDirectory(folder.resolve("scripts"));
    Files.writeString(scripts.resolve("good.groovy"), GOOD);
  }

  private KpiLibrary open() {
    return KpiLibrary.open(List.of(scripts), folder.resolve("last-good"));
  }

  private static String kpi(String unit, String from, String param, String value, String example) {
    return """
    kpi('a.chosen') {
      title en: 'Chosen'
      unit %s
      better higher
      from %s
      %s
      value { %s }
      %s
      %s
    }
    """
        .formatted(
            unit,
            from,
            param,
            value,
            example,
            from.equals("orders") ? "where status == 'placed' || status == null" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "position | rankings | np: 101 | sumOnLastDay(ifMissing(position, np)) / countOnLastDay()"
            + " | np: 0 | puts what was not found on the first page",
        "count | orders | w: 30 | lost(customer_key, w) | w: -5 | this is no number of days",
        "ratio | orders | w: 90 | percentile(total, w) / median(total) | w: 500 | this is no percentile",
        "count | orders | h: 5 | count().where(hour(ordered_at) >= h) | h: 24 | 24 never occurs",
        "percent | orders | f: 1 | sum(discount) / sum(gross) * f | f: 100 | a factor 100",
        "money | orders | f: 2 | sum(total) / f | f: 0 | divides by zero",
        "count | orders ;; where hour(ordered_at) >= h && status == 'placed' | h: 5 | count() | h: 24 | 24 never occurs"
      })
  void ofAnExampleAreAProblemOfItsLineAndNobodyElse(
      String unit, String from, String param, String value, String chosen, String problem)
      throws IOException {
    String example = "example 'e', with: [" + chosen + "], rows: [[:]], expect: 0";
    String text = kpi(unit, from, "param " + param, value, example).replace(" ;; ", "\n  ");
    Files.writeString(scripts.resolve("chosen.groovy"), text);

    KpiLibrary library = open();

    assertThat(library.definitions())
        .extracting(one -> one.descriptor().id().value())
        .containsExactly("a.orders");
    assertThat(library.problems())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.toString())
                  .contains(":" + (from.contains(";;") ? 9 : 8) + ":3 example");
              assertThat(found.message())
                  .startsWith("example 'e': " + chosen + " makes line ")
                  .contains(problem);
            });
  }

  @Test
  void ofAnExampleThatIsEditedLeaveWhatWorkedInForce() throws IOException {
    Path file = scripts.resolve("chosen.groovy");
    Files.writeString(file, kpi("money", "orders", "param f: 2", "sum(total) / f", "smallBase 10"));
    KpiLibrary library = open();
    library.refresh();

    Files.writeString(
        file,
        kpi(
            "money",
            "orders",
            "param f: 2",
            "sum(total) / f",
            "example 'e', with: [f: 0], rows: [[total: 1]], expect: 1"));

    assertThat(library.definitions())
        .extracting(one -> one.descriptor().smallBase())
        .containsExactly(10L, 30L);
    assertThat(library.problems()).extracting(KpiProblem::line).containsExactly(8);
  }

  private static final String HALVED =
      """
      kpi('c.part') {
        title en: 'Part'
        unit money
        better higher
        from orders
        param f: 2
        value { sum(total) / f }
        where status == 'placed' || status == null
      }
      kpi('c.part-of-order') {
        title en: 'Part of an order'
        unit money
        better higher
        value { kpi('c.part') / kpi('a.orders') }
      }
      """;

  @Test
  void ofAClientAreRefusedWithTheReasonOfTheLanguage() throws IOException {
    Files.writeString(scripts.resolve("part.groovy"), HALVED);
    KpiLibrary library = open();

    library.checkParameters(Map.of("f", "4"), Map.of());
    assertThatThrownBy(() -> library.checkParameters(Map.of("f", "0"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Parameter f: 0 is not possible: c.part (part.groovy:7) divides by zero; divide by a"
                + " measure, like sum(a) / sum(b)");
  }

  /** As copied from a page, with a blank that does not break, or as a script writes a list. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Email",
        " Email ",
        "\u00A0Email\u2003",
        "Direct,\u00A0Email\u00A0",
        "'Direct', 'Email'",
        "\"Direct\",\"Email\"",
        "['Direct', 'Email']",
        "Direct;Email",
        "Direct\r\nEmail"
      })
  void ofAClientFindWhatIsMeantHoweverItIsWritten(String chosen) throws IOException {
    Files.writeString(
        scripts.resolve("chosen.groovy"),
        kpi("count", "orders", "param ch: ['Direct']", "count().where(channel in ch)", ""));
    FactSource facts =
        RowFacts.of(
            Map.of(
                Datasets.ORDERS,
                List.of(Map.of("day", FIRST, "status", "placed", "channel", "Email"))),
            FIRST);
    KpiEngine engine = new KpiEngine(open(), facts, client -> Map.of("ch", chosen));

    KpiValue value =
        engine.trend(CLIENT, List.of(new KpiId("a.chosen")), List.of(OCTOBER)).get(0).get(0);

    assertThat(value.value()).contains(BigDecimal.ONE);
  }

  @Test
  void ofAClientThatAreInForceAllTheSameCostWhatIsMadeOfThemOnly() throws IOException {
    Files.writeString(scripts.resolve("part.groovy"), HALVED);
    Map<Dataset, List<Map<String, Object>>> rows =
        Map.of(Datasets.ORDERS, List.of(Map.of("day", FIRST, "total", BigDecimal.TEN)));
    KpiEngine engine = new KpiEngine(open(), RowFacts.of(rows, FIRST), client -> Map.of("f", "0"));
    List<KpiId> ids =
        List.of(new KpiId("a.orders"), new KpiId("c.part"), new KpiId("c.part-of-order"));

    List<KpiValue> values =
        engine.trend(CLIENT, ids, List.of(OCTOBER)).stream().map(all -> all.get(0)).toList();

    assertThat(values.get(0).value()).contains(BigDecimal.ONE);
    assertThat(values.subList(1, 3))
        .allSatisfy(
            value -> {
              assertThat(value.status()).isEqualTo(KpiValue.Status.NOT_COMPUTABLE);
              Reason reason = value.reason().orElseThrow();
              assertThat(reason.code()).isEqualTo(Reason.Code.PARAMETER_NOT_POSSIBLE);
              assertThat(reason.arguments()).containsExactly("f: 0");
              assertThat(reason.english())
                  .isEqualTo(
                      "The client's f: 0 is not possible: c.part (part.groovy:7) divides by zero;"
                          + " divide by a measure, like sum(a) / sum(b). Give it another value with:"
                          + " retainer client set");
            });
  }

  @Test
  void ofAClientAreInNoTotalOfSeveral() throws IOException {
    Files.writeString(scripts.resolve("part.groovy"), HALVED);
    Client other =
        new Client(
            new ClientId("other"),
            "Other",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Currency.getInstance("EUR"));
    FactSource facts =
        RowFacts.of(
            Map.of(
                Datasets.ORDERS,
                List.of(Map.of("day", FIRST, "total", BigDecimal.TEN, "currency", "EUR"))),
            FIRST);
    RollUps rollUps =
        new RollUps(
            open(), facts, client -> client.value().equals("rk") ? Map.of("f", "0") : Map.of());

    RolledUp rolledUp =
        rollUps
            .of(
                List.of(CLIENT, other),
                ComparedPeriod.closed(Period.parse("2026-10"), Comparison.PREVIOUS),
                List.of(new KpiId("c.part")))
            .get(0);

    assertThat(rolledUp.total().current().value().orElseThrow()).isEqualByComparingTo("5");
    assertThat(rolledUp.clients().get(0).current().reason().orElseThrow().code())
        .isEqualTo(Reason.Code.PARAMETER_NOT_POSSIBLE);
  }

  @Test
  void ofAClientThatCannotBeReadAnyMoreAreSaidSo() throws IOException {
    Files.writeString(scripts.resolve("part.groovy"), HALVED);
    KpiEngine engine =
        new KpiEngine(
            open(),
            RowFacts.of(
                Map.of(Datasets.ORDERS, List.of(Map.of("day", FIRST, "total", BigDecimal.TEN))),
                FIRST),
            client -> Map.of("f", "x"));

    assertThat(engine.trend(CLIENT, List.of(new KpiId("c.part")), List.of(OCTOBER)))
        .singleElement()
        .satisfies(
            values ->
                assertThat(values.get(0).reason().orElseThrow().english())
                    .startsWith("The client's f: x is not possible: c.part (part.groovy:6)"));
  }
}

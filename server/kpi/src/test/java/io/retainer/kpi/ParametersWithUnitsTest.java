package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
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

/** What an order costs to pack is a number of the agency's, in a currency. */
class ParametersWithUnitsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final DateSpan OCTOBER = DateSpan.ofDays(FIRST, LocalDate.of(2026, 10, 31));

  private static final String MARGIN =
      """
      kpi('shop.margin-after-handling') {
        title en: 'Margin after handling'
        unit money
        better higher
        from orders
        where status == 'placed'
        param handlingCost: money(3.50, 'EUR')
        value { sum(margin) - count() * handlingCost }
        by channel
        example 'each order is packed; once for all of them would be 36.50',
            rows: [[status: 'placed', margin: 10], [status: 'placed', margin: 30]], expect: 33, not: 36.50
        example 'another price', with: [handlingCost: money(5, 'EUR')],
            rows: [[status: 'placed', margin: 10]], expect: 5
        example 'of dollars nobody knows how many euros they are',
            rows: [[status: 'placed', margin: 10, currency: 'USD']], expect: notComputable
      }
      """;

  @TempDir Path folder;
  private Path scripts;

  @BeforeEach
  void scripts() throws IOException {
    scripts = Files.createDirectory(folder.resolve("scripts"));
    Files.writeString(scripts.resolve("margin.groovy"), MARGIN);
  }

  private KpiLibrary open() {
    return KpiLibrary.open(List.of(scripts), folder.resolve("last-good"));
  }

  private static Client client(String currency) {
    return new Client(
        new ClientId("rk"), "Rk", ZoneOffset.UTC, Locale.ENGLISH, Currency.getInstance(currency));
  }

  private static FactSource orders(String currency) {
    Map<String, Object> order =
        Map.of("day", FIRST, "status", "placed", "margin", BigDecimal.TEN, "currency", currency);
    return RowFacts.of(Map.of(Datasets.ORDERS, List.of(order)), FIRST);
  }

  private KpiValue value(String currency, Map<String, String> chosen) {
    return new KpiEngine(open(), orders(currency), client -> chosen)
        .trend(client(currency), List.of(new KpiId("shop.margin-after-handling")), List.of(OCTOBER))
        .get(0)
        .get(0);
  }

  @Test
  void aPriceIsPaidForEachAndItsExamplesHold() {
    assertThat(open().problems()).isEmpty();
    assertThat(value("EUR", Map.of()).value().orElseThrow()).isEqualByComparingTo("6.50");
    assertThat(value("EUR", Map.of()).currency()).contains("EUR");
  }

  @ParameterizedTest
  @CsvSource({"4, 6", "4.25 EUR, 5.75", "4.25 eur, 5.75"})
  void aClientHasAPriceOfItsOwn(String chosen, String expected) {
    Map<String, String> own = Map.of("handlingCost", chosen);

    open().checkParameters(own, Map.of());

    assertThat(value("EUR", own).value().orElseThrow()).isEqualByComparingTo(expected);
  }

  @Test
  void aPriceInAnotherCurrencyIsNeverTakenOff() {
    KpiValue value = value("USD", Map.of());

    assertThat(value.status()).isEqualTo(KpiValue.Status.NOT_COMPUTABLE);
    Reason reason = value.reason().orElseThrow();
    assertThat(reason.code()).isEqualTo(Reason.Code.MIXED_CURRENCIES);
    assertThat(reason.english())
        .isEqualTo(
            "Amounts of several currencies meet: the rows are in USD, and the parameter"
                + " handlingCost is in EUR. Give the client a value in USD: retainer client set");
    assertThat(value("USD", Map.of("handlingCost", "4 USD")).value().orElseThrow())
        .isEqualByComparingTo("6");
  }

  @Test
  void theUnitOfAParameterIsKnown() throws IOException {
    Files.writeString(
        scripts.resolve("late.groovy"),
        """
        kpi('deals.slow') {
          title en: 'Slow deals'
          unit count
          better lower
          from deals
          where status == 'won'
          dated closed_at
          param slowFrom: days(30)
          value { count().where(days(created_at, closed_at) >= slowFrom) }
        }
        """);
    KpiLibrary library = open();

    assertThat(library.problems()).isEmpty();
    assertThat(library.parameterUnits())
        .isEqualTo(Map.of("handlingCost", KpiUnit.MONEY, "slowFrom", KpiUnit.DAYS));
    library.checkParameters(Map.of("slowFrom", "45 days"), Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3,50 | saw \"3,50\", expected an amount like 3.50 EUR, with a point in it",
        "3.50 XYZ | saw \"3.50 XYZ\", expected an amount like 3.50 EUR",
        "5 % | saw \"5 %\", expected an amount like 3.50 EUR",
        "free | saw \"free\", expected an amount like 3.50 EUR"
      })
  void whatIsNoPriceIsRefused(String chosen, String message) {
    KpiLibrary library = open();

    assertThatThrownBy(() -> library.checkParameters(Map.of("handlingCost", chosen), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Parameter handlingCost: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "money | orders | c: money(3.5, 'EUR') | avg(margin) - c",
        "money | orders | c: money(3.5, 'EUR') | count() * c",
        "money | orders | c: money(3.5, 'EUR'), d: money(1, 'EUR') | sum(margin) - count() * c - count() * d",
        "money | orders | c: money(3.5, 'EUR') | sum(margin) - distinct(customer_key) * c",
        "money | leads | c: money(20, 'EUR') | distinct(lead_key) * c",
        "money | orders | c: money(3.5, 'EUR') | (sum(margin) - count() * c) / count()",
        "ratio | orders | c: money(3.5, 'EUR') | (sum(margin) - count() * c) / sum(total)",
        "percent | orders | c: money(3.5, 'EUR') | (sum(margin) - count() * c) / sum(total)",
        "percent | orders | c: money(100, 'EUR') | count().where(total >= c) / count()",
        "count | orders | w: days(90) | lost(customer_key, w)",
        "percent | orders | p: percent(0.5) | count().where(discount > gross * p) / count()",
        "ratio | orders | n: count(3) ;; per(customer_key) { k = count() } | count().where(k >= n) / count()",
        "percent | support_requests | h: hours(4) | count().where(hours(created_at, first_reply_at) <= h) / count()",
      })
  void areUsedWhereTheirUnitFits(String unit, String from, String param, String value)
      throws IOException {
    assertThat(problems(unit, from, param, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "money | orders | c: money(3.50) | sum(margin) - count() * c | an amount without its currency; write money(3.50, 'EUR')",
        "money | orders | c: money(3.50, 'EURO') | sum(margin) - count() * c | the text 'EURO' is no currency; write money(3.50, 'EUR')",
        "percent | orders | c: percent(5) | count().where(refunded > total * c) / count() | 'percent' of more than 1, which is 100 %; a percentage is a fraction here: write percent(0.05) for 5 %",
        "money | orders | c: days(3) | sum(margin) - count() * c | subtracts money and days; both sides need the same unit",
        "count | orders | c: days(3) | count().where(total >= c) | compares money with days; both sides need the same unit",
        "count | orders | c: money(3, 'EUR') | lost(customer_key, c) | this is no number of days",
        "money | orders | c: money(3, 'EUR') | sum(margin) - c | subtracts an amount that adds up and a number; an amount that is the same in a week and in a year belongs to a mean",
        "money | orders | c: money(3, 'EUR') | sum(margin - c) | subtracts the same number in every row, so that it counts once for each of them; say how often it is paid: sum(total) - count() * handlingCost",
        "count | orders | c: money(3, 'EUR') | count() * c | the unit is count, but the value is money",
        "money | orders | c: 3.50 | sum(margin) - count() * c | say what each costs in a parameter, like param handlingCost: money(3.50, 'EUR')",
        "money | orders | c: money(3, 'EUR'), d: money(1, 'USD') | sum(margin) - count() * c - count() * d | amounts of EUR and USD meet, and c is in EUR, d is in USD; state every amount",
        "money | orders | c: money(3, 'EUR') | sum(margin).where(currency == 'USD') - count().where(currency == 'USD') * c | amounts of EUR and USD meet, and c is in EUR",
        "count | support_requests | h: days(4) | count().where(hours(created_at, first_reply_at) <= h) | compares hours with days"
      })
  void areRefusedWhereItDoesNot(
      String unit, String from, String param, String value, String problem) throws IOException {
    assertThat(problems(unit, from, param, value)).singleElement().asString().contains(problem);
  }

  private List<KpiProblem> problems(String unit, String from, String param, String value)
      throws IOException {
    String where =
        from.equals("orders")
            ? "where status == 'placed'"
            : from.equals("leads") ? "where status == 'valid'" : "";
    Files.writeString(
        scripts.resolve("margin.groovy"),
        """
        kpi('own.tried') {
          title en: 'Tried'
          unit %s
          better higher
          from %s
          param %s
          %s
          value { %s }
        }
        """
            .formatted(unit, from, param.replace(" ;; ", "\n  "), where, value));
    return open().problems();
  }
}

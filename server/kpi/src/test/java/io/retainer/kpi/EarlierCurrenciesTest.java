package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.Kpis.Group;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that began in dollars and goes on in euros. */
class EarlierCurrenciesTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");

  @TempDir static Path folder;
  private static KpiLibrary library;

  @BeforeAll
  static void scripts() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    write(own, "to-age", "money", "", "sumToAge(customer_key, total, 30)");
    write(
        own,
        "large",
        "count",
        "where total > 50 && status in ['placed', 'cancelled']",
        "activeBefore(customer_key, 90)");
    write(own, "first", "money", "history(customer_key) { f = first(total) }", "max(f)");
    write(
        own,
        "above-first",
        "ratio",
        "history(customer_key) { f = first(total) }",
        "count().where(total > f) / count()");
    write(
        own,
        "first-in-euros",
        "money",
        "history(customer_key) { f = first(total) }",
        "max(f).where(currency == 'EUR')");
    write(own, "placed", "money", "", "sum(total).where(status == 'placed')");
    write(own, "cancelled", "money", "", "sum(total).where(status == 'cancelled')");
    write(own, "mean-placed", "money", "", "sum(total).where(status == 'placed') / count()");
    write(
        own,
        "spent",
        "money",
        "per(customer_key) { spent = sum(total).where(status == 'placed') }",
        "median(spent)");
    write(own, "all", "money", "", "sum(total)");
    write(own, "above-fifty", "count", "", "count().where(total > 50)");
    write(own, "cpm", "money", "", "sum(total) / count()");
    library =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS, own), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  private static void write(Path own, String name, String unit, String more, String value)
      throws IOException {
    Files.writeString(
        own.resolve(name + ".groovy"),
        """
        kpi('own.%s') {
          title en: 'Own %s'
          about en: 'x'
          unit %s
          better higher
          from orders
          %s
          value { %s }
          %s
          %s
        }
        """
            .formatted(
                name,
                name,
                unit,
                more,
                value,
                name.equals("cpm") ? "by country" : "",
                isOfAll(more, value) ? "where status in ['placed', 'cancelled']" : ""));
  }

  private static boolean isOfAll(String more, String value) {
    return !more.contains("status") && (!value.contains("status") || value.contains("count()"));
  }

  private static Map<String, Object> order(
      String day, String customer, String total, String currency) {
    Map<String, Object> row = new HashMap<>();
    row.put("day", LocalDate.parse(day));
    row.put("order_id", day + customer);
    row.put("customer_key", customer);
    row.put("status", "placed");
    row.put("country", currency.equals("EUR") ? "fi" : "us");
    row.put("total", new BigDecimal(total));
    row.put("currency", currency);
    return row;
  }

  private static final List<Map<String, Object>> ORDERS =
      List.of(
          order("2026-09-05", "ann", "100", "USD"),
          order("2026-09-10", "ben", "40", "USD"),
          order("2026-09-20", "cid", "70", "EUR"),
          order("2026-10-05", "ann", "60", "EUR"),
          order("2026-10-06", "dan", "20", "EUR"));

  private static KpiValue value(Dataset dataset, List<Map<String, Object>> rows, String kpi) {
    return engine(dataset, rows)
        .figures(ACME, ComparedPeriod.closed(OCTOBER), List.of(new KpiId(kpi)))
        .get(0)
        .current();
  }

  private static KpiEngine engine(Dataset dataset, List<Map<String, Object>> rows) {
    return new KpiEngine(library, RowFacts.of(Map.of(dataset, rows), OCTOBER.span().start()));
  }

  private static void isMixed(KpiValue value) {
    assertThat(value.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(value.reason().orElseThrow().code()).isEqualTo(Reason.Code.MIXED_CURRENCIES);
    assertThat(value.reason().orElseThrow().arguments()).containsExactly("EUR", "USD");
  }

  @Test
  void unlikeAmountsOfEarlierRowsNeverMeet() {
    for (String kpi :
        List.of("own.to-age", "own.large", "own.first", "own.above-first", "customers.rfm")) {
      isMixed(value(Datasets.ORDERS, ORDERS, kpi));
    }
    isMixed(value(Datasets.ORDERS, ORDERS, "own.first-in-euros"));
  }

  @Test
  void amountsThatAConditionLeavesOutMeetNoOthers() {
    Map<String, Object> cancelled = order("2026-10-07", "eve", "40", "USD");
    cancelled.put("status", "cancelled");
    List<Map<String, Object>> rows = List.of(order("2026-10-05", "ann", "60", "EUR"), cancelled);

    isInOne(rows, "own.placed", "60", "EUR");
    isInOne(rows, "own.cancelled", "40", "USD");
    isInOne(rows, "own.mean-placed", "30", "EUR");
    isInOne(rows, "own.spent", "60", "EUR");
    isMixed(value(Datasets.ORDERS, rows, "own.all"));
    isMixed(value(Datasets.ORDERS, rows, "own.above-fifty"));

    assertThat(
            engine(Datasets.ORDERS, rows)
                .figures(
                    ACME,
                    ComparedPeriod.closed(OCTOBER),
                    List.of(new KpiId("own.placed"), new KpiId("own.cancelled"))))
        .extracting(figure -> figure.current().currency().orElse(""))
        .containsExactly("EUR", "USD");
  }

  private static void isInOne(
      List<Map<String, Object>> rows, String kpi, String value, String currency) {
    KpiValue found = value(Datasets.ORDERS, rows, kpi);
    assertThat(found.value().orElseThrow()).isEqualByComparingTo(value);
    assertThat(found.currency()).contains(currency);
  }

  @Test
  void whatRestsOnEarlierRowsOnlyIsInTheirCurrency() {
    KpiValue toAge = value(Datasets.ORDERS, ORDERS.subList(0, 2), "own.to-age");

    assertThat(toAge.value()).contains(new BigDecimal("140"));
    assertThat(toAge.currency()).contains("USD");
  }

  @Test
  void openDealsOfAnotherCurrencyAreNotAdded() {
    Map<String, Object> old = deal("2026-03-01", "100", "USD");
    Map<String, Object> fresh = deal("2026-10-02", "10", "EUR");

    isMixed(value(Datasets.DEALS, List.of(old, fresh), "deals.open-amount"));
    KpiValue dollars = value(Datasets.DEALS, List.of(old), "deals.open-amount");
    assertThat(dollars.value()).contains(new BigDecimal("100"));
    assertThat(dollars.currency()).contains("USD");
  }

  private static Map<String, Object> deal(String day, String amount, String currency) {
    Map<String, Object> row = new HashMap<>();
    row.put("day", LocalDate.parse(day));
    row.put("deal_id", day);
    row.put("status", "open");
    row.put("amount", new BigDecimal(amount));
    row.put("closed_at", null);
    row.put("currency", currency);
    return row;
  }

  @Test
  void aGroupOfOneCurrencyHasItsValueInIt() {
    var rows = new ArrayList<>(ORDERS);
    rows.add(order("2026-10-07", "eve", "50", "USD"));

    var breakdown =
        engine(Datasets.ORDERS, rows)
            .breakdown(ACME, OCTOBER, List.of(new KpiId("own.cpm")), "country", 10);

    assertThat(breakdown.groups())
        .extracting(Group::name, group -> group.values().get(0).currency().orElse(""))
        .containsExactly(Tuple.tuple("us", "USD"), Tuple.tuple("fi", "EUR"));
    isMixed(breakdown.total().values().get(0));
  }
}

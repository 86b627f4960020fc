package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Datasets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random orders, and the customers' and orders' KPIs computed once more with plain loops. */
class AgreesWithPlainArithmeticTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneOffset.UTC,
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");
  private static final ComparedPeriod COMPARED =
      ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS, Comparison.LAST_YEAR);
  private static final List<String> STATUSES =
      List.of("placed", "placed", "Placed", "cancelled", "refund");

  @TempDir static Path folder;
  private static KpiLibrary library;

  private record Order(LocalDate day, String customer, String status, BigDecimal total) {
    boolean counts() {
      return status.equalsIgnoreCase("placed");
    }

    boolean isKnown() {
      return counts() && customer != null;
    }

    boolean isInOctober() {
      return OCTOBER.span().contains(day);
    }
  }

  @BeforeAll
  static void scripts() {
    library = KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), folder.resolve("last-good"));
  }

  private static List<Order> orders(Random random) {
    List<Order> orders = new ArrayList<>();
    int size = 40 + random.nextInt(200);
    for (int i = 0; i < size; i++) {
      orders.add(
          new Order(
              LocalDate.of(2026, 7, 1).plusDays(random.nextInt(150)),
              random.nextInt(5) == 0 ? null : "c" + random.nextInt(40),
              STATUSES.get(random.nextInt(STATUSES.size())),
              BigDecimal.valueOf(random.nextInt(4) == 0 ? 0 : random.nextInt(100_000), 2)));
    }
    return orders;
  }

  private static Map<String, Object> row(Order order) {
    Map<String, Object> row = new HashMap<>();
    row.put("day", order.day);
    row.put("customer_key", order.customer);
    row.put("status", order.status);
    row.put("total", order.total);
    return row;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void everyTime(long seed) {
    List<Order> orders = orders(new Random(seed));
    var facts =
        RowFacts.of(
            Map.of(
                Datasets.ORDERS, orders.stream().map(AgreesWithPlainArithmeticTest::row).toList()),
            OCTOBER.span().start());
    Map<String, KpiValue> values = new HashMap<>();
    List<KpiId> ids =
        List.of(
            new KpiId("orders.count"),
            new KpiId("orders.revenue"),
            new KpiId("orders.aov"),
            new KpiId("customers.active"),
            new KpiId("customers.retention-rate"),
            new KpiId("customers.repeat-purchase-rate"));
    for (KpiFigure figure : new KpiEngine(library, facts).figures(ACME, COMPARED, ids)) {
      values.put(figure.kpi().id().value(), figure.current());
    }

    long count = 0;
    long paid = 0;
    BigDecimal revenue = BigDecimal.ZERO;
    Set<String> earlier = new HashSet<>();
    Map<String, Integer> ordersOf = new HashMap<>();
    for (Order order : orders) {
      if (order.isKnown() && order.day.isBefore(OCTOBER.span().start())) {
        earlier.add(order.customer);
      }
      if (order.counts() && order.isInOctober()) {
        count++;
        paid += order.total.signum();
        revenue = revenue.add(order.total);
        if (order.customer != null) {
          ordersOf.merge(order.customer, 1, Integer::sum);
        }
      }
    }
    long repeated = ordersOf.values().stream().filter(n -> n >= 2).count();
    long retained = earlier.stream().filter(ordersOf::containsKey).count();

    assertThat(number(values, "orders.count")).isEqualByComparingTo(BigDecimal.valueOf(count));
    assertThat(number(values, "orders.revenue")).isEqualByComparingTo(revenue);
    assertThat(number(values, "orders.aov"))
        .isEqualByComparingTo(revenue.divide(BigDecimal.valueOf(paid), MathContext.DECIMAL128));
    assertThat(number(values, "customers.active"))
        .isEqualByComparingTo(BigDecimal.valueOf(ordersOf.size()));
    assertThat(number(values, "customers.repeat-purchase-rate"))
        .isEqualByComparingTo(ratio(repeated, ordersOf.size()));
    assertThat(number(values, "customers.retention-rate"))
        .isEqualByComparingTo(ratio(retained, earlier.size()));
  }

  private static BigDecimal number(Map<String, KpiValue> values, String id) {
    return values.get(id).value().orElseThrow();
  }

  private static BigDecimal ratio(long part, long whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128);
  }
}

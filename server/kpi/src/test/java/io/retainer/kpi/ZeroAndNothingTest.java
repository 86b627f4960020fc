package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Zero, no data, suppressed and not computable stay apart through arithmetic and through other
 * KPIs.
 */
class ZeroAndNothingTest {

  private static final String NO_ORDERS = "";
  private static final String NONE_REFUNDED = "[status: 'placed', total: 10, items: 2]";
  private static final String KEPT_BACK = "[status: 'placed', total: suppressed, items: 2]";
  private static final String ONE_KEPT_BACK =
      "[status: 'placed', total: 10, items: 2], " + KEPT_BACK;
  private static final String NOTHING_SOLD = "[status: 'placed', total: 0, items: 0]";

  @TempDir Path folder;

  private static String rows(String name) {
    return switch (name) {
      case "no orders" -> NO_ORDERS;
      case "none refunded" -> NONE_REFUNDED;
      case "nothing sold" -> NOTHING_SOLD;
      case "kept back" -> KEPT_BACK;
      case "one kept back" -> ONE_KEPT_BACK;
      case "none sold is known" -> "[status: 'placed', total: 10, items: suppressed]";
      default -> throw new IllegalArgumentException("No rows are called " + name);
    };
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "a.refunded, no orders, noData",
    "a.refunded, none refunded, 0",
    "a.kept, no orders, noData",
    "a.kept, none refunded, 1",
    "a.items, no orders, noData",
    "a.items, nothing sold, 0",
    "a.price, no orders, noData",
    "a.price, none refunded, 5",
    "a.price, nothing sold, notComputable",
    "a.price-of-ten, no orders, noData",
    "a.price-of-ten, nothing sold, notComputable",
    "a.price-of-ten, none refunded, 50",
    "a.refunded-per-kept, no orders, noData",
    "a.refunded-per-kept, none refunded, 0",
    "a.kept-per-refunded, none refunded, notComputable",
    "a.kept-per-refunded, no orders, noData",
    "a.items, kept back, 2",
    "a.kept, kept back, 1",
    "a.price, kept back, suppressed",
    "a.price, one kept back, partial(2.5)",
    "a.price, none sold is known, suppressed",
    "a.price-of-ten, kept back, suppressed",
    "a.largest, kept back, suppressed",
    "a.large, kept back, partial(0)",
    "a.total-per-customer, kept back, suppressed"
  })
  void eachStaysWhatItIs(String kpi, String rows, String expected) throws IOException {
    assertThat(value(kpi, rows(rows))).isEqualTo(expected);
  }

  @Test
  void aMedianOfNothingSaysWhatItWasToBeOf() throws IOException {
    assertThat(was("a.largest", "[status: 'placed', items: 2, total: null]"))
        .isEqualTo("notComputable (No row of the period has a value for max(total).)");
  }

  /** What an example of this KPI comes to, without the reason that stands behind it. */
  private String value(String id, String rows) throws IOException {
    return was(id, rows).replaceFirst(" \\(.*", "");
  }

  private String was(String id, String rows) throws IOException {
    String base =
        kpi("a.refunded", "percent", "count().where(status == 'refund') / count()", true)
            + kpi("a.kept", "percent", "1 - kpi('a.refunded')", false)
            + kpi("a.items", "count", "sum(items)", true)
            + kpi("a.price", "money", "sum(total) / sum(items)", true)
            + kpi("a.largest", "money", "max(total)", true)
            + kpi("a.large", "count", "count().where(total >= 100)", true)
            + kpi(
                "a.total-per-customer",
                "money",
                "sum(total).where(status in ['placed', 'cancelled', 'refund']) / distinct(status)",
                true)
            + kpi("a.price-of-ten", "money", "kpi('a.price') * 10", false)
            + kpi("a.refunded-per-kept", "ratio", "kpi('a.refunded') / kpi('a.kept')", false)
            + kpi("a.kept-per-refunded", "ratio", "kpi('a.kept') / kpi('a.refunded')", false);
    Path script = folder.resolve("orders.groovy");
    Files.writeString(script, base.replace("ROWS", rows));
    KpiScriptCheck.Script checked =
        KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
            .scripts()
            .get(0);
    assertThat(checked.problems()).isEmpty();
    KpiScriptCheck.Kpi kpi =
        checked.kpis().stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
    return kpi.examples().get(0).was();
  }

  private static String kpi(String id, String unit, String value, boolean ofOrders) {
    return """
        kpi('%s') {
          title en: 'A'
          unit %s
          better neutral
        %s  value { %s }
          example 'it', orders: [ROWS], expect: 99
        }
        """
        .formatted(
            id,
            unit,
            ofOrders
                ? "  from orders\n  where status in ['placed', 'refund'] || status == null\n"
                : "",
            value);
  }
}

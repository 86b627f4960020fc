package io.retainer.workspace.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.KpiEngine;
import io.retainer.kpi.KpiLibrary;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The largest groups and all others together are those of plain Java, for every kind of KPI, below
 * the number of groups that one answer may have and above it.
 */
class ManyGroupsTest {

  private static final Dataset ORDERS = Datasets.ORDERS;
  private static final Period OCTOBER = Period.parse("2026-10");
  private static final Map<String, String> KPIS =
      Map.of(
          "flow count", "sum(items)",
          "rate percent", "count().where(status == 'placed') / count()",
          "mean money", "weightedMean(total, items)",
          "share ratio", "sum(items).where(status == 'placed') / total(sum(items))",
          "buyers count", "distinct(customer_key)",
          "median money", "median(total)",
          "repeat percent", "count().where(n >= 2) / count()");

  private static final KpiId RATE = new KpiId("t.rate");
  private static final KpiId MEDIAN = new KpiId("t.median");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {300, 201_000})
  void areTheSameBelowTheLimitAndAboveIt(int campaigns) throws IOException {
    KpiLibrary library = KpiLibrary.open(List.of(scripts()), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
    List<KpiId> ids =
        KPIS.keySet().stream().sorted().map(name -> new KpiId("t." + name.split(" ")[0])).toList();
    try (TwoSources sources = TwoSources.of(folder, ORDERS, rows(campaigns), OCTOBER.span())) {
      Kpis sql = new KpiEngine(library, sources.warehouse());
      Kpis java = new KpiEngine(library, sources.rows());
      // So many rows in plain Java take their time: a rate and a median stand for the others.
      for (KpiId first : campaigns < 1_000 ? ids : List.of(RATE, MEDIAN)) {
        List<KpiId> asked = new ArrayList<>(List.of(first));
        ids.stream().filter(id -> !id.equals(first)).limit(2).forEach(asked::add);
        assertThat(breakdown(sql, asked)).as("by %s", first).isEqualTo(breakdown(java, asked));
      }
    }
  }

  private Path scripts() throws IOException {
    StringBuilder text = new StringBuilder();
    KPIS.forEach(
        (name, value) ->
            text.append(
                """
                kpi('t.%1$s') {
                  title en: 'A %1$s'
                  unit %2$s
                  better neutral
                  from orders
                %4$s
                  value { %3$s }
                  where status == 'placed' || status == null
                  by campaign
                }
                """
                    .formatted(
                        name.split(" ")[0],
                        name.split(" ")[1],
                        value,
                        value.contains("(n ") ? "  per(customer_key) { n = count() }" : "")));
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(scripts.resolve("t.groovy"), text);
    return scripts;
  }

  /**
   * Many campaigns are worth the same, some differ by a capital only, and some orders have none.
   */
  private static List<Map<String, Object>> rows(int campaigns) {
    Random random = new Random(campaigns);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < campaigns + 200; i++) {
      int campaign = i < campaigns ? i : random.nextInt(20);
      Map<String, Object> row = new HashMap<>();
      row.put("day", LocalDate.of(2026, 10, 1 + i * 30 / (campaigns + 200)));
      row.put("order_id", "o" + i);
      row.put("customer_key", "c" + random.nextInt(4));
      row.put("campaign", campaign == 7 ? null : (campaign % 2 == 0 ? "A" : "a") + campaign / 2);
      row.put("status", random.nextInt(3) == 0 ? "placed" : "cancelled");
      row.put("items", BigDecimal.valueOf(random.nextInt(60)));
      row.put("total", BigDecimal.valueOf(random.nextInt(9_000), 2));
      rows.add(row);
    }
    return rows;
  }

  private static List<String> breakdown(Kpis kpis, List<KpiId> ids) {
    Kpis.Breakdown breakdown = kpis.breakdown(TwoSources.ACME, OCTOBER, ids, "campaign", 9);
    List<String> lines = new ArrayList<>(List.of("groups " + breakdown.groupCount()));
    breakdown.groups().forEach(group -> lines.add(group.name() + " " + text(group)));
    lines.add("other " + breakdown.other().map(ManyGroupsTest::text));
    lines.add("total " + text(breakdown.total()));
    return lines;
  }

  private static List<String> text(Kpis.Group group) {
    return group.values().stream()
        .map(value -> value.status() + " " + value.value().map(ManyGroupsTest::text))
        .toList();
  }

  private static String text(BigDecimal number) {
    return number
        .setScale(9, RoundingMode.HALF_EVEN)
        .round(MathContext.DECIMAL64)
        .stripTrailingZeros()
        .toPlainString();
  }
}

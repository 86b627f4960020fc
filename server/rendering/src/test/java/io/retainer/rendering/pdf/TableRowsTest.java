package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.rendering.Samples;
import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.template.ReportTexts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableRowsTest {

  private static final ReportTexts TEXTS =
      Samples.templates().named("monthly-performance").texts(Locale.ENGLISH);

  private static KpiDescriptor kpi(String id) {
    return Samples.catalogue().stream()
        .filter(kpi -> kpi.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Kpis.Group group(String name, String... numbers) {
    return new Kpis.Group(
        name,
        Stream.of(numbers)
            .map(BigDecimal::new)
            .map(
                number ->
                    KpiValue.known(number, Optional.empty(), Optional.empty(), Optional.of("EUR")))
            .toList());
  }

  private static List<Map<String, ?>> rows(List<String> kpis, Kpis.Group total, Kpis.Group... of) {
    return rows(false, kpis, total, of);
  }

  private static List<Map<String, ?>> rows(
      boolean withBars, List<String> kpis, Kpis.Group total, Kpis.Group... of) {
    Kpis.Breakdown breakdown =
        new Kpis.Breakdown(
            kpis.stream().map(TableRowsTest::kpi).toList(),
            "campaign",
            List.of(of),
            Optional.empty(),
            total,
            of.length);
    return new TableRows(
            TEXTS, new ColumnHeads(Lettering.HOUSE), "t", new BreakdownTable(breakdown, withBars))
        .list();
  }

  @Test
  void amountsOfAColumnHaveAllCentsOrNoneAndOtherColumnsKeepTheirs() {
    List<Map<String, ?>> rows =
        rows(
            List.of("orders.revenue", "orders.aov"),
            group("", "12346913.46", "98.70"),
            group("Spring", "12345678.90", "98.76"),
            group("Autumn", "1234.56", "88.10"));

    assertThat(rows).allMatch(row -> row.containsValue("€12,346,913"));
    assertThat(rows.get(0).values().stream().map(String::valueOf))
        .contains("€12,345,679", "€98.76");
    assertThat(rows.get(1).values().stream().map(String::valueOf)).contains("€1,235", "€88.10");
  }

  /** The layout counts columns from the right edge. */
  @Test
  void fewColumnsStandNearShortNamesAndBarsLeadToTheEdge() {
    List<String> two = List.of("orders.count", "orders.aov");
    Kpis.Group total = group("", "12", "98.70");

    assertThat(rows(two, total, group("Spring", "12", "98.70")).get(0))
        .containsKeys("name3", "cell3", "cell1", "total3", "head1")
        .doesNotContainKeys("cell2", "total2", "head2");
    assertThat(rows(two, total, group("MMMMM ".repeat(12), "12", "98.70")).get(0))
        .containsKeys("name2", "cell2", "cell1");
    assertThat(rows(true, two, total, group("Spring", "12", "98.70")).get(0))
        .containsKeys("name3", "bar2", "cell2", "cell1");
  }

  /** Of 120 clicks that are kept back, 30 are of the first query. */
  @Test
  void theNoteSaysHowManyValuesAllRowsLackAndNotTheFirstOne() {
    List<Map<String, ?>> rows =
        rows(
            List.of("search.clicks"),
            new Kpis.Group("", List.of(keptBack("372", "120"))),
            new Kpis.Group("tents", List.of(keptBack("200", "30"))),
            new Kpis.Group("boots", List.of(keptBack("172", "90"))));

    assertThat(rows.get(2).get("text").toString()).contains("below 10: 120.");
  }

  private static KpiValue keptBack(String number, String values) {
    return new KpiValue(
        KpiValue.Status.PARTIAL,
        Optional.of(new BigDecimal(number)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Reason(
                Reason.Code.BELOW_THRESHOLD, List.of(values, "clicks", "10"), "Kept back.")));
  }
}

package io.retainer.kpi.benchmark;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis.Ask;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Five formulas over eight choices of rows, and what a report asks of them. */
final class FortyKpis {

  static final Period OCTOBER = Period.parse("2026-10");
  static final ComparedPeriod COMPARED =
      ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS, Comparison.LAST_YEAR);
  static final List<DateSpan> MONTHS =
      List.of(OCTOBER.span(), OCTOBER.previous().span(), OCTOBER.sameLastYear().span());
  static final List<DateSpan> WEEKS =
      IntStream.range(0, 12)
          .mapToObj(
              back ->
                  new DateSpan(
                      java.time.LocalDate.of(2026, 10, 26).minusWeeks(back + 1L),
                      java.time.LocalDate.of(2026, 10, 26).minusWeeks(back)))
          .sorted()
          .toList();

  /** A formula, as a script and as the sums it is made of. */
  record Formula(String script, String over, String under) {}

  /** Which rows count, as a script and in SQL. */
  record Rows(String script, String sql) {}

  static final List<Formula> FORMULAS =
      List.of(
          new Formula("sum(sessions)", "sessions", ""),
          new Formula("sum(revenue) / sum(transactions)", "revenue", "transactions"),
          new Formula("sum(engaged_sessions) / sum(sessions)", "engaged_sessions", "sessions"),
          new Formula("sum(pageviews) / sum(sessions)", "pageviews", "sessions"),
          new Formula("sum(conversions) / sum(sessions)", "conversions", "sessions"));
  static final List<Rows> ROWS =
      List.of(
          new Rows("", "true"),
          new Rows("where device == 'mobile'", "device = 'mobile'"),
          new Rows("where device == 'desktop'", "device = 'desktop'"),
          new Rows("where channel == 'organic'", "channel = 'organic'"),
          new Rows("where channel == 'paid'", "channel = 'paid'"),
          new Rows("where country == 'FI'", "country = 'FI'"),
          new Rows("where country != 'FI'", "country <> 'FI'"),
          new Rows(
              "where(device == 'mobile' && country == 'SE')",
              "device = 'mobile' and country = 'SE'"));

  private FortyKpis() {}

  static KpiId id(int rows, int formula) {
    return new KpiId("bench.r%d-f%d".formatted(rows, formula));
  }

  static List<KpiId> ids() {
    List<KpiId> ids = new ArrayList<>();
    for (int i = 0; i < ROWS.size(); i++) {
      for (int j = 0; j < FORMULAS.size(); j++) {
        ids.add(id(i, j));
      }
    }
    return ids;
  }

  static void into(Path folder) throws IOException {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < ROWS.size(); i++) {
      for (int j = 0; j < FORMULAS.size(); j++) {
        String unit = FORMULAS.get(j).under().isEmpty() ? "count" : j == 1 ? "money" : "ratio";
        script.append(
            """
            kpi('%s') {
              title en: 'Benchmark'
              unit %s
              better higher
              from web_traffic
              %s
              value { %s }
              by channel
            }
            """
                .formatted(id(i, j), unit, ROWS.get(i).script(), FORMULAS.get(j).script()));
      }
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("forty.groovy"), script);
  }

  /** Three months and twelve weeks of all, and each month by channel. */
  static List<Ask> asks() {
    List<Ask> asks = new ArrayList<>();
    asks.add(new Ask.Figures(COMPARED, ids()));
    asks.add(new Ask.Trend(ids(), WEEKS));
    for (Period month : List.of(OCTOBER, OCTOBER.previous(), OCTOBER.sameLastYear())) {
      asks.add(new Ask.Groups(month, ids(), "channel"));
    }
    return asks;
  }
}

package io.retainer.rendering;

import io.retainer.model.kpi.KpiTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of KPIs that are more than a number, as their building blocks shape them. */
final class SampleTables {

  private static final YearMonth LAST = YearMonth.of(2026, 10);

  private SampleTables() {}

  static Optional<KpiTable> of(String kpi, SampleKpis.Case sampleCase) {
    boolean isUgly = sampleCase == SampleKpis.Case.UGLY;
    return Optional.ofNullable(
        switch (kpi) {
          case "customers.cohort-retention" ->
              cohorts(sampleCase == SampleKpis.Case.FIRST_MONTH ? 1 : isUgly ? 24 : 15, isUgly);
          case "customers.rfm" -> rfm(isUgly);
          case "web.purchase-funnel" -> funnel(isUgly);
          case "orders.top-products" -> ranking(isUgly);
          default -> null;
        });
  }

  private static KpiTable cohorts(int months, boolean isUgly) {
    List<String> columns = new ArrayList<>(List.of("cohort", "customers"));
    for (int i = 0; i < months; i++) {
      columns.add(String.valueOf(i));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int cohort = 0; cohort < months; cohort++) {
      List<Object> row = new ArrayList<>();
      row.add(LAST.minusMonths(months - 1L - cohort).toString());
      row.add(BigDecimal.valueOf(isUgly && cohort % 5 == 0 ? 12_345_678 : 180 + cohort * 7L));
      for (int month = 0; month < months; month++) {
        boolean isOver = cohort + month < months;
        double share = month == 0 ? 1 : 0.31 / (1 + 0.45 * month) + (cohort * 7 % 5) / 150.0;
        double shown = isUgly && month == 2 ? 0.001 : isUgly && month == 3 ? 0 : share;
        row.add(isOver ? BigDecimal.valueOf(shown).setScale(8, RoundingMode.HALF_UP) : null);
      }
      rows.add(row);
    }
    return new KpiTable(columns, rows);
  }

  private static KpiTable rfm(boolean isUgly) {
    List<List<Object>> rows = new ArrayList<>();
    for (int r = 5; r >= 1; r--) {
      for (int f = 5; f >= 1; f--) {
        int customers = (r * f * 7 + (5 - Math.abs(r - f)) * 11) % 83;
        if (customers > 0) {
          rows.add(
              Arrays.asList(
                  "" + r + f + Math.min(5, f),
                  BigDecimal.valueOf(r),
                  BigDecimal.valueOf(f),
                  BigDecimal.valueOf(Math.min(5, f)),
                  BigDecimal.valueOf(isUgly ? customers * 1_000_003L : customers),
                  BigDecimal.valueOf(isUgly ? -customers * 9_999_999L : customers * 96L)));
        }
      }
    }
    return new KpiTable(
        List.of("code", "recency", "frequency", "amount", "customers", "value"), rows);
  }

  private static KpiTable funnel(boolean isUgly) {
    List<String> steps =
        isUgly
            ? List.of(SampleKpis.LONG_NAME, "שלום עולם", "🔥", "purchase")
            : List.of("view_item", "add_to_cart", "begin_checkout", "purchase");
    int[] reached =
        isUgly ? new int[] {987_654_321, 12, 12, 0} : new int[] {8_412, 1_906, 988, 571};
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      BigDecimal now = BigDecimal.valueOf(reached[i]);
      BigDecimal kept =
          i == 0 ? null : now.divide(BigDecimal.valueOf(reached[i - 1]), MathContext.DECIMAL64);
      rows.add(
          Arrays.asList(
              steps.get(i),
              now,
              now.divide(BigDecimal.valueOf(reached[0]), MathContext.DECIMAL64),
              kept,
              kept == null ? null : BigDecimal.ONE.subtract(kept)));
    }
    return new KpiTable(List.of("step", "reached", "of first", "of step before", "dropped"), rows);
  }

  private static KpiTable ranking(boolean isUgly) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "Vaelluskengät Saana, naiset",
                "Teltta Kota 2",
                "Рюкзак Палатка 60 л",
                "Merinokerrasto Halla",
                "Капучына",
                "Otsalamppu Revontuli 400"));
    if (isUgly) {
      names.set(0, SampleKpis.LONG_NAME);
      names.set(1, "not stated");
      names.set(2, "=cmd|' /C calc'!A0");
      names.set(3, "مرحبا بالعالم");
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      BigDecimal value =
          BigDecimal.valueOf(isUgly && i == 5 ? -4_000_000_000L : 9_000 / (i + 1)).setScale(2);
      rows.add(
          Arrays.asList(
              BigDecimal.valueOf(i + 1L),
              names.get(i),
              value,
              isUgly
                  ? null
                  : new BigDecimal("0.4")
                      .divide(BigDecimal.valueOf(i + 1L), 6, RoundingMode.HALF_UP)));
    }
    rows.add(Arrays.asList(null, "other", new BigDecimal("1820.50"), new BigDecimal("0.0717")));
    return new KpiTable(List.of("rank", "product", "value", "share"), rows);
  }
}

package io.retainer.rendering.sample;

import io.retainer.model.kpi.KpiTable;
import io.retainer.model.kpi.KpiValue;
import io.retainer.rendering.template.Definition.Show;
import io.retainer.rendering.template.Sample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of KPIs that are more than a number, as the building blocks of scripts shape them. */
final class SampledTables {

  private static final int MONTHS = 13;

  private SampledTables() {}

  /**
   * @param show null for a KPI that is drawn in no block
   */
  static Optional<KpiTable> of(Show show, Sample sample) {
    if (show == null) {
      return Optional.empty();
    }
    return switch (show) {
      case COHORTS ->
          Optional.of(cohorts(YearMonth.from(sample.period().span().end().minusDays(1))));
      case SEGMENTS -> Optional.of(segments());
      case FUNNEL -> Optional.of(funnel(sample.names("step")));
      case RANKING -> Optional.of(ranking(sample.names("product")));
      default -> Optional.empty();
    };
  }

  private static KpiTable cohorts(YearMonth last) {
    List<String> columns = new ArrayList<>(List.of("cohort", "customers"));
    List<List<Object>> rows = new ArrayList<>();
    for (int cohort = 0; cohort < MONTHS; cohort++) {
      columns.add(String.valueOf(cohort));
      List<Object> row = new ArrayList<>();
      row.add(last.minusMonths(MONTHS - 1L - cohort).toString());
      row.add(BigDecimal.valueOf(180 + cohort * 7L));
      for (int month = 0; month < MONTHS; month++) {
        double share = month == 0 ? 1 : 0.31 / (1 + 0.45 * month) + cohort * 7 % 5 / 150.0;
        row.add(
            cohort + month < MONTHS
                ? BigDecimal.valueOf(share).setScale(8, RoundingMode.HALF_UP)
                : null);
      }
      rows.add(row);
    }
    return new KpiTable(columns, rows);
  }

  private static KpiTable segments() {
    List<List<Object>> rows = new ArrayList<>();
    for (int recency = 5; recency >= 1; recency--) {
      for (int frequency = 5; frequency >= 1; frequency--) {
        int customers =
            (recency * frequency * 7 + (5 - Math.abs(recency - frequency)) * 11) % 83 + 1;
        rows.add(
            List.of(
                "" + recency + frequency + frequency,
                BigDecimal.valueOf(recency),
                BigDecimal.valueOf(frequency),
                BigDecimal.valueOf(frequency),
                BigDecimal.valueOf(customers),
                BigDecimal.valueOf(customers * 31L * frequency)));
      }
    }
    return new KpiTable(
        List.of("code", "recency", "frequency", "amount", "customers", "value"), rows);
  }

  /** All that the segments have, which the figure beside them counts. */
  static KpiValue customers(KpiTable segments) {
    int column = segments.columns().indexOf("customers");
    BigDecimal all =
        segments.rows().stream()
            .map(row -> (BigDecimal) row.get(column))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return KpiValue.known(all, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static KpiTable funnel(List<String> steps) {
    List<List<Object>> rows = new ArrayList<>();
    BigDecimal first = BigDecimal.valueOf(8_412);
    BigDecimal before = null;
    for (String step : steps) {
      BigDecimal now =
          before == null
              ? first
              : before.multiply(new BigDecimal("0.46")).setScale(0, RoundingMode.HALF_UP);
      BigDecimal kept =
          before == null || before.signum() == 0 ? null : now.divide(before, MathContext.DECIMAL64);
      rows.add(
          Arrays.asList(
              step,
              now,
              now.divide(first, MathContext.DECIMAL64),
              kept,
              kept == null ? null : BigDecimal.ONE.subtract(kept)));
      before = now;
    }
    return new KpiTable(List.of("step", "reached", "of first", "of step before", "dropped"), rows);
  }

  private static KpiTable ranking(List<String> names) {
    List<List<Object>> rows = new ArrayList<>();
    BigDecimal share = new BigDecimal("0.31");
    BigDecimal left = BigDecimal.ONE;
    BigDecimal total = new BigDecimal("24600.50");
    for (String name : names) {
      BigDecimal part = left.multiply(share).setScale(6, RoundingMode.HALF_UP);
      rows.add(
          List.of(
              BigDecimal.valueOf(rows.size() + 1L),
              name,
              total.multiply(part).setScale(2, RoundingMode.HALF_UP),
              part));
      left = left.subtract(part);
    }
    rows.add(
        Arrays.asList(null, "other", total.multiply(left).setScale(2, RoundingMode.HALF_UP), left));
    return new KpiTable(List.of("rank", "product", "value", "share"), rows);
  }
}

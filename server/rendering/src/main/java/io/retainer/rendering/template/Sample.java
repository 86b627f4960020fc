package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition.Line;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * The invented client of a preview, as {@code sample.yaml} describes it.
 *
 * @param values of a usual day for amounts and counts, and as they are for everything else; KPIs
 *     that are not named have a value that their unit may have
 * @param made KPIs whose value follows from those of two others
 * @param groups names by dimension; {@code step} and {@code product} are those of funnels and
 *     rankings
 * @param targets as people write them
 */
public record Sample(
    String client,
    Currency currency,
    Period period,
    Map<KpiId, Line<BigDecimal>> values,
    Map<KpiId, Line<Made>> made,
    Map<String, List<String>> groups,
    Map<KpiId, Line<String>> targets) {

  static final String FILE = "sample.yaml";

  /**
   * What a KPI is made of: {@code ads.cost / ads.clicks}.
   *
   * @param times the quotient, as of a thousand
   * @param isQuotient or else the difference of both
   */
  public record Made(BigDecimal times, KpiId first, boolean isQuotient, KpiId second) {}

  public Sample {
    values = Map.copyOf(values);
    made = Map.copyOf(made);
    groups = Map.copyOf(groups);
    targets = Map.copyOf(targets);
  }

  /** The names of a dimension's groups; numbered ones where the sample names none. */
  public List<String> names(String dimension) {
    return groups.getOrDefault(
        dimension, List.of(dimension + " 1", dimension + " 2", dimension + " 3", dimension + " 4"));
  }
}

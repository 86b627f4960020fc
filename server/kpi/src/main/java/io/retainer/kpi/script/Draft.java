package io.retainer.kpi.script;

import io.retainer.kpi.formula.RowSet;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Dataset;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition as its script states it: everything is checked that can be without looking at other
 * scripts. Its formulas are read when those are known.
 *
 * @param text as written, from {@code kpi} to the closing brace
 * @param ways the ways to compute it, in the order they are tried
 */
public record Draft(
    String file,
    Place at,
    KpiId id,
    String text,
    KpiUnit unit,
    Direction better,
    List<String> by,
    long smallBase,
    List<Way> ways,
    List<Example> examples) {

  /**
   * One way to compute it.
   *
   * @param rows empty when only other KPIs are combined
   * @param where the condition as written
   * @param per the inner grouping as written
   */
  public record Way(
      Place at,
      Map<String, String> title,
      Map<String, String> about,
      Optional<RowSet> rows,
      Fields fields,
      String where,
      String per,
      Node.Block value) {}

  /**
   * @param rows by dataset
   * @param days first and last day of the period it is computed for
   * @param expect a number, or one of {@link Vocabulary#EXPECTATIONS}
   */
  public record Example(
      Place at,
      String title,
      Map<Dataset, List<Map<String, Object>>> rows,
      LocalDate firstDay,
      LocalDate lastDay,
      Optional<BigDecimal> number,
      String expect) {}
}

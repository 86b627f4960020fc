package io.retainer.kpi.script;

import io.retainer.kpi.formula.Cut;
import io.retainer.kpi.formula.Formula;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the dimensions after {@code by} have groups with a number of their own. */
record CutRightly(Draft draft, Problems problems) {

  /**
   * @param ways the formulas that may answer; one that can be cut is enough
   */
  void check(List<Formula> ways) {
    for (String dimension : draft.by()) {
      if (ways.stream().noneMatch(way -> Cut.isPossible(way, dimension))) {
        report(dimension, ways.get(0));
        return;
      }
    }
  }

  private void report(String dimension, Formula formula) {
    Optional<String> block = Cut.tableOf(formula);
    if (block.isPresent()) {
      problems.add(
          draft.placeOf(dimension),
          "'by %s' beside %s, which has no number for each group: its table is of all rows together"
              .formatted(dimension, block.get()),
          "leave it out; sum, count, distinct, funnel and uplift have a number for each group");
      return;
    }
    Set<String> common = Cut.common(formula);
    problems.add(
        draft.placeOf(dimension),
        "'by %s' of rows that have none: the value is made of %s"
            .formatted(dimension, String.join(" and ", Cut.datasets(formula))),
        common.isEmpty()
            ? "leave it out; they have no dimension in common"
            : "leave it out, or name one that all of them have: " + String.join(", ", common));
  }
}

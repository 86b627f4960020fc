package io.retainer.kpi;

import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiValue;
import io.retainer.spi.DateSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks which experiments stood in the way of a comparison: one more question, then alone. */
record ExperimentNames(FactSource facts, Client client) {

  private static final int LONGEST = 40;

  private static final Logger LOG = LoggerFactory.getLogger(ExperimentNames.class);

  /**
   * The value, whose reason names the experiments where several are why there is none.
   *
   * @param further narrows the rows, besides what the KPI says
   */
  KpiValue in(KpiValue value, Way way, DateSpan span, Optional<Condition> further) {
    boolean isAsked =
        value
            .reason()
            .filter(reason -> reason.code() == Reason.Code.NO_UPLIFT)
            .filter(reason -> reason.arguments().get(0).equals(Reasons.SEVERAL))
            .isPresent();
    if (!isAsked || !(way.formula() instanceof Formula.Table table)) {
      return value;
    }
    Formula.Aggregate number =
        (Formula.Aggregate) ((Block.Uplift) table.block()).experiments().orElseThrow();
    try {
      return KpiValue.notComputable(Reasons.severalExperiments(names(number, span, further)));
    } catch (RuntimeException e) {
      LOG.warn("The experiments of {} could not be asked", way.descriptor().id(), e);
      return value;
    }
  }

  private List<String> names(Formula.Aggregate number, DateSpan span, Optional<Condition> further) {
    RowSet rows = number.rows();
    Aggregation.Distinct distinct = (Aggregation.Distinct) number.aggregation();
    Aggregation count = new Aggregation.Count(distinct.where());
    FactAnswer answer =
        facts.answer(
            Question.of(rows, Set.of(distinct), List.of(distinct.column()))
                .query(client, Set.of(count), List.of(span), further));
    Set<String> names = new TreeSet<>();
    for (FactAnswer.Cell cell : answer.cells()) {
      String name = cell.group().get(0);
      boolean counts = cell.values().values().stream().anyMatch(n -> n.signum() > 0);
      if (counts && name != null && !name.isEmpty()) {
        names.add(name);
      }
    }
    return names.stream().map(ExperimentNames::shown).toList();
  }

  /** A name is data: it neither turns the direction of a sentence nor fills a page. */
  private static String shown(String name) {
    String line = name.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    return line.codePointCount(0, line.length()) > LONGEST
        ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…"
        : line;
  }
}

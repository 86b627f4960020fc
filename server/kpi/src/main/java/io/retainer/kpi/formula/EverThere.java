package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.PerKey;
import io.retainer.spi.Additivity;
import io.retainer.spi.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Different keywords with a place among the first, which are all that had one on any day: more with
 * each day of the period, and more than there are on one of them. Its name has to say so.
 */
final class EverThere {

  private static final Pattern SAID = Pattern.compile("(^|[.-])ever($|[.-])");

  private EverThere() {}

  static Optional<Misuse> in(Formula.Aggregate leaf, String id) {
    RowSet rows = leaf.rows();
    if (rows.perKey().isPresent() && !SAID.matcher(id).find()) {
      return ofBest(leaf, rows.perKey().get());
    }
    if (!(leaf.aggregation() instanceof Aggregation.Distinct distinct)
        || rows.perKey().isPresent()
        || SAID.matcher(id).find()) {
      return Optional.empty();
    }
    List<Condition> all = new ArrayList<>(Condition.conjuncts(distinct.where()));
    all.addAll(Condition.conjuncts(rows.where()));
    return all.stream()
        .filter(condition -> NamedColumns.of(condition).stream().anyMatch(of -> isRank(rows, of)))
        .findFirst()
        .map(condition -> misuse(distinct.column(), ConditionWords.of(condition)));
  }

  /**
   * The same by the best place that each has had: {@code per(keyword) { best = min(position) }}.
   */
  private static Optional<Misuse> ofBest(Formula.Aggregate leaf, PerKey keys) {
    if (!(leaf.aggregation() instanceof Aggregation.Count count)) {
      return Optional.empty();
    }
    Set<Condition> all = Condition.conjuncts(count.where());
    for (Condition condition : all) {
      for (Measure best : keys.measures()) {
        Optional<String> rank = rank(leaf.rows(), best.aggregation());
        // As beside a mean of the best ones, which says of what it is.
        boolean isOfKnown = all.contains(new Condition.Not(new Condition.Missing(best.name())));
        if (rank.isPresent() && !isOfKnown && NamedColumns.of(condition).contains(best.name())) {
          String words = ConditionWords.of(condition);
          return Optional.of(
              misuse(keys.key(), words.replaceAll("\\b" + best.name() + "\\b", rank.get())));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> rank(RowSet rows, Aggregation aggregation) {
    return aggregation instanceof Aggregation.Statistic best
            && best.function() == Aggregation.Function.MIN
        ? NamedColumns.of(best.value()).stream().filter(column -> isRank(rows, column)).findFirst()
        : Optional.empty();
  }

  private static boolean isRank(RowSet rows, String column) {
    return rows.dataset()
        .find(column)
        .filter(of -> of.unit() == Unit.POSITION)
        .filter(of -> of.additivity() == Additivity.LEVEL)
        .isPresent();
  }

  private static Misuse misuse(String column, String condition) {
    return new Misuse(
        "counts each "
            + column
            + " with "
            + condition
            + " on any day, under a name that does not"
            + " say so",
        "those of the last check are countOnLastDay().where("
            + condition
            + "); for all that were ever there, put -ever- into the id, like"
            + " rankings.keywords-ever-in-top-three");
  }
}

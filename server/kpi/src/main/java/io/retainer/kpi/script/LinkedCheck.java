package io.retainer.kpi.script;

import io.retainer.kpi.formula.AddedParts;
import io.retainer.kpi.formula.AddedPeople;
import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Fraction;
import io.retainer.kpi.formula.LooksBack;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.formula.NpsBands;
import io.retainer.model.fact.Aggregation;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a formula as a whole is the value that its definition says it is.
 *
 * @param seen parts of formulas that were looked at for others that are made of them too
 */
record LinkedCheck(Draft draft, Problems own, Set<Formula> seen) {

  private static final int MOST_LEAVES = 200;
  private static final int MOST_MODELS = 3;
  private static final String DAILY_SUM = "-daily-sum";
  private static final Pattern NPS =
      Pattern.compile("\\bnps\\b|net promoter", Pattern.CASE_INSENSITIVE);

  void of(Meaning meaning, Meaning first, Draft.Way way) {
    Place at = way.value().statements().get(0).node().at();
    Optional<String> otherBands =
        isCalledNps(way) ? NpsBands.othersIn(meaning.formula()) : Optional.empty();
    int[] leaves = new int[1];
    meaning.formula().eachLeaf(leaf -> leaves[0]++);
    Set<Block.Expected> models = models(meaning.formula());
    boolean isTable = meaning.formula() instanceof Formula.Table || !models.isEmpty();
    if (models.size() > MOST_MODELS) {
      own.add(
          at,
          "the value needs " + models.size() + " models to be fitted",
          "use at most " + MOST_MODELS);
    } else if (!isTable && (meaning.nature() == Nature.CONSTANT || leaves[0] == 0)) {
      own.add(at, "the value is a fixed number", "aggregate a column, like sum(clicks)");
    } else if (leaves[0] > MOST_LEAVES) {
      own.add(at, "the value has " + leaves[0] + " parts", "use at most " + MOST_LEAVES);
    } else if (meaning.nature() != first.nature()) {
      own.add(
          at,
          "this way gives " + meaning.nature() + ", the first one " + first.nature(),
          "a KPI is of one kind; make it a KPI of its own");
    } else if (addsPeople(meaning.formula()) && !draft.id().value().endsWith(DAILY_SUM)) {
      own.add(
          at,
          "adds people that may be the same, under a name that does not say so",
          "end the id with " + DAILY_SUM + ", or write asCounted(…)");
    } else if (addsPeopleOfKeys(meaning.formula())) {
      String column = AddedPeople.in(meaning.formula()).orElseThrow();
      own.add(
          at,
          column + " of each key is added up, and who is in two of them counts twice",
          "write avg(…), the mean of the keys, or asCounted("
              + column
              + "); a rate by it says so: end the id with -by-"
              + column);
    } else if (SumsOfRates.keyIn(meaning.formula()).filter(this::isUnnamed).isPresent()) {
      String key = SumsOfRates.keyIn(meaning.formula()).orElseThrow();
      own.add(
          at,
          "averages rates of each " + key + ", under a name that does not say so",
          "divide sums, like sum(a) / sum(b), or put " + MeanOf.ending(key) + " into the id");
    } else if (otherBands.isPresent()) {
      own.add(
          at,
          "a Net Promoter Score is the share of 9 and 10 less that of 0 to 6, and this is "
              + otherBands.get(),
          "write where(nps >= 9) and where(nps <= 6), or call it something else");
    } else if (!isCutRightly(meaning.formula()) || addsParts(meaning.formula(), at)) {
      return;
    } else {
      UnitCheck.problem(draft.unit(), meaning, draft.id().value())
          .or(() -> UnitCheck.compounded(meaning.formula(), draft.id().value()))
          .ifPresent(
              problem -> own.add(at, problem, "declare the unit it has, or correct the formula"));
    }
  }

  private boolean isCalledNps(Draft.Way way) {
    return NPS.matcher(draft.id().value() + " " + way.title().getOrDefault("en", "")).find();
  }

  private static Set<Block.Expected> models(Formula formula) {
    Set<Block.Expected> models = new LinkedHashSet<>();
    formula.eachExpectation(models::add);
    return models;
  }

  /** The past of a key is cut only by what is the same in all of its rows. */
  private boolean isCutRightly(Formula formula) {
    int before = own.size();
    for (String dimension : draft.by()) {
      LooksBack.keyCutBy(formula, dimension)
          .ifPresent(
              key ->
                  own.add(
                      draft.placeOf(dimension),
                      "'by "
                          + dimension
                          + "' would look for the past of "
                          + key
                          + " in each "
                          + dimension
                          + " alone: who came through another one before would be new, and who"
                          + " went to another one lost",
                      "write history("
                          + key
                          + ") { acquired = first("
                          + dimension
                          + ") } and by acquired, or leave it out"));
    }
    return own.size() == before;
  }

  private boolean addsParts(Formula formula, Place at) {
    try {
      AddedParts.check(formula, seen);
      return false;
    } catch (Meaning.Refused e) {
      own.add(at, e.getMessage(), e.advice());
      return true;
    }
  }

  private boolean isUnnamed(String key) {
    return !MeanOf.isNamed(draft.id().value(), key);
  }

  private boolean addsPeopleOfKeys(Formula formula) {
    return AddedPeople.in(formula)
        .filter(
            column ->
                Fraction.of(formula).isEmpty()
                    || !draft.id().value().endsWith("-by-" + column.replace('_', '-')))
        .isPresent();
  }

  private static boolean addsPeople(Formula formula) {
    boolean[] adds = {false};
    formula.eachLeaf(
        leaf ->
            adds[0] |=
                leaf instanceof Formula.Aggregate aggregate
                    && aggregate.aggregation() instanceof Aggregation.SumOfCounts);
    return adds[0];
  }
}

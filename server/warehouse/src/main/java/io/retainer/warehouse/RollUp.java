package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedMoney;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One query's numbers out of what a {@link SharedScan} has added up. */
final class RollUp {

  private final SharedScan scan;
  private final Family family;
  private final int number;
  private final Asked asked;
  private final long[] demanded;
  private final List<Term> terms;
  private final int[] dimensions;
  private final Found found = new Found();

  /**
   * A measure, which rows it counts and which sums it is made of.
   *
   * @param used of rows whose currencies matter
   */
  private record Term(
      Measure measure, long[] demanded, long[] used, int[] bases, boolean isDistinct) {}

  private RollUp(SharedScan scan, Family family, Asked asked) {
    this.scan = scan;
    this.family = family;
    this.number = scan.families().indexOf(family);
    this.asked = asked;
    this.demanded = family.demanded(Condition.conjuncts(asked.query().where()));
    this.terms = asked.query().measures().stream().map(this::term).toList();
    this.dimensions = asked.query().by().stream().mapToInt(family.by()::indexOf).toArray();
  }

  private Term term(Measure measure) {
    Set<Condition> all = new LinkedHashSet<>(Condition.conjuncts(asked.query().where()));
    all.addAll(Condition.conjuncts(measure.aggregation().where()));
    List<Base> bases = SharedScan.bases(asked, measure);
    return new Term(
        measure,
        family.demanded(all),
        family.demanded(
            Condition.conjuncts(new NamedMoney(asked.query()).used(measure.aggregation()))),
        bases.stream().mapToInt(scan.bases()::indexOf).toArray(),
        measure.aggregation() instanceof Aggregation.Sum && bases.size() == 2);
  }

  static Found of(SharedScan scan, Asked asked, AllAdded added) {
    Family family =
        scan.families().stream()
            .filter(each -> each.asked().stream().anyMatch(one -> one == asked))
            .findFirst()
            .orElseThrow();
    RollUp rollUp = new RollUp(scan, family, asked);
    for (int i = 0; i < asked.periods().size(); i++) {
      rollUp.period(i, asked.periods().get(i), added);
    }
    return rollUp.found;
  }

  /** The sums of one measure over what has been gone through. */
  private static final class Sums {
    private final BigDecimal[] values;
    private long rows;
    private BigDecimal ofParts = BigDecimal.ZERO;

    Sums(int size) {
      values = new BigDecimal[size];
    }
  }

  private void period(int index, PeriodCoverage period, AllAdded added) {
    Map<Long, Series> chosen = new HashMap<>();
    Set<Long> exact = new HashSet<>();
    for (SeriesChoice choice : period.chosen()) {
      chosen.put(choice.series().id(), choice.series());
      if (choice.isExact()) {
        exact.add(choice.series().id());
      }
    }
    if (chosen.isEmpty()) {
      return;
    }
    DateSpan span = period.period();
    int first = scan.timeline().firstPiece(span);
    int last = scan.timeline().lastPiece(span);
    Map<List<String>, List<Sums>> groups = new HashMap<>();
    for (List<Added> piece : added.of(number, first, last)) {
      for (Added each : piece) {
        Series series = each.to() > last ? null : chosen.get(each.series());
        if (series == null || !each.matches(demanded)) {
          continue;
        }
        boolean isAllOfIt =
            each.from() == first && each.to() == last && each.edges() == Added.WHOLE;
        if (isAllOfIt || !exact.contains(each.series())) {
          List<String> group = group(each);
          add(each, series.isEvents() || isAllOfIt, groups.computeIfAbsent(group, any -> sums()));
          if (each.currency() != null) {
            currency(new Place(index, span.start(), group), each);
          }
        }
      }
    }
    groups.forEach((group, sums) -> keep(new Place(index, span.start(), group), sums));
  }

  private void currency(Place place, Added added) {
    for (Term term : terms) {
      if (added.matches(term.used)) {
        found.currency(place, term.measure.name(), added.currency());
      }
    }
  }

  /** The query's own dimensions, of those of its family. */
  private List<String> group(Added added) {
    return IntStream.of(dimensions).mapToObj(added.group()::get).toList();
  }

  private List<Sums> sums() {
    List<Sums> sums = new ArrayList<>();
    terms.forEach(term -> sums.add(new Sums(term.bases.length)));
    return sums;
  }

  private void add(Added added, boolean isWhole, List<Sums> sums) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (added.matches(term.demanded)) {
        Sums sum = sums.get(i);
        sum.rows += added.rows();
        for (int j = 0; j < term.bases.length; j++) {
          BigDecimal more = added.sums()[term.bases[j]];
          if (more != null) {
            sum.values[j] = sum.values[j] == null ? more : sum.values[j].add(more);
          }
        }
        if (term.isDistinct && !isWhole) {
          sum.ofParts = sum.ofParts.add(added.sums()[term.bases[1]]);
        }
      }
    }
  }

  private void keep(Place place, List<Sums> sums) {
    Map<String, BigDecimal> values = found.at(place);
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      Sums sum = sums.get(i);
      if (term.isDistinct && isRefused(sum)) {
        found.refuse(place.period(), asked.need().distinct());
      } else {
        value(term, sum).ifPresent(value -> values.put(term.measure.name(), value));
      }
    }
  }

  /** Distinct people are there once, in one row about all of the period, or not at all. */
  private static boolean isRefused(Sums sum) {
    BigDecimal rows = sum.values[1] == null ? BigDecimal.ZERO : sum.values[1];
    return rows.compareTo(BigDecimal.ONE) > 0 || sum.ofParts.signum() > 0;
  }

  private static Optional<BigDecimal> value(Term term, Sums sum) {
    if (term.measure.aggregation() instanceof Aggregation.Count) {
      return Optional.of(BigDecimal.valueOf(sum.rows));
    }
    if (term.measure.aggregation() instanceof Aggregation.Sum) {
      return Optional.ofNullable(sum.values[0]);
    }
    BigDecimal weights = sum.values[1];
    return sum.values[0] == null || weights == null || weights.signum() == 0
        ? Optional.empty()
        : Optional.of(sum.values[0].divide(weights, MathContext.DECIMAL128));
  }
}

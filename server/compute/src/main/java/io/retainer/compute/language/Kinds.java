package io.retainer.compute.language;

import io.retainer.compute.language.Term.Part;
import io.retainer.compute.language.Term.Shape;
import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Of which kind quantities are, and so what may be added to what. */
record Kinds(Map<String, Sums> ofSeries) {

  private static final double EXACT = 1e-9;

  /** What is wrong with a sum that is written out. */
  Optional<Finding> ofSum(Quantity sum) {
    return sum.byPowers().values().stream()
        .flatMap(alike -> ofAlike(alike).stream())
        .findFirst()
        .or(() -> ofMiddle(sum.terms()))
        .or(() -> ofUnlike(sum.terms()));
  }

  /** Half of the distance from one to the other, beside one of them, leads to their middle. */
  private Optional<Finding> ofMiddle(List<Term> terms) {
    for (Term value : terms) {
      for (Term width : terms) {
        boolean isHalf =
            isValue(value)
                && width.powers().equals(Map.of(widthOf(value), 1.0))
                && Math.abs(2 * Math.abs(width.factor()) - Math.abs(value.factor())) < EXACT;
        if (isHalf) {
          return together(value.powers(), true);
        }
      }
    }
    return Optional.empty();
  }

  private static Part widthOf(Term value) {
    return new Part(value.powers().keySet().iterator().next().series(), Shape.WIDTH);
  }

  /** What is wrong with the root of a product: it is a mean of what was multiplied. */
  Optional<Finding> ofRoot(Quantity product) {
    Term term = product.term();
    List<Part> values =
        term.powers().keySet().stream()
            .filter(part -> part.shape() == Shape.VALUE)
            .sorted()
            .toList();
    boolean isProduct =
        values.size() == term.powers().size()
            && term.powers().values().stream().allMatch(power -> power >= 1);
    if (!isProduct || values.isEmpty()) {
      return Optional.empty();
    } else if (values.size() == 1) {
      return term.powers().get(values.get(0)) > 1
          ? together(Map.of(values.get(0), 1.0), true)
          : Optional.empty();
    }
    String one = values.get(0).series();
    String other = values.get(1).series();
    return PutTogether.rootOf(one, ofSeries.get(one), other, ofSeries.get(other));
  }

  /**
   * What is wrong with the total or the mean of values that are alike.
   *
   * @param isMean whether they are divided by their number
   */
  Optional<Finding> ofMany(Quantity each, boolean isMean) {
    return each.byPowers().values().stream()
        .flatMap(
            alike -> together(alike.get(0).powers(), isMean || Quantity.cancel(alike)).stream())
        .findFirst();
  }

  private Optional<Finding> ofAlike(List<Term> alike) {
    Map<Part, Double> powers = alike.get(0).powers();
    long added = alike.stream().filter(term -> term.factor() > 0).count();
    if (added > 1 || alike.size() - added > 1) {
      double all = alike.stream().mapToDouble(Term::factor).sum();
      boolean isMean = Math.abs(Math.abs(all) - 1) < EXACT || Math.abs(all) < EXACT;
      return together(powers, isMean);
    }
    boolean isTotal = alike.stream().anyMatch(Kinds::isTotalOfMean);
    return isTotal ? together(powers, false) : ofBent(powers);
  }

  /** A mean by the number of values is their total. */
  private static boolean isTotalOfMean(Term term) {
    Term.Mean mean = term.mean();
    return mean.isUndone()
        || mean.number() > 1 && Math.abs(Math.abs(term.factor()) - mean.number()) < EXACT;
  }

  /** Exponentials multiplied are an exponential of the sum. */
  private Optional<Finding> ofBent(Map<Part, Double> powers) {
    boolean isSum =
        powers.entrySet().stream()
            .anyMatch(one -> one.getKey().shape() == Shape.BENT && Math.abs(one.getValue()) > 1);
    return isSum ? together(powers, false) : Optional.empty();
  }

  private Optional<Finding> together(Map<Part, Double> powers, boolean isMean) {
    Sums sums = sums(powers);
    Optional<String> series = series(powers);
    if (series.isPresent()) {
      return isMean ? PutTogether.mean(series.get(), sums) : PutTogether.total(series.get(), sums);
    }
    return isMean
        ? PutTogether.meanOfMade(written(powers), sums)
        : PutTogether.totalOfMade(written(powers), sums);
  }

  /** A level and an amount have no sum; of two amounts nothing tells whether they are alike. */
  private Optional<Finding> ofUnlike(List<Term> terms) {
    List<Term> values = new ArrayList<>();
    terms.stream().filter(Kinds::isValue).forEach(values::add);
    for (Term one : values) {
      for (Term other : values) {
        if (one.factor() > 0 == other.factor() > 0) {
          Optional<Finding> unlike =
              PutTogether.unlike(
                  series(one.powers()).orElseThrow(),
                  sums(one.powers()),
                  series(other.powers()).orElseThrow(),
                  sums(other.powers()));
          if (unlike.isPresent()) {
            return unlike;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The series, where it is of one alone. */
  private static Optional<String> series(Map<Part, Double> powers) {
    return powers.size() == 1 && powers.values().iterator().next() > 0
        ? Optional.of(powers.keySet().iterator().next().series())
        : Optional.empty();
  }

  private static boolean isValue(Term term) {
    return series(term.powers()).isPresent()
        && term.powers().keySet().iterator().next().shape() == Shape.VALUE;
  }

  /** A quotient of two series is a rate; a rate of an amount is an amount. */
  private Sums sums(Map<Part, Double> powers) {
    if (powers.keySet().stream().anyMatch(part -> part.shape() == Shape.WIDTH)) {
      return Sums.TOTAL_AND_MEAN;
    } else if (powers.values().stream().anyMatch(power -> power < 0)) {
      return Sums.NEITHER;
    }
    return powers.keySet().stream()
        .map(part -> ofSeries.get(part.series()))
        .min(Sums::compareTo)
        .orElse(Sums.TOTAL_AND_MEAN);
  }

  private static String written(Map<Part, Double> powers) {
    Map<Part, Double> sorted = new TreeMap<>(powers);
    String above =
        sorted.entrySet().stream()
            .filter(one -> one.getValue() > 0)
            .map(one -> one.getKey().series())
            .collect(Collectors.joining(" * "));
    String below =
        sorted.entrySet().stream()
            .filter(one -> one.getValue() < 0)
            .map(one -> one.getKey().series())
            .collect(Collectors.joining(" / "));
    return (above.isEmpty() ? "1" : above) + (below.isEmpty() ? "" : " / " + below);
  }

  /** What is left of a sum once it was looked at: one term of each kind, or a difference. */
  static Quantity settled(Quantity sum) {
    List<Term> left = new ArrayList<>(sum.terms().stream().filter(Term::isPlain).toList());
    for (List<Term> alike : sum.byPowers().values()) {
      long added = alike.stream().filter(term -> term.factor() > 0).count();
      if (added > 1 || alike.size() - added > 1) {
        double all = alike.stream().mapToDouble(Term::factor).sum();
        Term one = alike.get(0);
        left.add(
            Math.abs(all) < EXACT
                ? one.in(Shape.WIDTH)
                : one.anySo(Double.isNaN(all) ? Term.UNKNOWN : all));
      } else {
        left.addAll(alike);
      }
    }
    return left.isEmpty()
        ? Quantity.of(Term.plain(0))
        : new Quantity(left.stream().map(Term::bentOnce).toList());
  }
}

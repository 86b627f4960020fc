package io.retainer.rendering.compose;

import static java.math.MathContext.DECIMAL128;

import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Findings;
import io.retainer.model.report.Moved;
import io.retainer.model.report.Tile;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses what changed most on a scorecard: only changes that are judged, of values that nothing is
 * to be said against, and that a reader can see.
 */
final class FindingsComposer {

  private static final int MOST = 3;

  /** In standard errors. */
  private static final double CERTAIN = 2;

  /** Less than a hundredth of what was there changed nothing for whoever reads the first page. */
  private static final BigDecimal TRIVIAL = new BigDecimal("0.01");

  private static final BigDecimal NEARLY = new BigDecimal("1e-9");

  /** What rounds to nothing does so in every language. */
  private static final Formats SHOWN = Formats.of(Locale.ENGLISH);

  private static final Comparator<Judged> HEAVIEST_FIRST =
      Comparator.comparing(Judged::weight, Weight.HEAVIEST_FIRST);

  private FindingsComposer() {}

  private record Judged(KpiFigure figure, Compared compared, Weight weight) {

    boolean is(Delta.Judgement judgement) {
      return compared.delta().orElseThrow().judgement() == judgement;
    }
  }

  /**
   * @param scorecard in the template's order, which also orders changes of one weight
   */
  static Findings of(List<Tile> scorecard, Drivers drivers) {
    List<Judged> judged =
        scorecard.stream().map(FindingsComposer::judged).flatMap(Optional::stream).toList();
    return new Findings(
        heaviest(judged, Delta.Judgement.GOOD, drivers),
        heaviest(judged, Delta.Judgement.BAD, drivers));
  }

  private static List<Moved> heaviest(
      List<Judged> judged, Delta.Judgement judgement, Drivers drivers) {
    List<Judged> ordered = new ArrayList<>(judged);
    ordered.removeIf(one -> !one.is(judgement));
    // Sorting keeps the order of equals.
    ordered.sort(HEAVIEST_FIRST);
    return ordered.stream()
        .limit(MOST)
        .map(
            one ->
                new Moved(one.figure(), one.compared(), drivers.of(one.figure(), one.compared())))
        .toList();
  }

  /** Nothing for a change from nothing: it has no size beside others. */
  private static Optional<Judged> judged(Tile tile) {
    KpiFigure figure = tile.figure();
    return figure.compared().stream()
        .findFirst()
        .filter(one -> isSure(figure.current()) && isSure(one.now()) && isSure(one.value()))
        .filter(one -> one.delta().filter(FindingsComposer::isNews).isPresent())
        .filter(FindingsComposer::isMoreThanDays)
        .filter(one -> one.value().value().orElseThrow().signum() != 0)
        .filter(one -> figure.kpi().kind() != KpiKind.RATIO || !isChance(one.now(), one.value()))
        .filter(one -> inAll(one).compareTo(TRIVIAL) >= 0)
        .filter(one -> relative(one).compareTo(TRIVIAL) >= 0)
        .map(one -> new Judged(figure, one, Weight.of(tile, one, relative(one))));
  }

  private static boolean isSure(KpiValue value) {
    return value.status() == KpiValue.Status.KNOWN;
  }

  private static boolean isNews(Delta delta) {
    return delta.style() != Delta.Style.NEW && SHOWN.shownSign(delta) != 0;
  }

  /** A month that is a day longer is no better: the change goes the same way per day. */
  private static boolean isMoreThanDays(Compared compared) {
    int way = SHOWN.shownSign(compared.delta().orElseThrow());
    return compared.perDay().map(SHOWN::shownSign).filter(perDay -> perDay != way).isEmpty();
  }

  /**
   * Whether the shares of so many may differ so much by chance: less than two standard errors of
   * the difference of two proportions (pooled).
   */
  private static boolean isChance(KpiValue now, KpiValue then) {
    if (!isShare(now) || !isShare(then)) {
      return false;
    }
    double nowOf = now.denominator().orElseThrow().doubleValue();
    double thenOf = then.denominator().orElseThrow().doubleValue();
    double pooled =
        (now.numerator().orElseThrow().doubleValue() + then.numerator().orElseThrow().doubleValue())
            / (nowOf + thenOf);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / nowOf + 1 / thenOf));
    double difference =
        now.value().orElseThrow().subtract(then.value().orElseThrow()).abs().doubleValue();
    return difference < CERTAIN * error;
  }

  /** A part of a count; money by money has no chance of its own. */
  private static boolean isShare(KpiValue value) {
    return value.currency().isEmpty()
        && value.numerator().filter(part -> part.signum() >= 0).isPresent()
        && value.denominator().filter(whole -> whole.signum() > 0).isPresent()
        && value.numerator().orElseThrow().compareTo(value.denominator().orElseThrow()) <= 0
        && value
                .numerator()
                .orElseThrow()
                .divide(value.denominator().orElseThrow(), DECIMAL128)
                .subtract(value.value().orElseThrow())
                .abs()
                .compareTo(NEARLY)
            < 0;
  }

  /** Beside what was before, per day where the days differ in number. */
  private static BigDecimal relative(Compared compared) {
    return compared
        .perDay()
        .filter(delta -> delta.style() == Delta.Style.PERCENT)
        .map(delta -> delta.amount().abs())
        .orElseGet(() -> inAll(compared));
  }

  /** Of the whole periods, as a reader sees it. */
  private static BigDecimal inAll(Compared compared) {
    BigDecimal then = compared.value().value().orElseThrow();
    BigDecimal now = compared.now().value().orElseThrow();
    return now.subtract(then).abs().divide(then.abs(), DECIMAL128);
  }
}

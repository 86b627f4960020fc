package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Tile;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A headline figure is no more than a few times above or below the middle of its own earlier
 * periods. Tracking that broke, a file imported twice and a changed currency look like this.
 */
final class StepGate implements Gate {

  private static final int ENOUGH = 3;

  private final Function<Inspection.Draft, BigDecimal> factor;

  /**
   * @param factor how many times above or below the usual a report's figures may be
   */
  StepGate(Function<Inspection.Draft, BigDecimal> factor) {
    this.factor = factor;
  }

  @Override
  public String name() {
    return "step";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.WARN;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    BigDecimal most = factor.apply(draft);
    return draft.content().tiles().stream()
        .map(tile -> look(tile, most))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Found> look(Tile tile, BigDecimal most) {
    KpiFigure figure = tile.figure();
    Optional<BigDecimal> now = figure.current().value();
    Optional<BigDecimal> usual = middle(earlier(tile));
    boolean isStep =
        now.isPresent()
            && usual.isPresent()
            && !isSmall(figure)
            && isFar(now.get().abs(), usual.get().abs(), most);
    return isStep
        ? Optional.of(
            Found.of(
                "found", (formats, locale) -> values(figure, usual.get(), most, formats, locale)))
        : Optional.empty();
  }

  private static Object[] values(
      KpiFigure figure, BigDecimal usual, BigDecimal most, Formats formats, Locale locale) {
    KpiDescriptor kpi = figure.kpi();
    return new Object[] {
      kpi.title(locale),
      formats.value(figure.current(), kpi.unit()),
      formats.amount(usual, kpi.unit(), figure.current().currency()),
      formats.number(most, Math.max(0, most.scale()))
    };
  }

  private static List<BigDecimal> earlier(Tile tile) {
    return tile.trail().stream()
        .filter(point -> point.start().isBefore(tile.figure().period().span().start()))
        .map(Kpis.Point::value)
        .flatMap(value -> value.value().stream())
        .toList();
  }

  private static Optional<BigDecimal> middle(List<BigDecimal> values) {
    if (values.size() < ENOUGH) {
      return Optional.empty();
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    BigDecimal middle =
        sorted.size() % 2 == 1
            ? sorted.get(half)
            : sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.valueOf(2));
    return Optional.of(middle).filter(value -> value.signum() != 0);
  }

  private static boolean isFar(BigDecimal now, BigDecimal usual, BigDecimal most) {
    return now.compareTo(usual.multiply(most)) > 0
        || now.compareTo(usual.divide(most, MathContext.DECIMAL64)) < 0;
  }

  private static boolean isSmall(KpiFigure figure) {
    return figure.compared().stream()
        .flatMap(compared -> compared.delta().stream())
        .map(Delta::judgement)
        .anyMatch(Delta.Judgement.TOO_SMALL::equals);
  }
}

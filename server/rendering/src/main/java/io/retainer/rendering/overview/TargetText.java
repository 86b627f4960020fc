package io.retainer.rendering.overview;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Assessment;
import io.retainer.model.target.Goal;
import io.retainer.model.target.Pace;
import io.retainer.model.target.Target;
import io.retainer.model.target.Verdict;
import io.retainer.rendering.chart.Bullet;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a figure stands to its target, in words: {@code ✗ Target 100 000 € missed, 93 % reached}.
 *
 * @param text with a sign and the verdict's word, so that it need not be seen in colour
 * @param bar the figure beside its target, where a bar from zero tells something
 */
public record TargetText(String text, FigureText.Look look, Optional<Bullet> bar) {

  /** The figure against its target, where the report knows one. */
  public static Optional<TargetText> of(
      ReportContent content, ReportTexts texts, KpiFigure figure) {
    return content.target(figure.kpi().id()).map(found -> of(texts, figure, found));
  }

  /** The figure against its target. */
  public static TargetText of(ReportTexts texts, KpiFigure figure, Assessment found) {
    String verdict =
        texts.text("target." + found.verdict(), goal(texts.formats(), figure, found.target()));
    String share = found.share().map(reached -> ", " + share(texts, found, reached)).orElse("");
    String open =
        found
            .pace()
            .map(Pace::status)
            .map(status -> ", " + texts.text("target.pace." + status))
            .or(() -> found.why().map(why -> ", " + texts.text("target.why." + why)))
            .orElse("");
    FigureText.Look look =
        found.verdict().isGood()
            ? FigureText.Look.GOOD
            : found.verdict().isBad() ? FigureText.Look.BAD : FigureText.Look.PLAIN;
    return new TargetText(
        found.verdict().sign() + " " + verdict + share + open,
        look,
        found.why().equals(Optional.of(Verdict.Why.OTHER_CURRENCY))
            ? Optional.empty()
            : Bullet.of(figure, found.target().goal()));
  }

  /** How far a figure is from its target: {@code 93 % reached}, {@code 2.9%, target 3.5%}. */
  static String distance(ReportTexts texts, KpiFigure figure, Assessment found) {
    Formats formats = texts.formats();
    return found
        .share()
        .map(reached -> share(texts, found, reached))
        .orElseGet(
            () ->
                texts.text(
                    "findings.goal.far",
                    formats.value(figure.current(), figure.kpi().unit()),
                    goal(formats, figure, found.target())));
  }

  /** What is wanted where more is better needs no sign. */
  private static String goal(Formats formats, KpiFigure figure, Target target) {
    Goal goal = target.goal();
    KpiUnit unit = figure.kpi().unit();
    String low = goal.low().map(one -> formats.bound(one, unit, target.currency())).orElse("");
    String high = goal.high().map(one -> formats.bound(one, unit, target.currency())).orElse("");
    if (goal instanceof Goal.Band) {
      return Formats.range(low, high);
    } else if (goal instanceof Goal.AtMost) {
      return "\u2264\u00a0" + high;
    }
    return figure.kpi().better() == Direction.HIGHER ? low : "\u2265\u00a0" + low;
  }

  private static String share(ReportTexts texts, Assessment found, BigDecimal share) {
    boolean limit = found.target().goal() instanceof Goal.AtMost;
    String written =
        texts.text(
            limit ? "target.limit" : "target.reached",
            texts.formats().wholePercent(share, found.shareRounding()));
    // A line must not break between the word and its number.
    return written.replace(' ', '\u00a0');
  }
}

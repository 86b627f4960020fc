package io.retainer.rendering.overview;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A figure in words.
 *
 * @param value in its unit, marked when it rests on a part of the period or is an estimate; a word
 *     when the source keeps it back, a dash when there is none
 * @param known whether there is a value
 * @param partial whether it rests on a part of the period
 * @param faint whether it is too small to judge, or missing
 * @param note says why there is no value: no data, not computable, or kept back by the source;
 *     empty when there is one
 * @param target how it stands to its target; empty when it has none
 * @param changes one for each comparison of the report, in their order; none without a value
 */
public record FigureText(
    String label,
    String value,
    boolean known,
    boolean partial,
    boolean faint,
    String note,
    String target,
    Look targetLook,
    List<Change> changes) {

  /** Marks a figure that rests on a part of the period; the remarks say which part. */
  public static final String PARTIAL_MARK = "\u00a0*";

  private static final String ESTIMATE_MARK = "\u2248\u00a0";

  /** Whether its value is marked as an estimate. */
  public boolean estimated() {
    return value.startsWith(ESTIMATE_MARK);
  }

  /** A value in its unit, marked as {@link #PARTIAL_MARK} and as estimates are. */
  public static String marked(KpiValue value, KpiUnit unit, Formats formats) {
    String text = formats.value(value, unit);
    return switch (value.status()) {
      case PARTIAL -> text + PARTIAL_MARK;
      case ESTIMATED -> ESTIMATE_MARK + text + (value.lacks() ? PARTIAL_MARK : "");
      case SUPPRESSED -> formats.words().text("status.suppressed");
      default -> text;
    };
  }

  /**
   * A value among others of a table: missing days are missing of all of them and stand below the
   * table; what the source keeps back or leaves empty is marked where it is.
   */
  public static String inTable(KpiValue value, KpiUnit unit, Formats formats) {
    boolean isOfAll =
        value.lacks()
            && value.reason().stream()
                .flatMap(reason -> reason.grounds().stream())
                .noneMatch(FigureText::isOfItsOwn);
    if (!isOfAll) {
      return marked(value, unit, formats);
    }
    boolean isEstimate = value.status() == KpiValue.Status.ESTIMATED;
    return (isEstimate ? ESTIMATE_MARK : "") + formats.value(value, unit);
  }

  private static boolean isOfItsOwn(Reason reason) {
    return reason.code() == Reason.Code.BELOW_THRESHOLD
        || reason.code() == Reason.Code.VALUES_MISSING
        || reason.code() == Reason.Code.PROFILES_ABSENT;
  }

  public FigureText {
    // Overviews that were kept before there were targets have none.
    target = Objects.requireNonNullElse(target, "");
    targetLook = Objects.requireNonNullElse(targetLook, Look.PLAIN);
    changes = List.copyOf(changes);
  }

  /** How a change looks: news, or not judged. */
  public enum Look {
    GOOD,
    BAD,
    PLAIN
  }

  /**
   * A change since another period.
   *
   * @param period its name, short
   * @param text with arrow and sign; a dash when it cannot be told
   */
  public record Change(String period, String text, Look look) {}

  public static FigureText of(ReportContent content, ReportTexts texts, KpiFigure figure) {
    Formats formats = texts.formats();
    KpiValue current = figure.current();
    boolean known = current.value().isPresent();
    boolean partial = current.lacks();
    List<Change> changes =
        known
            ? figure.compared().stream().map(one -> change(one, formats, figure)).toList()
            : List.of();
    Optional<TargetText> target = TargetText.of(content, texts, figure);
    return new FigureText(
        figure.kpi().title(texts.locale()),
        marked(current, figure.kpi().unit(), formats),
        known,
        partial,
        !known || isSmall(figure),
        known ? "" : texts.text("tile." + current.status().word()),
        target.map(TargetText::text).orElse(""),
        target.map(TargetText::look).orElse(Look.PLAIN),
        changes);
  }

  /** Against the first of the comparisons, by which a figure is read. */
  private static boolean isSmall(KpiFigure figure) {
    return figure.compared().stream()
        .findFirst()
        .flatMap(Compared::delta)
        .filter(delta -> delta.judgement() == Delta.Judgement.TOO_SMALL)
        .isPresent();
  }

  private static Change change(Compared compared, Formats formats, KpiFigure figure) {
    Optional<Delta> delta = compared.delta();
    String text =
        delta
            .map(
                change ->
                    formats.arrow(change)
                        + " "
                        + formats.delta(change, figure.kpi().unit(), figure.current().currency()))
            .orElse(Formats.NOTHING);
    // A change that rounds to nothing is no news, whatever it is worth in full.
    Optional<Delta> visible = delta.filter(change -> formats.shownSign(change) != 0);
    Look look =
        is(visible, Delta.Judgement.GOOD)
            ? Look.GOOD
            : is(visible, Delta.Judgement.BAD) ? Look.BAD : Look.PLAIN;
    return new Change(
        Formats.capitalised(formats.shortPeriod(compared.base().period())), text, look);
  }

  private static boolean is(Optional<Delta> delta, Delta.Judgement judgement) {
    return delta.map(Delta::judgement).filter(found -> found == judgement).isPresent();
  }
}

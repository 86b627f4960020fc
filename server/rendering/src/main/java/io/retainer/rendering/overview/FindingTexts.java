package io.retainer.rendering.overview;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.MixEffect;
import io.retainer.model.report.Moved;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Assessment;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.DirectionMarks;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What changed most and how many goals are met, as sentences. */
final class FindingTexts {

  /** So many missed goals are named. */
  private static final int GOALS_NAMED = 4;

  /** A reader knows a page by the beginning of its address. */
  private static final int LONGEST_NAME = 60;

  private static final Pattern END_OF_CUT = Pattern.compile("[\\s\\p{Punct}\\p{Pd}]*$");

  private final ReportContent content;
  private final ReportTexts texts;
  private final Formats formats;

  FindingTexts(ReportContent content, ReportTexts texts) {
    this.content = content;
    this.texts = texts;
    this.formats = texts.formats();
  }

  /** Nothing where no target is judged. */
  Optional<String> goals() {
    return judged().isEmpty() ? Optional.empty() : Optional.of(goals(missed()));
  }

  /** Those that were missed are named if no tile says so. */
  String goalsInBrief() {
    Set<KpiId> tiles =
        content.tiles().stream().map(tile -> tile.figure().kpi().id()).collect(Collectors.toSet());
    List<KpiFigure> missed = missed();
    boolean isSaid = missed.stream().allMatch(figure -> tiles.contains(figure.kpi().id()));
    return goals(isSaid ? List.of() : missed);
  }

  /** How many, for a line that ends with it; nothing where no target is judged. */
  Optional<String> goalsAtTheEnd() {
    return judged().isEmpty()
        ? Optional.empty()
        : Optional.of(texts.text("findings.goals.end", met(), all()));
  }

  private String goals(List<KpiFigure> named) {
    return named.isEmpty()
        ? texts.text("findings.goals.met", met(), all())
        : texts.text("findings.goals.missed", met(), all(), named(named));
  }

  private String met() {
    return formats.number(judged().size() - missed().size());
  }

  private String all() {
    int judged = judged().size();
    return formats.words().plural("goals", judged, formats.number(judged));
  }

  private List<KpiFigure> judged() {
    return content.figures().stream().filter(figure -> assessed(figure).isPresent()).toList();
  }

  private List<KpiFigure> missed() {
    return judged().stream()
        .filter(figure -> assessed(figure).orElseThrow().verdict().isBad())
        .toList();
  }

  private Optional<Assessment> assessed(KpiFigure figure) {
    return content.target(figure.kpi().id()).filter(found -> found.why().isEmpty());
  }

  private String named(List<KpiFigure> missed) {
    String named =
        missed.stream()
            .limit(GOALS_NAMED)
            .map(
                figure ->
                    texts.text(
                        "findings.goal",
                        title(figure),
                        TargetText.distance(texts, figure, assessed(figure).orElseThrow())))
            .collect(Collectors.joining(", "));
    int more = missed.size() - GOALS_NAMED;
    return more <= 0
        ? named
        : named + " " + formats.words().text("changes.more", formats.number(more));
  }

  /** A figure's change as its tile prints it, and what moved it. */
  String moved(Moved moved) {
    Optional<Moved.Driver> driver = moved.driver();
    String title = title(moved.figure());
    String change = delta(moved, moved.compared().delta().orElseThrow());
    if (driver.isPresent() && driver.get() instanceof Moved.Driver.Mix mix) {
      return mix(title, change, mix.effect());
    } else if (driver.isPresent() && driver.get() instanceof Moved.Driver.Segment segment) {
      Optional<String> said = segment(moved, title, segment);
      if (said.isPresent()) {
        return said.get();
      }
    }
    return texts.text("findings.moved", title, change);
  }

  private Optional<String> segment(Moved moved, String title, Moved.Driver.Segment segment) {
    Delta part = absolute(segment.amount());
    if (formats.shownSign(part) == 0) {
      return Optional.empty();
    }
    boolean isWithin = segment.amount().abs().compareTo(moved.amount().abs()) <= 0;
    return Optional.of(
        texts
            .text(
                isWithin ? "findings.moved.part" : "findings.moved.alone",
                title,
                whole(moved),
                delta(moved, part),
                name(formats.group(segment.dimension(), segment.group())))
            // What was cut ends with three dots, and a sentence after them with none more.
            .replace("\u2026.", "\u2026"));
  }

  /** With the amount, as the part beside it is one. */
  private String whole(Moved moved) {
    Delta delta = moved.compared().delta().orElseThrow();
    String change = delta(moved, delta);
    return delta.style() == Delta.Style.ABSOLUTE
        ? change
        : texts.text("findings.amount", change, delta(moved, absolute(moved.amount())));
  }

  private String mix(String title, String change, MixEffect effect) {
    KpiUnit unit = effect.kpi().unit();
    return texts.text(
        effect.groupsRose() ? "findings.moved.mix.rose" : "findings.moved.mix.fell",
        title,
        change,
        formats.byDimension(effect.dimension()),
        formats.delta(effect.byRates(), unit, effect.currency()),
        formats.delta(effect.byShares(), unit, effect.currency()));
  }

  private String delta(Moved moved, Delta delta) {
    KpiFigure figure = moved.figure();
    return formats.delta(delta, figure.kpi().unit(), figure.current().currency());
  }

  private static Delta absolute(BigDecimal amount) {
    return new Delta(Delta.Style.ABSOLUTE, amount, Delta.Judgement.NEUTRAL);
  }

  private String title(KpiFigure figure) {
    return figure.kpi().title(texts.locale());
  }

  /** In one line, and turning nothing around it. */
  private static String name(String group) {
    String line = DirectionMarks.removedFrom(group).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : END_OF_CUT
            .matcher(line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)))
            .replaceFirst("\u2026");
  }
}

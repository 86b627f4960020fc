package io.retainer.rendering.words;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.time.Base;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A section's leading figure and how it changed, as a sentence; nothing the data does not hold. */
public final class Headlines {

  private Headlines() {}

  /** The changes are those that the report asked for, at most two. */
  public static String of(Formats formats, KpiFigure figure) {
    Words words = formats.words();
    String title = figure.kpi().title(Locale.forLanguageTag(words.language()));
    String value = formats.value(figure.current(), figure.kpi().unit());
    List<String> changes =
        figure.compared().stream()
            .map(one -> change(formats, figure, one.delta(), before(words, figure, one.base())))
            .flatMap(Optional::stream)
            .limit(2)
            .toList();
    String sentence =
        switch (changes.size()) {
          case 0 -> words.text("headline.figure", title, value);
          case 1 -> words.text("headline.changed", title, value, changes.get(0));
          default ->
              words.text("headline.changed-twice", title, value, changes.get(0), changes.get(1));
        };
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  /** What came before; the days themselves stand on the cover and the tiles. */
  private static String before(Words words, KpiFigure figure, Base base) {
    Period.Kind kind = figure.period().kind();
    if (base.comparison() != Comparison.PREVIOUS) {
      return words.text("before." + base.comparison().word());
    }
    boolean isRunning = !base.days().equals(figure.period().span());
    return words.text("before." + (isRunning ? "running" : kind));
  }

  private static Optional<String> change(
      Formats formats, KpiFigure figure, Optional<Delta> delta, String before) {
    return delta
        .filter(found -> found.style() != Delta.Style.NEW)
        .map(
            found -> {
              int sign = formats.shownSign(found);
              if (sign == 0) {
                return formats.words().text("change.same", before);
              }
              String size =
                  formats.deltaSize(found, figure.kpi().unit(), figure.current().currency());
              return formats.words().text("change." + direction(found, figure, sign), size, before);
            });
  }

  /** Amounts grow, rates and levels rise, places get better. */
  private static String direction(Delta delta, KpiFigure figure, int sign) {
    if (delta.style() == Delta.Style.PLACES) {
      return sign > 0 ? "better" : "worse";
    }
    boolean amount =
        delta.style() != Delta.Style.POINTS
            && figure.kpi().kind() != KpiKind.RATIO
            && figure.kpi().unit() != KpiUnit.SCORE;
    if (amount) {
      return sign > 0 ? "more" : "less";
    }
    return sign > 0 ? "higher" : "lower";
  }
}

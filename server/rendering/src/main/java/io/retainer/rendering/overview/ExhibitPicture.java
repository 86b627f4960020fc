package io.retainer.rendering.overview;

import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.exhibit.Cohorts;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.model.report.exhibit.Funnel;
import io.retainer.model.report.exhibit.Movers;
import io.retainer.model.report.exhibit.Pacing;
import io.retainer.model.report.exhibit.Ranking;
import io.retainer.model.report.exhibit.Reconciliation;
import io.retainer.model.report.exhibit.Segments;
import io.retainer.model.report.exhibit.Stages;
import io.retainer.rendering.chart.BarTable;
import io.retainer.rendering.chart.Panel;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An exhibit as it is drawn.
 *
 * @param note how to read it; empty where it reads itself
 */
public record ExhibitPicture(String title, Panel panel, String note) {

  /**
   * @param names how names of the data are written, in a font that may lack letters
   */
  public static ExhibitPicture of(ReportTexts texts, Exhibit exhibit, UnaryOperator<String> names) {
    String title = exhibit.lead().title(texts.locale());
    if (exhibit instanceof Cohorts cohorts) {
      return new CohortPicture(texts, cohorts).picture(texts.text("exhibit.cohorts.title"));
    } else if (exhibit instanceof Segments segments) {
      return new SegmentPicture(texts, segments).picture(texts.text("exhibit.segments.title"));
    } else if (exhibit instanceof Pacing pacing) {
      return new PacingPicture(texts, pacing).picture(title);
    } else if (exhibit instanceof Columns columns) {
      return new ColumnsPicture(texts, columns).picture(names);
    } else if (exhibit instanceof Movers movers) {
      return new MoversPicture(texts, movers).picture(names);
    } else if (exhibit instanceof Reconciliation reconciliation) {
      return new ReconciliationPicture(texts, reconciliation).picture();
    } else if (exhibit instanceof Funnel funnel) {
      return new ExhibitPicture(
          title, funnel(texts, funnel, names), texts.text("exhibit.funnel.note"));
    } else if (exhibit instanceof Ranking ranking) {
      return new ExhibitPicture(title, ranking(texts, ranking, names), "");
    }
    return new ExhibitPicture(
        texts.text("exhibit.stages.head"),
        stages(texts, (Stages) exhibit),
        texts.text("exhibit.stages.note"));
  }

  /** What a step is called; in the words of the data where we have none. */
  public static String step(ReportTexts texts, String name) {
    return texts.find("step." + name).orElse(name);
  }

  private static BarTable funnel(ReportTexts texts, Funnel funnel, UnaryOperator<String> names) {
    Formats formats = texts.formats();
    Formats first = percents(formats, funnel.steps().stream().map(Funnel.Step::ofFirst));
    Formats before = percents(formats, funnel.steps().stream().map(Funnel.Step::ofBefore));
    return new BarTable(
        texts.text("exhibit.funnel.head"),
        List.of(
            texts.text("exhibit.funnel.reached"),
            texts.text("exhibit.funnel.of-first"),
            texts.text("exhibit.funnel.of-before")),
        funnel.steps().stream()
            .map(
                step ->
                    new BarTable.Row(
                        names.apply(step(texts, step.name())),
                        step.ofFirst().map(BigDecimal::doubleValue).orElse(0.0),
                        List.of(
                            formats.number(step.reached(), 0),
                            percent(first, step.ofFirst()),
                            percent(before, step.ofBefore())),
                        false))
            .toList());
  }

  private static BarTable ranking(ReportTexts texts, Ranking ranking, UnaryOperator<String> names) {
    Formats formats = texts.formats();
    Formats amounts =
        formats.forColumn(
            ranking.kpi().unit(), ranking.places().stream().map(Ranking.Place::value));
    Formats shares = percents(formats, ranking.places().stream().map(Ranking.Place::share));
    double longest =
        ranking.places().stream()
            .map(Ranking.Place::value)
            .mapToDouble(BigDecimal::doubleValue)
            .max()
            .orElse(0);
    return new BarTable(
        formats.dimension(ranking.dimension()),
        List.of(texts.text("exhibit.value"), texts.text("exhibit.share")),
        ranking.places().stream()
            .map(
                place ->
                    new BarTable.Row(
                        names.apply(placeName(texts, ranking, place)),
                        longest > 0 ? place.value().doubleValue() / longest : 0,
                        List.of(
                            amounts.amount(place.value(), ranking.kpi().unit(), ranking.currency()),
                            percent(shares, place.share())),
                        place.isOther()))
            .toList());
  }

  /** What a place is called: the value of its dimension, or that it is all others. */
  public static String placeName(ReportTexts texts, Ranking ranking, Ranking.Place place) {
    return place.isOther()
        ? texts.text("exhibit.others")
        : texts.formats().group(ranking.dimension(), place.name());
  }

  private static BarTable stages(ReportTexts texts, Stages stages) {
    double longest =
        stages.figures().stream()
            .map(figure -> figure.current().value().orElseThrow())
            .mapToDouble(BigDecimal::doubleValue)
            .max()
            .orElse(0);
    return new BarTable(
        "",
        List.of(texts.text("exhibit.value")),
        stages.figures().stream()
            .map(
                figure ->
                    new BarTable.Row(
                        figure.kpi().title(texts.locale()),
                        longest > 0
                            ? figure.current().value().orElseThrow().doubleValue() / longest
                            : 0,
                        List.of(
                            FigureText.marked(
                                figure.current(), figure.kpi().unit(), texts.formats())),
                        false))
            .toList());
  }

  /** For shares below each other. */
  static Formats percents(Formats formats, Stream<Optional<BigDecimal>> shares) {
    return formats.forColumn(KpiUnit.PERCENT, shares.flatMap(Optional::stream));
  }

  static String percent(Formats formats, Optional<BigDecimal> share) {
    return share
        .map(found -> formats.amount(found, KpiUnit.PERCENT, Optional.empty()))
        .orElse(Formats.NOTHING);
  }
}

package io.retainer.rendering.overview;

import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.exhibit.Pacing;
import io.retainer.rendering.chart.PaceChart;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An amount on its way: goal, so far, what an even course asks for, what remains. */
final class PacingPicture {

  private final ReportTexts texts;
  private final Formats formats;
  private final Pacing pacing;

  PacingPicture(ReportTexts texts, Pacing pacing) {
    this.texts = texts;
    this.formats = texts.formats();
    this.pacing = pacing;
  }

  ExhibitPicture picture(String title) {
    DateSpan span = pacing.figure().period().span();
    String goal = texts.text(pacing.isLimit() ? "exhibit.pacing.limit" : "exhibit.pacing.goal");
    PaceChart chart =
        new PaceChart(
            pacing.goal().doubleValue(),
            goal + " " + goal(),
            pacing.days().stream()
                .map(
                    day ->
                        new PaceChart.Spot(
                            ChronoUnit.DAYS.between(span.start(), day.day()) + 1,
                            day.soFar().doubleValue()))
                .toList(),
            pacing.length(),
            tick -> formats.number(BigDecimal.valueOf(tick).setScale(0, RoundingMode.HALF_UP), 0),
            List.of(
                day(span.start()),
                day(span.start().plusDays(pacing.length() / 2)),
                day(span.end().minusDays(1))),
            facts(goal));
    return new ExhibitPicture(
        title,
        chart,
        texts.text(pacing.days().isEmpty() ? "exhibit.pacing.no-days" : "exhibit.pacing.note"));
  }

  private List<PaceChart.Fact> facts(String goal) {
    List<PaceChart.Fact> facts = new ArrayList<>();
    facts.add(new PaceChart.Fact(goal, goal()));
    BigDecimal share = pacing.actual().divide(pacing.goal(), MathContext.DECIMAL64);
    facts.add(
        new PaceChart.Fact(
            texts.text(
                "exhibit.pacing.reached",
                // What is short of it never reads as all of it, nor what is over as kept.
                formats.wholePercent(
                    share, pacing.isLimit() ? RoundingMode.CEILING : RoundingMode.FLOOR)),
            FigureText.marked(pacing.figure().current(), pacing.figure().kpi().unit(), formats)));
    if (pacing.elapsed() < pacing.length()) {
      facts.add(
          new PaceChart.Fact(texts.text("exhibit.pacing.expected"), amount(pacing.expected())));
    }
    boolean isOver = pacing.remaining().signum() < 0;
    String over = pacing.isLimit() ? "exhibit.pacing.over-limit" : "exhibit.pacing.over";
    facts.add(
        new PaceChart.Fact(
            texts.text(isOver ? over : "exhibit.pacing.remaining"),
            amount(pacing.remaining().abs())));
    return facts;
  }

  /** As targets are written: a round amount has no cents. */
  private String goal() {
    return unit() == KpiUnit.MONEY
        ? formats.bound(pacing.goal(), unit(), currency())
        : amount(pacing.goal());
  }

  private String amount(BigDecimal number) {
    return unit() == KpiUnit.COUNT
        ? formats.number(number.setScale(0, RoundingMode.HALF_UP), 0)
        : formats.amount(number, unit(), currency());
  }

  private KpiUnit unit() {
    return pacing.figure().kpi().unit();
  }

  private Optional<String> currency() {
    return pacing.figure().current().currency();
  }

  private String day(LocalDate day) {
    return formats.shortDate(day);
  }
}

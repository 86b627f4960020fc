package io.retainer.rendering.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.target.Targets;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.words.Formats;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class ChartSvgTest {

  private static String trend(ReportContent content) {
    Section.Filled web =
        (Section.Filled)
            content.sections().stream()
                .filter(section -> section.key().equals("web"))
                .findFirst()
                .orElseThrow();
    TrendChart chart =
        new TrendChart(
            web.trend().orElseThrow(),
            Formats.of(Locale.forLanguageTag("be")),
            "Кастрычнік <2026>",
            "Кастрычнік 2025");
    return ChartSvg.render(chart, "Сеансы & \"больш\"", 640, 220);
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "ONE_CHANNEL", "FIRST_MONTH", "UGLY"})
  void isWellFormedAndHasNoInlineStyle(SampleKpis.Case sample) throws Exception {
    String svg = trend(Samples.content(sample, Samples.MINSK));

    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("svg");
    assertThat(svg).doesNotContain("style=").doesNotContain("NaN");
  }

  @Test
  void keepsTextAsTextAndNamesColoursByClass() {
    String svg = trend(Samples.full(Samples.MINSK));

    assertThat(svg)
        .contains("Кастрычнік &lt;2026&gt;")
        .contains("<title>Сеансы &amp; &quot;больш&quot;</title>")
        .contains("class=\"line ink-accent\"")
        .contains("class=\"line ink-past\"");
  }

  /** Of the labels below the axis: where each begins and ends, evenly apart, none over another. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void monthsBelowANarrowChartStandApart(String language) {
    Locale locale = Locale.forLanguageTag(language);
    ReportContent content =
        Samples.content("email", SampleKpis.Case.UGLY, Samples.UGLY, Targets.NONE);
    int charts = 0;
    for (Section section : content.sections()) {
      if (!(section instanceof Section.Filled filled) || filled.trend().isEmpty()) {
        continue;
      }
      charts++;
      var chart = new TrendChart(filled.trend().get(), Formats.of(locale), "2026", "2025");
      Canvas canvas = new SvgCanvas(260, 170);
      String svg = ChartSvg.render(chart, "months", 260, 170);
      Matcher label =
          Pattern.compile(
                  "<text class=\"[^\"]*\" x=\"([0-9.]+)\" y=\"163\" [^>]*text-anchor=\"middle\">([^<]+)<")
              .matcher(svg);
      List<Double> middles = new ArrayList<>();
      double free = 0;
      while (label.find()) {
        double middle = Double.parseDouble(label.group(1));
        double half = canvas.widthOf(label.group(2), 7.5) / 2;
        assertThat(middle - half).as(label.group(2)).isGreaterThanOrEqualTo(free);
        free = middle + half + 5.9;
        middles.add(middle);
      }
      assertThat(middles).hasSizeGreaterThan(2);
    }
    assertThat(charts).isPositive();
  }

  @Test
  void drawsASparklineWithAMarkAtItsEnd() {
    var tile = Samples.full(Samples.MINSK).tiles().get(0);

    String svg =
        ChartSvg.render(new Sparkline(tile.figure().kpi(), tile.trail()), "Сеансы", 140, 34);

    assertThat(svg).contains("class=\"fill ink-accent\"").contains("class=\"line ink-accent\"");
  }
}

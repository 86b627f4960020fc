package io.retainer.rendering.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.words.Formats;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  @Test
  void drawsASparklineWithAMarkAtItsEnd() {
    var tile = Samples.full(Samples.MINSK).tiles().get(0);

    String svg =
        ChartSvg.render(new Sparkline(tile.figure().kpi(), tile.trail()), "Сеансы", 140, 34);

    assertThat(svg).contains("class=\"fill ink-accent\"").contains("class=\"line ink-accent\"");
  }
}

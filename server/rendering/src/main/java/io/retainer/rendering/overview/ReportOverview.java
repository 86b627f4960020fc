package io.retainer.rendering.overview;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.rendering.chart.ChartSvg;
import io.retainer.rendering.chart.Sparkline;
import io.retainer.rendering.template.ReportTexts;
import java.util.List;

/**
 * What a page shows of a report in one language: the scorecard, a sentence for each channel, what
 * the figures rest on. The figures are those of the files, rounded and marked alike.
 *
 * @param summary what somebody wrote before all sections; may be empty
 * @param compared what the figures are compared with, to the day
 * @param legend how to read the colours, and the mark when a figure has one
 * @param findings what changed most; empty where there is nothing to say
 */
public record ReportOverview(
    String title,
    String summaryTitle,
    String summary,
    List<ComparedText> compared,
    List<Card> cards,
    String legend,
    ScorecardText findings,
    List<Channel> channels,
    String notesTitle,
    List<SourceText> sources) {

  public ReportOverview {
    summaryTitle = summaryTitle == null ? "" : summaryTitle;
    summary = summary == null ? "" : summary;
    compared = List.copyOf(compared);
    cards = List.copyOf(cards);
    // Those kept by an earlier version have none.
    findings = findings == null ? new ScorecardText("", List.of()) : findings;
    channels = List.copyOf(channels);
    sources = List.copyOf(sources);
  }

  /**
   * @param sparkline SVG, its texts escaped
   */
  public record Card(FigureText figure, String sparkline) {}

  /**
   * @param sentence the leading figure and how it changed, or why there is none; empty when left
   *     out
   * @param remarks what a reader must know of the figures
   * @param above what somebody wrote before the figures
   * @param below what somebody wrote after them
   */
  public record Channel(
      String title, String sentence, List<String> remarks, String above, String below) {

    /** Those kept by an earlier version have no words. */
    public Channel {
      remarks = List.copyOf(remarks);
      above = above == null ? "" : above;
      below = below == null ? "" : below;
    }
  }

  public static ReportOverview of(ReportContent content, ReportTexts texts) {
    List<Card> cards = content.tiles().stream().map(tile -> card(content, texts, tile)).toList();
    return new ReportOverview(
        texts.text("scorecard.title"),
        texts.text("summary.title"),
        content.commentary().summary().text(),
        ComparedText.of(content, texts),
        cards,
        legend(texts, cards.stream().map(Card::figure).toList()),
        ScorecardText.of(content, texts),
        content.sections().stream().map(section -> channel(content, texts, section)).toList(),
        texts.text("notes.title"),
        content.sources().stream()
            .map(source -> SourceText.of(texts, source, content.client().zone()))
            .toList());
  }

  /** How to read the figures. */
  public static String legend(ReportTexts texts, List<FigureText> figures) {
    return legend(texts, figures, "scorecard.partial");
  }

  /**
   * @param partial the key of what is said of figures that rest on incomplete data
   */
  public static String legend(ReportTexts texts, List<FigureText> figures, String partial) {
    StringBuilder legend = new StringBuilder(texts.text("scorecard.legend"));
    if (figures.stream().anyMatch(FigureText::estimated)) {
      legend.append(' ').append(texts.text("scorecard.estimated"));
    }
    if (figures.stream().anyMatch(FigureText::partial)) {
      legend.append(' ').append(texts.text(partial));
    }
    return legend.toString();
  }

  private static Card card(ReportContent content, ReportTexts texts, Tile tile) {
    FigureText figure = FigureText.of(content, texts, tile.figure());
    return new Card(
        figure,
        ChartSvg.render(new Sparkline(tile.figure().kpi(), tile.trail()), figure.label(), 240, 40));
  }

  private static Channel channel(ReportContent content, ReportTexts texts, Section section) {
    SectionText text = SectionText.of(content, texts, section);
    return new Channel(
        text.title(),
        text.lead().orElse(""),
        text.remarks(),
        text.aboveAsText(),
        text.below().text());
  }
}

package io.retainer.rendering.overview;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.rendering.chart.ChartSvg;
import io.retainer.rendering.chart.Sparkline;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Headlines;
import io.retainer.rendering.words.ReasonTexts;
import java.util.List;

/**
 * What a page shows of a report in one language: the scorecard, a sentence for each channel, what
 * the figures rest on. The figures are those of the files, rounded and marked alike.
 *
 * @param compared what the figures are compared with, to the day
 * @param legend how to read the colours, and the mark when a figure has one
 */
public record ReportOverview(
    String title,
    List<ComparedText> compared,
    List<Card> cards,
    String legend,
    List<Channel> channels,
    String notesTitle,
    List<SourceText> sources) {

  public ReportOverview {
    compared = List.copyOf(compared);
    cards = List.copyOf(cards);
    channels = List.copyOf(channels);
    sources = List.copyOf(sources);
  }

  /**
   * @param sparkline SVG, its texts escaped
   */
  public record Card(FigureText figure, String sparkline) {}

  /**
   * @param sentence the leading figure and how it changed, or why there is none
   * @param remarks what a reader must know of the figures
   */
  public record Channel(String title, String sentence, List<String> remarks) {

    public Channel {
      remarks = List.copyOf(remarks);
    }
  }

  public static ReportOverview of(ReportContent content, ReportTexts texts) {
    List<Card> cards = content.tiles().stream().map(tile -> card(content, texts, tile)).toList();
    return new ReportOverview(
        texts.text("scorecard.title"),
        ComparedText.of(content, texts),
        cards,
        legend(texts, cards.stream().map(Card::figure).toList()),
        content.sections().stream().map(section -> channel(content, texts, section)).toList(),
        texts.text("notes.title"),
        content.sources().stream()
            .map(source -> SourceText.of(texts, source, content.client().zone()))
            .toList());
  }

  /** How to read the figures. */
  public static String legend(ReportTexts texts, List<FigureText> figures) {
    String colours = texts.text("scorecard.legend");
    return figures.stream().anyMatch(FigureText::partial)
        ? colours + " " + texts.text("scorecard.partial")
        : colours;
  }

  private static Card card(ReportContent content, ReportTexts texts, Tile tile) {
    FigureText figure = FigureText.of(content, texts, tile.figure());
    return new Card(
        figure,
        ChartSvg.render(new Sparkline(tile.figure().kpi(), tile.trail()), figure.label(), 240, 40));
  }

  private static Channel channel(ReportContent content, ReportTexts texts, Section section) {
    String title = texts.text("section." + section.key() + ".title");
    if (section instanceof Section.Filled filled) {
      RemarkTexts remarks = new RemarkTexts(texts);
      return new Channel(
          title,
          Headlines.of(texts.formats(), filled.figures().get(0)),
          filled.remarks().stream().map(remarks::sentence).toList());
    }
    Section.Empty empty = (Section.Empty) section;
    return new Channel(title, ReasonTexts.of(texts.formats()).sentence(empty.reason()), List.of());
  }
}

package io.retainer.rendering.pdf;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.model.report.commentary.Prose;
import io.retainer.rendering.chart.LastWord;
import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.overview.ComparedText;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.SectionText;
import io.retainer.rendering.template.Paper;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report on a single page: who and when, the scorecard, a sentence for each section. Glossary,
 * data notes and tables are in the workbook.
 */
final class OnePage {

  /** Of the letters and of their column, as the layout has them. */
  private static final double SENTENCE_SIZE = 9;

  private static final int SENTENCE_WIDTH = 391;

  /** With sparklines two rows of tiles fit, without them three. */
  private static final int TALL_TILES = 6;

  private static final int MOST_TILES = 9;

  /** Two lines each, below nine low or six tall tiles. */
  private static final int MOST_SENTENCES = 7;

  /** Letter is shorter by one of them. */
  private static final int FEWER_ON_LETTER = 1;

  /** Letters that surely fit on two lines. */
  private static final int SHORT = 150;

  /** A summary takes the room of some of them. */
  private static final int MOST_SENTENCES_BELOW_SUMMARY = 4;

  private final ReportContent content;
  private final ReportTexts texts;
  private final Formats formats;
  private final Paper paper;
  private final Lettering lettering;
  private final Layout layout;

  OnePage(
      ReportContent content, ReportTexts texts, Paper paper, Lettering lettering, Layout layout) {
    this.layout = layout;
    this.lettering = lettering;
    this.paper = paper;
    this.content = content;
    this.texts = texts;
    this.formats = texts.formats();
  }

  /** The name of the client stands below in large letters, so the head says what this is. */
  static void edges(Map<String, Object> parameters, ReportContent content, ReportTexts texts) {
    parameters.put("client", texts.text("title"));
    parameters.put("periodTitle", texts.formats().span(content.period().span()));
    parameters.put(
        "runningTitle",
        Stream.concat(
                content.agency().stream()
                    .map(name -> texts.text("cover.agency") + ": " + Showable.text(name)),
                Stream.of(texts.text("notes.report-id") + ": " + content.id()))
            .collect(Collectors.joining(" \u00b7 ")));
  }

  Collection<Map<String, ?>> list() {
    List<Map<String, ?>> blocks = new ArrayList<>();
    Prose summary = content.commentary().summary();
    blocks.add(
        Blocks.block(
            "isMasthead",
            "title",
            Showable.text(content.client().name()),
            "text",
            formats.periodTitle(content.period()),
            "anchor",
            texts.text("title")));
    blocks.addAll(ProseBlocks.of(summary));
    if (Blocks.hasNoFigure(content)) {
      blocks.add(Blocks.block("isLead", "text", texts.text("notes.none")));
    } else {
      String lead = Blocks.comparedWith(content, texts);
      blocks.add(Blocks.block("isLead", "text", Blocks.boundLead(lettering, lead)));
      blocks.addAll(TilePairs.blocks(tiles(), layout));
      blocks.add(Blocks.block("isRemark", "text", legend()));
      blocks.add(Blocks.block("isSpace"));
    }
    List<SectionText> sections =
        content.sections().stream()
            .map(section -> SectionText.of(content, texts, section))
            .filter(section -> section.lead().isPresent())
            .limit(sentences(summary))
            .toList();
    blocks.addAll(findings(sentences(summary) - sections.size()));
    sections.forEach(section -> blocks.add(sentence(section)));
    blocks.add(Blocks.block("isRemark", "text", foot(blocks)));
    return blocks;
  }

  /** What each mark on this page means: the workbook has what the notes of other reports say. */
  private String legend() {
    List<FigureText> shown =
        content.tiles().stream()
            .limit(MOST_TILES)
            .map(tile -> FigureText.of(content, texts, tile.figure()))
            .toList();
    StringBuilder legend =
        new StringBuilder(ReportOverview.legend(texts, shown, "one-page.partial"));
    if (isTall() && Blocks.hasBars(content, texts)) {
      legend.append(' ').append(texts.text("scorecard.target"));
    }
    return legend.toString();
  }

  /** In a tile or in a sentence. */
  private boolean hasPoints(List<Map<String, ?>> above) {
    String points = formats.words().text("delta.points", "");
    Stream<String> changes =
        content.tiles().stream()
            .limit(MOST_TILES)
            .flatMap(tile -> FigureText.of(content, texts, tile.figure()).changes().stream())
            .map(FigureText.Change::text);
    Stream<String> said =
        above.stream()
            .map(block -> block.get("text"))
            .filter(String.class::isInstance)
            .map(String.class::cast);
    return Stream.concat(changes, said).anyMatch(text -> text.contains(points));
  }

  private boolean isTall() {
    return content.tiles().size() <= TALL_TILES;
  }

  /** A sentence of each topic, in the room that the sections leave. */
  private List<Map<String, ?>> findings(int room) {
    return ScorecardText.of(content, texts).rows().stream()
        .limit(room)
        .<Map<String, ?>>map(
            row -> {
              ScorecardText.Sentence first = row.sentences().get(0);
              boolean isShort = first.said().length() <= SHORT;
              return Blocks.block(
                  "isFinding",
                  "title",
                  row.label(),
                  "text",
                  Showable.whole(isShort ? first.said() : first.brief()));
            })
        .toList();
  }

  private int sentences(Prose summary) {
    int most = summary.isEmpty() ? MOST_SENTENCES : MOST_SENTENCES_BELOW_SUMMARY;
    return paper == Paper.A4 ? most : most - FEWER_ON_LETTER;
  }

  private List<Map<String, ?>> tiles() {
    TileRows rows = new TileRows(content, texts);
    return isTall()
        ? content.tiles().stream().<Map<String, ?>>map(tile -> rows.tall(tile, false)).toList()
        : rows.low(content.tiles().stream().limit(MOST_TILES).map(Tile::figure).toList());
  }

  private Map<String, ?> sentence(SectionText section) {
    String lead = Showable.whole(section.lead().orElseThrow());
    String text = LastWord.bound(lettering, lead, SENTENCE_SIZE, SENTENCE_WIDTH);
    return Blocks.block("isFinding", "title", section.title(), "text", text);
  }

  private String foot(List<Map<String, ?>> above) {
    String asOf =
        content
            .dataAsOf()
            .map(moment -> formats.moment(moment, content.client().zone()))
            .orElse(texts.text("cover.no-data"));
    String facts =
        Stream.concat(
                Stream.of(texts.text("cover.as-of") + ": " + asOf),
                ComparedText.of(content, texts).stream()
                    .map(compared -> compared.label() + ": " + compared.days()))
            .collect(Collectors.joining(" \u00b7 "));
    return facts
        // Some languages end a date with a period.
        + (facts.endsWith(".") ? " " : ". ")
        + texts.text("one-page.more")
        + (hasPoints(above) ? " " + texts.text("one-page.points") : "")
        + (above.stream().anyMatch(NoteBlocks::isSpelled)
            ? " " + texts.text("notes.spelled.value")
            : "");
  }
}

package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.History;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Trend;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.rendering.chart.LastWord;
import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.chart.TrendChart;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.SectionText;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.overview.TrendText;
import io.retainer.rendering.template.Paper;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.NoBreaks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands on the pages after the cover, block by block from top to bottom: the rows that {@code
 * report.jrxml} lays out.
 */
final class Blocks {

  /** Of letters and of their column, as the layout has them. */
  static final double LEAD_SIZE = 11;

  /** Fields of texts that may take several lines. */
  private static final Set<String> LINES = Set.of("title", "text", "detail", "label", "tableTitle");

  static final double REMARK_SIZE = 8.5;
  static final int REMARK_WIDTH = SizedImage.WIDTH - 14;

  private final ReportContent content;
  private final ReportTexts texts;
  private final Formats formats;
  private final Paper paper;
  private final Layout layout;
  private final Lettering lettering;
  private final ColumnHeads heads;
  private final List<Map<String, ?>> blocks = new ArrayList<>();
  private boolean spelled;

  /**
   * @param layout what it knows of tiles and charts that are higher where a page would be left
   *     empty
   */
  Blocks(
      ReportContent content, ReportTexts texts, Paper paper, Lettering lettering, Layout layout) {
    this.layout = layout;
    this.lettering = lettering;
    this.heads = new ColumnHeads(lettering);
    this.paper = paper;
    this.content = content;
    this.texts = texts;
    this.formats = texts.formats();
  }

  /**
   * @param end of the glossary, and where the notes begin
   */
  Collection<Map<String, ?>> list(GlossaryEnd end) {
    PageRoom room = new PageRoom(content, texts, paper, lettering, layout.chartHeight());
    summary(room);
    scorecard(room);
    List<Section> sections = filledFirst();
    boolean isFirst = room.isFresh();
    List<Pagination.Place> places = room.takeSections(sections);
    for (int i = 0; i < sections.size(); i++) {
      if (places.get(i).isOnNewPage()) {
        pageBreak();
      } else if (i > 0 || !isFirst) {
        add("isGap");
      }
      section(sections.get(i), places.get(i), room);
    }
    notes(end, room);
    return blocks;
  }

  private void notes(GlossaryEnd end, PageRoom room) {
    NoteBlocks last = new NoteBlocks(content, texts);
    List<Map<String, ?>> terms = last.glossary(end == GlossaryEnd.TWO_TERMS);
    List<Map<String, ?>> sources = last.sources();
    List<Map<String, ?>> report =
        last.report(isSpelled() || sources.stream().anyMatch(NoteBlocks::isSpelled));
    List<Map<String, ?>> notes = new ArrayList<>(sources);
    notes.addAll(report);
    if (!terms.isEmpty()) {
      gapOrBreak(room.takeTerms(terms));
      heading("glossary.title", "glossary.lead");
      blocks.addAll(terms);
    }
    boolean isBelow = end != GlossaryEnd.NOTES_APART && room.hasRoomForNotes(notes);
    gapOrBreak(isBelow);
    heading("notes.title", "notes.lead");
    blocks.addAll(sources);
    if (room.isApart(sources, report, isBelow)) {
      pageBreak();
    }
    blocks.addAll(report);
  }

  private void gapOrBreak(boolean isBelow) {
    add(isBelow ? "isGap" : "isBreak");
  }

  /** Channels without data stand together after the others, instead of one lonely page each. */
  private List<Section> filledFirst() {
    List<Section> sections = new ArrayList<>(content.sections());
    sections.sort(Comparator.comparing(section -> section instanceof Section.Empty));
    return sections;
  }

  private void summary(PageRoom room) {
    Prose summary = content.commentary().summary();
    if (summary.isEmpty()) {
      return;
    }
    add("isHeading", "title", texts.text("summary.title"), "anchor", texts.text("summary.title"));
    blocks.addAll(ProseBlocks.of(summary));
    room.takeSummary(summary);
  }

  private void scorecard(PageRoom room) {
    if (content.tiles().isEmpty()) {
      return;
    }
    if (!room.isFresh() && !room.hasRoomFor(content.tiles())) {
      pageBreak();
    } else if (!room.isFresh()) {
      add("isGap");
    }
    add(
        "isHeading",
        "title",
        texts.text("scorecard.title"),
        "anchor",
        texts.text("scorecard.title"));
    if (hasNoFigure(content)) {
      lead(texts.text("notes.none"));
      room.takeSentence();
      return;
    }
    String lead = comparedWith(content, texts);
    lead(lead);
    TileRows tiles = new TileRows(content, texts);
    String legend = legend(content, texts);
    ScorecardText said = ScorecardText.of(content, texts);
    boolean isTaller =
        room.takeScorecard(content.tiles(), lead, legend, said, layout.hasTallerTiles());
    figures(
        content.tiles().stream().<Map<String, ?>>map(tile -> tiles.tall(tile, isTaller)).toList(),
        room.tiles(lead));
    remark(legend);
    findings(room, said);
  }

  /** Below the tiles, where there is room for all of it; else on the page after them. */
  private void findings(PageRoom room, ScorecardText said) {
    if (said.isEmpty()) {
      room.end();
      return;
    }
    if (room.takeBelowTiles(said)) {
      room.end();
    } else {
      pageBreak();
    }
    blocks.addAll(FindingRows.of(said));
  }

  /** Empty tiles side by side say less than a sentence. */
  static boolean hasNoFigure(ReportContent content) {
    return content.tiles().stream()
        .allMatch(tile -> tile.figure().current().status() == KpiValue.Status.NO_DATA);
  }

  /** How to read colours, marks and bars, as far as there are any. */
  static String legend(ReportContent content, ReportTexts texts) {
    String legend =
        ReportOverview.legend(
            texts,
            content.tiles().stream()
                .map(tile -> FigureText.of(content, texts, tile.figure()))
                .toList());
    return hasBars(content, texts) ? legend + " " + texts.text("scorecard.target") : legend;
  }

  static boolean hasBars(ReportContent content, ReportTexts texts) {
    return content.tiles().stream()
        .flatMap(tile -> TargetText.of(content, texts, tile.figure()).stream())
        .anyMatch(target -> target.bar().isPresent());
  }

  static String comparedWith(ReportContent content, ReportTexts texts) {
    Object[] beside =
        content.bases().stream()
            .map(base -> texts.text("scorecard.beside." + base.comparison().word()))
            .toArray();
    return texts.text("scorecard.lead." + beside.length, beside);
  }

  /**
   * @param place which of its parts begin a page and which are higher, as {@link PageRoom} counts
   *     them
   */
  private void section(Section section, Pagination.Place place, PageRoom room) {
    SectionText text = SectionText.of(content, texts, section);
    String title = Showable.whole(text.title());
    add("isHeading", "title", title, "anchor", title);
    text.lead().ifPresent(said -> lead(Showable.whole(said)));
    text.above().forEach(prose -> blocks.addAll(ProseBlocks.of(prose)));
    int part = section instanceof Section.Filled filled ? filled(filled, text, place, room) : 1;
    breakBefore(part, place);
    blocks.addAll(ProseBlocks.of(text.below()));
  }

  private void breakBefore(int part, Pagination.Place place) {
    if (place.breaks().contains(part)) {
      pageBreak();
    }
  }

  /** Its parts; how many. */
  private int filled(
      Section.Filled section, SectionText text, Pagination.Place place, PageRoom room) {
    TileRows tiles = new TileRows(content, texts);
    figures(
        tiles.low(
            section.figures().stream()
                .filter(figure -> figure.current().value().isPresent())
                .toList()),
        room.tiles(text));
    text.remarks().forEach(remark -> remark(Showable.whole(remark)));
    int part = 1;
    if (section.trend().isPresent()) {
      breakBefore(part, place);
      trend(room.chart(section) + place.growth(part++), section.trend().get());
    }
    for (Exhibit exhibit : section.exhibits()) {
      breakBefore(part, place);
      exhibit(exhibit, place.growth(part++));
    }
    int number = 0;
    for (BreakdownTable table : section.breakdowns()) {
      breakBefore(part++, place);
      blocks.addAll(new TableRows(texts, heads, section.key() + "-" + number++, table).list());
    }
    for (History table : HistoryRows.tables(section)) {
      breakBefore(part++, place);
      blocks.addAll(
          new HistoryRows(texts, heads, section.key() + "-history-" + number++, table).list());
    }
    return part;
  }

  private void exhibit(Exhibit exhibit, int growth) {
    ExhibitPicture picture = ExhibitPicture.of(texts, exhibit, this::name);
    add(
        "isExhibit",
        "title",
        picture.title(),
        "chart",
        new SizedImage(picture.panel(), SizedImage.height(picture.panel()) + growth),
        "text",
        picture.note().isEmpty() ? null : picture.note());
  }

  private boolean isSpelled() {
    return spelled
        || Showable.isSpelled(Showable.text(content.client().name()))
        || blocks.stream().anyMatch(NoteBlocks::isSpelled);
  }

  /** Of a drawing, whose texts nobody can ask for later. */
  private String name(String name) {
    String shown = Showable.name(name);
    spelled |= Showable.isSpelled(shown);
    return shown;
  }

  private void trend(int height, Trend trend) {
    TrendChart chart =
        new TrendChart(
            trend,
            formats,
            formats.periodTitle(content.period()),
            content.yearEarlier().map(formats::periodTitle).orElse(""));
    add("isChart", "title", TrendText.title(texts, trend), "chart", new SizedImage(chart, height));
  }

  private void heading(String title, String lead) {
    add("isHeading", "title", texts.text(title), "anchor", texts.text(title));
    lead(texts.text(lead));
  }

  private void lead(String text) {
    add("isLead", "text", boundLead(lettering, text));
  }

  static String boundLead(Lettering lettering, String text) {
    return LastWord.bound(lettering, text, LEAD_SIZE, SizedImage.WIDTH - 4);
  }

  private void remark(String text) {
    add("isRemark", "text", LastWord.bound(lettering, text, REMARK_SIZE, REMARK_WIDTH));
  }

  private void pageBreak() {
    add("isBreak");
  }

  private void figures(List<Map<String, ?>> tiles, TileRoom room) {
    room.pages(tiles).forEach(page -> blocks.addAll(TilePairs.blocks(page, layout)));
  }

  private void add(String kind, Object... fields) {
    blocks.add(block(kind, fields));
  }

  static Map<String, Object> block(String kind, Object... fields) {
    Map<String, Object> block = new HashMap<>();
    block.put(kind, Boolean.TRUE);
    for (int i = 0; i < fields.length; i += 2) {
      String field = (String) fields[i];
      boolean isLaidOut = LINES.contains(field) && fields[i + 1] != null;
      block.put(field, isLaidOut ? NoBreaks.in((String) fields[i + 1]) : fields[i + 1]);
    }
    return block;
  }
}

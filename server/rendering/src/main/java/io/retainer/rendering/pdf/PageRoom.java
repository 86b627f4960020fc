package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.History;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.chart.TextLines;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.SectionText;
import io.retainer.rendering.pdf.Pagination.Part;
import io.retainer.rendering.template.Paper;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.NoBreaks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reckons what fits on a page, so that sections begin where they look well. It counts the heights
 * of {@code report.jrxml}; where it is wrong, the layout still breaks between rows and never inside
 * one.
 */
final class PageRoom {

  /** The head and the foot of a page. */
  private static final int EDGES = 102;

  private static final int HEADING = 40;
  private static final int LEAD = 24;
  private static final int LEAD_LINE = 16;
  private static final int ABOVE_TILES = 10;
  private static final int SENTENCE = 80;
  private static final int TILES = 104;
  private static final int TALL_TILES = 158;
  private static final int ABOVE_CHART = 32;
  private static final int LOW_CHART = 120;
  private static final int CHART = 148;
  private static final int HIGH_CHART = 208;
  private static final int TILE_GROWTH = 36;
  private static final int TABLE = 62;
  private static final int TOTAL = 24;
  private static final int ROW = 21;
  private static final int REMARK = 20;
  private static final int REMARK_LINE = 11;
  private static final int EXHIBIT = 48;
  private static final int NOTE = 12;
  private static final double NOTE_LINE = 9.1;

  /** A table begins where so much is left, a paragraph where there is room for a few lines. */
  private static final int ROWS = 130;

  private static final int PARAGRAPH = 40;

  /** The heading of the notes and two of them. */
  private static final int FIRST_NOTES = 180;

  private final ReportContent content;
  private final ReportTexts texts;
  private final Lettering lettering;
  private final ColumnHeads heads;
  private final NoteHeights notes;
  private final Set<Section> low = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Optional<Integer> fixedChart;
  private final int page;
  private int used;

  /**
   * @param fixedChart how high the layout draws each trend, where it does not ask
   */
  PageRoom(
      ReportContent content,
      ReportTexts texts,
      Paper paper,
      Lettering lettering,
      Optional<Integer> fixedChart) {
    this.fixedChart = fixedChart;
    this.lettering = lettering;
    this.heads = new ColumnHeads(lettering);
    this.notes = new NoteHeights(lettering);
    this.page = paper.height() - EDGES;
    this.content = content;
    this.texts = texts;
  }

  /** What comes next begins a new page, if there is something to see on this one. */
  void end() {
    used = Pagination.isFull(used, page) ? page : used;
  }

  /** A heading and a sentence stand on it. */
  void takeSentence() {
    used += SENTENCE;
  }

  /** The summary stands on it, or its end. */
  void takeSummary(Prose summary) {
    used = (40 + ProseBlocks.height(summary)) % page;
  }

  /** Whether the scorecard fits below what there is. */
  boolean hasRoomFor(List<Tile> tiles) {
    int heading = HEADING + LEAD + LEAD_LINE + ABOVE_TILES;
    int legend = REMARK + REMARK_LINE;
    int rows = TileRoom.rows(tiles.size());
    return used + Pagination.GAP + heading + rows * TALL_TILES + legend <= page;
  }

  /**
   * The scorecard stands on it, below what there was if there is room for both.
   *
   * @return whether its tiles are taller, which fills the page
   */
  boolean takeScorecard(
      List<Tile> tiles, String lead, String legend, ScorecardText said, boolean mayGrow) {
    TileRoom room = tiles(lead);
    int rows = TileRoom.rows(tiles.size());
    if (!room.isEnough(tiles.size())) {
      used = ABOVE_TILES + room.last(tiles.size()) * TALL_TILES + remark(legend);
      return false;
    }
    int height = HEADING + lead(lead) + ABOVE_TILES + rows * TALL_TILES + remark(legend);
    used = isFresh() || !hasRoomFor(tiles) ? height : used + Pagination.GAP + height;
    int below = said.isEmpty() ? 0 : FindingRows.height(said, lettering);
    int end = used + below <= page ? used + below : used;
    int taller = end + rows * TILE_GROWTH;
    boolean grows =
        mayGrow
            && !Pagination.isFull(end, page)
            && Pagination.isFull(taller, page)
            && taller <= page;
    used += grows ? rows * TILE_GROWTH : 0;
    return grows;
  }

  /** How the tiles of a scorecard stand on pages. */
  TileRoom tiles(String lead) {
    return TileRoom.of(page - HEADING - lead(lead) - ABOVE_TILES, page - ABOVE_TILES, TALL_TILES);
  }

  /** How the tiles of a section stand on pages. */
  TileRoom tiles(SectionText text) {
    int above = HEADING + text.lead().map(this::lead).orElse(0) + ABOVE_TILES + above(text);
    return TileRoom.of(page - above % page, page - ABOVE_TILES, TILES);
  }

  private static int above(SectionText text) {
    return text.above().stream().mapToInt(ProseBlocks::height).sum();
  }

  /** Takes the room for what the scorecard says; false when that begins a new page. */
  boolean takeBelowTiles(ScorecardText said) {
    int height = FindingRows.height(said, lettering);
    boolean fits = used + height <= page;
    used = fits ? used + height : height;
    return fits;
  }

  /**
   * Whether the terms begin below what there is: where a page of their own would leave that one
   * empty by a third.
   */
  boolean takeTerms(List<Map<String, ?>> terms) {
    boolean isBelow = !isFresh() && !Pagination.isFull(used, page);
    used = notes.end(terms, page, isBelow ? used + Pagination.GAP : 0);
    return isBelow;
  }

  /**
   * Whether notes stand below what is before them: where a page of their own would leave that one
   * empty by a third, if all of them fit, or if they end a page earlier.
   */
  boolean hasRoomForNotes(List<Map<String, ?>> last) {
    int height = NoteHeights.HEADING + notes.of(last);
    int begin = used + Pagination.GAP;
    boolean isLonger = height > page && begin + FIRST_NOTES <= page;
    return !isFresh()
        && (!Pagination.isFull(used, page)
            || begin + height <= page
            || isLonger && pages(begin + height, page) < 1 + pages(height, page));
  }

  /** Whether the last of the notes go to a page of their own, as they would not be on one. */
  boolean isApart(List<Map<String, ?>> first, List<Map<String, ?>> last, boolean isBelow) {
    int end = notes.end(first, page, isBelow ? used + Pagination.GAP : 0);
    return end + notes.of(last) > page && Pagination.isFull(end, page);
  }

  private static int pages(int height, int page) {
    return (height + page - 1) / page;
  }

  /** Whether nothing stands on the page yet. */
  boolean isFresh() {
    return used == 0;
  }

  /** How high the trend of a section is drawn that room was taken for, before it grows. */
  int chart(Section section) {
    return fixedChart.orElse(low.contains(section) ? LOW_CHART : CHART);
  }

  /** A section that is longer than a page has its trend drawn lower. */
  private List<Part> parts(Section section) {
    List<Part> parts = parts(section, CHART);
    if (fixedChart.isPresent() || parts.stream().mapToInt(Part::height).sum() <= page) {
      return parts;
    }
    low.add(section);
    return parts(section, LOW_CHART);
  }

  /** Where sections stand below what there is, and which of their parts begin a page. */
  List<Pagination.Place> takeSections(List<Section> sections) {
    Pagination.Places places =
        Pagination.of(page, used, sections.stream().map(this::parts).toList());
    used = places.used();
    return places.sections();
  }

  /** In the order in which they are printed; see {@link Blocks}. */
  private List<Part> parts(Section section, int chart) {
    SectionText text = SectionText.of(content, texts, section);
    int above = above(text);
    List<Part> parts = new ArrayList<>();
    if (section instanceof Section.Filled filled) {
      Part opening = opening(opening(filled, text), above);
      boolean isEnough = tiles(text).isEnough(tiles(filled));
      // Where tiles fill pages the first of them are below the heading.
      parts.add(isEnough ? opening : new Part(Math.max(page + 1, opening.height()), page));
      filled.trend().ifPresent(trend -> parts.add(chart(chart)));
      filled.exhibits().forEach(exhibit -> parts.add(exhibit(exhibit)));
      filled.breakdowns().forEach(table -> parts.add(table(height(table), kpis(table))));
      HistoryRows.tables(filled).forEach(rows -> parts.add(table(height(rows), rows.kpis())));
    } else {
      parts.add(opening(SENTENCE, above));
    }
    int below = ProseBlocks.height(text.below());
    if (below > 0) {
      parts.add(new Part(below, PARAGRAPH));
    }
    return parts;
  }

  private Part chart(int drawn) {
    int height = ABOVE_CHART + fixedChart.orElse(drawn);
    return new Part(height, height, fixedChart.isPresent() ? 0 : HIGH_CHART - drawn);
  }

  /** A long text above the figures goes on over the page. */
  private Part opening(int height, int above) {
    return above > page / 2 ? new Part(height + above, height) : Part.whole(height + above);
  }

  /** From the heading to what is said of the figures. */
  private int opening(Section.Filled section, SectionText text) {
    return HEADING
        + text.lead().map(this::lead).orElse(0)
        + ABOVE_TILES
        + TileRoom.rows(tiles(section)) * TILES
        + text.remarks().stream().mapToInt(this::remark).sum();
  }

  private static long tiles(Section.Filled section) {
    return section.figures().stream()
        .filter(figure -> figure.current().value().isPresent())
        .count();
  }

  private int lead(String text) {
    return LEAD + LEAD_LINE * (lines(text, Blocks.LEAD_SIZE, SizedImage.WIDTH - 4) - 1);
  }

  private int remark(String text) {
    return REMARK + REMARK_LINE * (lines(text, Blocks.REMARK_SIZE, Blocks.REMARK_WIDTH) - 1);
  }

  /** As blocks have the text. */
  private int lines(String text, double size, double width) {
    return TextLines.of(lettering, NoBreaks.in(text), size, width);
  }

  private Part table(int height, List<KpiDescriptor> kpis) {
    int stretch = heads.stretch(kpis, texts.locale());
    return new Part(height + stretch, ROWS + stretch);
  }

  private static List<KpiDescriptor> kpis(BreakdownTable table) {
    List<KpiDescriptor> kpis = table.breakdown().kpis();
    return kpis.subList(0, Math.min(TableRows.SLOTS, kpis.size()));
  }

  private static int height(History history) {
    return TABLE + ROW * history.rows().size();
  }

  private static int height(BreakdownTable table) {
    int rows = table.breakdown().groups().size() + (table.breakdown().other().isPresent() ? 1 : 0);
    int remark = TableRows.partial(table.breakdown()).isPresent() ? REMARK + REMARK_LINE : 0;
    return TABLE + ROW * rows + TOTAL + remark;
  }

  private Part exhibit(Exhibit exhibit) {
    ExhibitPicture picture = ExhibitPicture.of(texts, exhibit, Showable::name);
    int lines = lines(picture.note(), 7.5, SizedImage.WIDTH - 4);
    int height =
        EXHIBIT
            + SizedImage.height(picture.panel())
            + Math.max(0, (int) Math.ceil(NOTE_LINE * lines) - NOTE);
    return new Part(height, height, picture.panel().growth());
  }
}

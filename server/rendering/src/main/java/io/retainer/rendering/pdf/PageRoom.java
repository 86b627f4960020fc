package io.retainer.rendering.pdf;

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
import io.retainer.rendering.template.Paper;
import io.retainer.rendering.template.ReportTexts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reckons whether a section still fits on the page it would begin on, so that two short ones share
 * a page and no section begins at its foot. It counts the heights of {@code report.jrxml}; where it
 * is wrong, the layout still breaks between rows and never inside one.
 */
final class PageRoom {

  /** The head and the foot of a page. */
  private static final int EDGES = 102;

  private static final int GAP = 26;
  private static final int HEADING = 40;
  private static final int LEAD = 24;
  private static final int LEAD_LINE = 16;
  private static final int ABOVE_TILES = 10;
  private static final int SENTENCE = 80;
  private static final int TILES = 104;
  private static final int TALL_TILES = 158;
  private static final int CHART = 180;
  private static final int LOW_CHART = 152;
  private static final int TABLE = 62;
  private static final int TOTAL = 24;
  private static final int ROW = 21;
  private static final int REMARK = 20;
  private static final int REMARK_LINE = 11;
  private static final int EXHIBIT = 58;
  private static final int NOTE_LINE = 10;

  private final ReportContent content;
  private final ReportTexts texts;
  private final Lettering lettering;
  private final int page;
  private int used;

  PageRoom(ReportContent content, ReportTexts texts, Paper paper, Lettering lettering) {
    this.lettering = lettering;
    this.page = paper.height() - EDGES;
    this.content = content;
    this.texts = texts;
  }

  /** The page is full, whatever comes next begins a new one. */
  void fill() {
    used = page;
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
    return used + GAP + heading + (tiles.size() + 2) / 3 * TALL_TILES + legend <= page;
  }

  /** The scorecard stands on it, below what there was if there is room for both. */
  void takeScorecard(List<Tile> tiles, String lead, String legend) {
    int height =
        HEADING + lead(lead) + ABOVE_TILES + (tiles.size() + 2) / 3 * TALL_TILES + remark(legend);
    used = isFresh() || !hasRoomFor(tiles) ? height : used + GAP + height;
  }

  /** Takes the room for what the scorecard says; false when that begins a new page. */
  boolean takeBelowTiles(ScorecardText said) {
    int height = FindingRows.height(said, lettering);
    boolean fits = used + height <= page;
    used = fits ? used + height : height;
    return fits;
  }

  /** Whether nothing stands on the page yet. */
  boolean isFresh() {
    return used == 0;
  }

  /** Takes the room; false when the section begins a new page. */
  boolean take(Section section) {
    int height = height(section);
    boolean fits = used == 0 || used + GAP + height <= page;
    used = fits && used > 0 ? used + GAP + height : height;
    return fits;
  }

  /** Whether the section needs its chart drawn lower, to stay on one page. */
  boolean isTight(Section section) {
    return height(section) > page;
  }

  private int height(Section section) {
    SectionText text = SectionText.of(content, texts, section);
    int prose = ProseBlocks.height(text.above()) + ProseBlocks.height(text.below());
    if (!(section instanceof Section.Filled filled)) {
      return SENTENCE + prose;
    }
    long tiles =
        filled.figures().stream().filter(figure -> figure.current().value().isPresent()).count();
    int height = HEADING + text.lead().map(this::lead).orElse(0);
    height += ABOVE_TILES + (int) ((tiles + 2) / 3) * TILES;
    height += filled.trend().isPresent() ? CHART : 0;
    height += filled.breakdowns().stream().mapToInt(PageRoom::height).sum();
    height += filled.exhibits().stream().mapToInt(this::height).sum();
    height += filled.history().map(PageRoom::height).orElse(0);
    return height + prose + text.remarks().stream().mapToInt(this::remark).sum();
  }

  private int lead(String text) {
    return LEAD + LEAD_LINE * (TextLines.of(lettering, text, 11, SizedImage.WIDTH - 4) - 1);
  }

  private int remark(String text) {
    return REMARK + REMARK_LINE * (TextLines.of(lettering, text, 8.5, SizedImage.WIDTH - 14) - 1);
  }

  private static int height(History history) {
    return TABLE + ROW * history.rows().size();
  }

  private static int height(BreakdownTable table) {
    int rows = table.breakdown().groups().size() + (table.breakdown().other().isPresent() ? 1 : 0);
    int remark = TableRows.partial(table.breakdown()).isPresent() ? REMARK + REMARK_LINE : 0;
    return TABLE + ROW * rows + TOTAL + remark;
  }

  /**
   * The tables that begin a page, because a row or two of them would stand alone on the next one. A
   * table that is longer than a page goes on where it is.
   */
  Moved moved(Section.Filled section) {
    int history = section.history().map(PageRoom::height).orElse(0);
    int tables = section.breakdowns().stream().mapToInt(PageRoom::height).sum() + history;
    int tight = section.trend().isPresent() && isTight(section) ? CHART - LOW_CHART : 0;
    int below = ProseBlocks.height(content.commentary().of(section.key()).below());
    int exhibits = section.exhibits().stream().mapToInt(this::height).sum();
    int used = height(section) - tables - exhibits - tight - below;
    for (Exhibit exhibit : section.exhibits()) {
      int height = height(exhibit);
      used = used + height <= page ? used + height : height;
    }
    Set<BreakdownTable> moved = new HashSet<>();
    for (BreakdownTable table : section.breakdowns()) {
      int height = height(table);
      boolean fits = used + height <= page;
      if (!fits && height <= page) {
        moved.add(table);
      }
      used = fits ? used + height : height % page;
    }
    return new Moved(moved, history > 0 && history <= page && used + history > page);
  }

  /** The tables of a section that begin a page. */
  record Moved(Set<BreakdownTable> tables, boolean history) {}

  private int height(Exhibit exhibit) {
    ExhibitPicture picture = ExhibitPicture.of(texts, exhibit, Showable::name);
    int lines = TextLines.of(lettering, picture.note(), 7.5, SizedImage.WIDTH - 4);
    return EXHIBIT + SizedImage.height(picture.panel()) + NOTE_LINE * (lines - 1);
  }
}

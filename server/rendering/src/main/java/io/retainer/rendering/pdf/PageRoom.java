package io.retainer.rendering.pdf;

import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.rendering.overview.ExhibitPicture;
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
  private static final int HEADING = 84;
  private static final int SENTENCE = 80;
  private static final int TILES = 104;
  private static final int TALL_TILES = 158;
  private static final int CHART = 180;
  private static final int LOW_CHART = 152;
  private static final int TABLE = 86;
  private static final int ROW = 21;
  private static final int REMARK = 22;
  private static final int EXHIBIT = 58;

  private final ReportContent content;
  private final ReportTexts texts;
  private final int page;
  private int used;

  PageRoom(ReportContent content, ReportTexts texts, Paper paper) {
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
    return used + GAP + HEADING + (tiles.size() + 2) / 3 * TALL_TILES + REMARK <= page;
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
    int height = HEADING + (int) ((tiles + 2) / 3) * TILES;
    height += filled.trend().isPresent() ? CHART : 0;
    height += filled.breakdowns().stream().mapToInt(PageRoom::height).sum();
    height += filled.exhibits().stream().mapToInt(this::height).sum();
    height += filled.history().map(history -> TABLE + ROW * history.rows().size()).orElse(0);
    return height + prose + REMARK * text.remarks().size();
  }

  private static int height(BreakdownTable table) {
    int rows = table.breakdown().groups().size() + (table.breakdown().other().isPresent() ? 1 : 0);
    int remark = TableRows.partial(table.breakdown()).isPresent() ? REMARK : 0;
    return TABLE + ROW * rows + remark;
  }

  /**
   * The tables that begin a page, because a row or two of them would stand alone on the next one. A
   * table that is longer than a page goes on where it is.
   */
  Set<BreakdownTable> moved(Section.Filled section) {
    int tables = section.breakdowns().stream().mapToInt(PageRoom::height).sum();
    int tight = section.trend().isPresent() && isTight(section) ? CHART - LOW_CHART : 0;
    int below = ProseBlocks.height(content.commentary().of(section.key()).below());
    int used = height(section) - tables - tight - below;
    Set<BreakdownTable> moved = new HashSet<>();
    for (BreakdownTable table : section.breakdowns()) {
      int height = height(table);
      boolean fits = used + height <= page;
      if (!fits && height <= page) {
        moved.add(table);
      }
      used = fits ? used + height : height % page;
    }
    return moved;
  }

  private int height(Exhibit exhibit) {
    ExhibitPicture picture = ExhibitPicture.of(texts, exhibit, Showable::name);
    return EXHIBIT + SizedImage.height(picture.panel());
  }
}

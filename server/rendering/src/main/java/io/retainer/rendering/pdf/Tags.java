package io.retainer.rendering.pdf;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import io.retainer.rendering.letters.Directions;
import java.util.Optional;
import net.sf.jasperreports.engine.JRAnchor;
import net.sf.jasperreports.engine.JROrigin;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicStructureEntry;
import net.sf.jasperreports.pdf.common.DefaultPdfTagger;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import net.sf.jasperreports.pdf.common.PdfTagger;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;

/**
 * Tells programs that read a page aloud what its parts are: headings, paragraphs, tables with their
 * heads, charts. JasperReports leaves that to a tagger, and the free edition brings none. What
 * repeats on each page, and what is there for the eye alone, is an artifact.
 */
final class Tags extends DefaultPdfTagger {

  /** The group of report.jrxml that is a table, and its style of rows and totals. */
  private static final String TABLE = "table";

  /** From this size on a bold text is a heading within a section. */
  private static final float SUBHEADING = 10;

  /** Lower pictures are sparklines and bars beside the number that they show. */
  private static final float LOWEST_CHART = 50;

  private PdfStructure structure;
  private String language = "en";
  private PdfStructureEntry document;
  private PdfStructureEntry table;
  private PdfStructureEntry row;
  private String rowAt = "";
  private int page;
  private String heading = "";
  private boolean afterHeading;
  private boolean hasTitle;
  private JRPrintText written;
  private int paragraph;

  private Tags() {
    super(true);
  }

  /** Named in the settings of JasperReports. */
  public static final class Factory implements PdfTaggerFactory {

    @Override
    public PdfTagger createTagger(JRPdfExporter exporter) {
      return new Tags();
    }
  }

  @Override
  public void setLanguage(String language) {
    this.language = language;
  }

  @Override
  public void setPdfProducer(PdfProducer producer) {
    structure = producer.getPdfStructure();
  }

  @Override
  public void init() {
    document = structure.createDocumentTag(language);
  }

  @Override
  public void startPage() {
    page++;
  }

  @Override
  public void beginArtifact() {
    structure.beginArtifact();
  }

  @Override
  public void endArtifact() {
    structure.endArtifact();
  }

  @Override
  public void startText(JRPrintText text, String part) {
    startText(text);
  }

  @Override
  public void startText(JRPrintText text) {
    Optional<JROrigin> origin = Optional.ofNullable(text.getOrigin());
    if (origin.filter(Tags::repeats).isPresent()) {
      structure.beginArtifact();
      return;
    }
    paragraph = text == written ? paragraph + 1 : 0;
    written = text;
    order(tagged(text, origin), text);
  }

  /**
   * Letters from the right stand on a page as they are drawn: from the left, brackets turned,
   * Arabic ones as joined shapes. Who listens wants the text.
   */
  private void order(PdfStructureEntry entry, JRPrintText text) {
    if (Directions.isMixed(text.getFullText())) {
      String[] paragraphs = text.getFullText().split("\n", -1);
      String read = paragraphs[Math.min(paragraph, paragraphs.length - 1)];
      if (Directions.isMixed(read)) {
        say(entry, PdfName.ACTUALTEXT, Directions.unmarked(read));
      }
    }
  }

  private PdfStructureEntry tagged(JRPrintText text, Optional<JROrigin> origin) {
    boolean isOfTable = origin.map(JROrigin::getGroupName).filter(TABLE::equals).isPresent();
    boolean isHead = isOfTable && origin.get().getBandType() == BandTypeEnum.GROUP_HEADER;
    if (text.getBookmarkLevel() != JRAnchor.NO_BOOKMARK) {
      String tag = hasTitle ? "H2" : "H1";
      hasTitle = true;
      return heading(tag, text);
    }
    if (isSubheading(text) && origin.map(Tags::isWide).orElse(true)) {
      return heading("H3", text);
    }
    if (isHead && text.isBold()) {
      PdfStructureEntry head = cell("TH", text);
      head.setScope("Column");
      return head;
    }
    if (isOfTable && !isHead || isRow(text)) {
      return cell("TD", text);
    }
    leaveTable();
    return structure.beginTag(document, "P");
  }

  private PdfStructureEntry heading(String tag, JRPrintText text) {
    leaveTable();
    heading = Directions.unmarked(text.getFullText());
    afterHeading = true;
    return structure.beginTag(document, tag);
  }

  /** A cell of the row that stands at this height; another height is another row. */
  private PdfStructureEntry cell(String tag, JRPrintText text) {
    if (table == null) {
      table = structure.createTag(document, "Table");
      rowAt = "";
    }
    String at = page + "/" + text.getY();
    if (!at.equals(rowAt)) {
      row = structure.createTag(table, "TR");
      rowAt = at;
    }
    return structure.beginTag(row, tag);
  }

  private void leaveTable() {
    table = null;
    afterHeading = false;
  }

  /** A long one is shrunk to its line, but stands in the middle of it as no other text does. */
  private static boolean isSubheading(JRPrintText text) {
    return text.isBold()
        && (text.getFontSize() > SUBHEADING
            || text.getVerticalTextAlign() == VerticalTextAlignEnum.MIDDLE);
  }

  /** Not within a tile, whose number is large and no heading. */
  private static boolean isWide(JROrigin origin) {
    return origin.getReportName() == null;
  }

  /** A style with conditions is named after the one it comes from. */
  private static boolean isRow(JRPrintText text) {
    return text.getStyle() != null && text.getStyle().getName().startsWith("Row");
  }

  private static boolean repeats(JROrigin origin) {
    return origin.getBandType() == BandTypeEnum.PAGE_HEADER
        || origin.getBandType() == BandTypeEnum.PAGE_FOOTER;
  }

  @Override
  public void endText() {
    structure.endTag();
  }

  /** A chart comes after its heading, and is called like it; other pictures repeat a number. */
  @Override
  public void startImage(JRPrintImage image, float left, float bottom, float right, float top) {
    if (afterHeading && image.getHeight() >= LOWEST_CHART) {
      afterHeading = false;
      PdfStructureEntry figure = structure.beginTag(document, "Figure");
      say(figure, PdfName.ALT, heading);
      figure.setBBox(left, bottom, right, top);
    } else {
      structure.beginArtifact();
    }
  }

  /** Its own putString() loses all letters but Latin ones. */
  private static void say(PdfStructureEntry entry, PdfName how, String text) {
    ((ClassicStructureEntry) entry)
        .getElement()
        .put(how, new PdfString(text, PdfObject.TEXT_UNICODE));
  }

  @Override
  public void endImage() {
    structure.endTag();
  }
}

package io.retainer.rendering.pdf;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.letters.OtherFont;
import io.retainer.rendering.letters.OtherLetters;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.ReportTexts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.fill.JRFiller;
import net.sf.jasperreports.engine.fill.SimpleJasperReportSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;

/** Renders reports as PDF. Safe to share between threads. */
public final class PdfRenderer {

  private final ReportTemplates templates;

  public PdfRenderer(ReportTemplates templates) {
    this.templates = templates;
  }

  /** The PDF's bytes; the same for the same content and locale. */
  public byte[] render(ReportContent content, Locale locale) {
    return laidOut(content, locale, this::export);
  }

  /**
   * The pages as pictures, for somebody who wants to look quickly; the PDF itself is drawn by
   * whoever opens it.
   *
   * @param zoom 1 for 72 dots per inch
   * @param most pages, the first ones
   */
  public List<BufferedImage> pictures(ReportContent content, Locale locale, float zoom, int most) {
    return laidOut(
        content,
        locale,
        (filled, any, texts) -> {
          JasperPrintManager printing = JasperPrintManager.getInstance(filled.context());
          JasperPrint print = filled.print();
          List<BufferedImage> pages = new ArrayList<>();
          for (int page = 0; page < Math.min(most, print.getPages().size()); page++) {
            pages.add((BufferedImage) printing.printToImage(print, page, zoom));
          }
          return pages;
        });
  }

  /** Pages, and with whose fonts and colours they were laid out. */
  private record Filled(JasperPrint print, JasperReportsContext context) {}

  private interface Export<T> {
    T of(Filled filled, ReportContent content, ReportTexts texts) throws JRException;
  }

  private <T> T laidOut(ReportContent content, Locale locale, Export<T> export) {
    ReportTemplate template = templates.named(content.template().id());
    ReportTexts texts = template.texts(locale);
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    // JasperReports finds its parts through the context class loader, whoever calls.
    thread.setContextClassLoader(PdfRenderer.class.getClassLoader());
    try {
      return export.of(fill(content, template, texts), content, texts);
    } catch (JRException e) {
      throw new IllegalStateException(
          "The PDF of report " + content.id() + " could not be laid out: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(callers);
    }
  }

  private Filled fill(ReportContent content, ReportTemplate template, ReportTexts texts)
      throws JRException {
    Filled filled = fill(content, template, texts, GlossaryEnd.AS_RECKONED);
    if (!template.definition().onePage()) {
      GlossaryEnd better = GlossaryEnd.of(filled.print(), content, texts);
      if (better != GlossaryEnd.AS_RECKONED) {
        filled = fill(content, template, texts, better);
      }
    }
    PageNumbers.write(filled.print(), texts);
    RangeDashes.draw(filled.print());
    return filled;
  }

  private Filled fill(
      ReportContent content, ReportTemplate template, ReportTexts texts, GlossaryEnd end)
      throws JRException {
    // The templates of a client are opened with its brand.
    Brand brand = templates.style().brand();
    Layout layout = Layout.of(templates.style());
    boolean onePage = template.definition().onePage();
    Map<String, Object> parameters = Cover.parameters(content, texts, brand);
    parameters.put("hasCover", !onePage);
    if (onePage) {
      OnePage.edges(parameters, content, texts);
    }
    parameters.put("TILES", layout.tiles());
    parameters.put("PAIRS", layout.pairs());
    parameters.put("FACTS", layout.facts());
    parameters.put("REPORT_LOCALE", texts.locale());
    JasperReportsContext context = Jasper.context(brand, Set.of());
    Collection<Map<String, ?>> blocks =
        onePage
            ? new OnePage(
                    content, texts, templates.style().paper(), Jasper.lettering(context), layout)
                .list()
            : new Blocks(
                    content, texts, templates.style().paper(), Jasper.lettering(context), layout)
                .list(end);
    Set<OtherFont> others = others(parameters);
    blocks.forEach(block -> others.addAll(others(block)));
    if (!others.isEmpty()) {
      context = Jasper.context(brand, others);
    }
    JasperPrint print =
        JRFiller.fill(
            context,
            SimpleJasperReportSource.from(layout.report(), null, null),
            parameters,
            new JRMapCollectionDataSource(blocks));
    if (!others.isEmpty()) {
      MixedLines.part(print);
    }
    return new Filled(print, context);
  }

  /** Tiles and facts below them are in the words of the house. */
  private static Set<OtherFont> others(Map<String, ?> texts) {
    Set<OtherFont> others = EnumSet.noneOf(OtherFont.class);
    for (Object value : texts.values()) {
      if (value instanceof String text) {
        others.addAll(OtherLetters.in(text));
      }
    }
    return others;
  }

  private byte[] export(Filled filled, ReportContent content, ReportTexts texts)
      throws JRException {
    JasperPrint print = filled.print();
    print.setName(content.fileName("pdf"));
    StablePdf.stamp(print, content);
    SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
    document.setCompressed(true);
    document.setMetadataTitle(
        texts.text(
            "title.with",
            texts.text("title.with", texts.text("title"), content.client().name()),
            texts.formats().period(content.period())));
    document.setMetadataAuthor(content.agency().orElse(content.client().name()));
    document.setMetadataCreator(content.software());
    document.setMetadataSubject(texts.text("title"));
    document.setDisplayMetadataTitle(true);
    document.setTagged(true);
    document.setTagLanguage(texts.locale().toLanguageTag());
    SimplePdfReportConfiguration pages = new SimplePdfReportConfiguration();
    pages.setForceSvgShapes(false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    JRPdfExporter exporter = new JRPdfExporter(filled.context());
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.setConfiguration(document);
    exporter.setConfiguration(pages);
    exporter.exportReport();
    return bytes.toByteArray();
  }
}

package io.retainer.rendering.pdf;

import com.lowagie.text.Font;
import com.lowagie.text.ImgTemplate;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import io.retainer.model.report.ReportContent;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.AttributedCharacterIterator.Attribute;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.pdf.classic.ClassicImage;
import net.sf.jasperreports.pdf.classic.ClassicPdfFontMapper;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfImage;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.common.PdfProducerFactory;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * Takes chance out of the file: OpenPDF writes the current time, a random document id and random
 * prefixes of font subsets. Here the date is the report's own and the id follows from the report.
 */
public final class StablePdf implements PdfProducerFactory {

  private static final String ISSUED = "retainer.issued";
  private static final String IDENTITY = "retainer.identity";

  /** Leaves in the print what the producer needs to know of the report. */
  static void stamp(JasperPrint print, ReportContent content) {
    print.setProperty(ISSUED, content.issuedAt().toString());
    print.setProperty(
        IDENTITY, content.id() + content.template() + content.client().id() + content.period());
  }

  @Override
  public PdfProducer createProducer(PdfProducerContext context) {
    return new Producer(context);
  }

  private static final class Producer extends ClassicPdfProducer {

    private final PdfProducerContext context;

    Producer(PdfProducerContext context) {
      super(context);
      this.context = context;
    }

    @Override
    public PdfImage drawImage(
        JRPrintImage image,
        Graphics2DRenderable renderer,
        boolean forceSvgShapes,
        double width,
        double height)
        throws JRException, IOException {
      if (!(renderer instanceof DrawnImage)) {
        return super.drawImage(image, renderer, forceSvgShapes, width, height);
      }
      PdfTemplate drawing = getPdfContentByte().createTemplate((float) width, (float) height);
      Graphics2D graphics =
          new PdfLetters(drawing, (float) width, (float) height, new ClassicPdfFontMapper(this));
      try {
        renderer.render(
            context.getJasperReportsContext(),
            graphics,
            new Rectangle2D.Double(0, 0, width, height));
      } finally {
        graphics.dispose();
      }
      return new ClassicImage(new ImgTemplate(drawing));
    }

    @Override
    public Font getFont(Map<Attribute, Object> attributes, Locale locale) {
      Font font = super.getFont(attributes, locale);
      if (font.getBaseFont() != null) {
        font.getBaseFont().setSecureRandom(NoChance.ALWAYS_THE_SAME);
      }
      return font;
    }

    @Override
    public void close() {
      JasperPrint print = context.getCurrentJasperPrint();
      PdfDictionary info = getPdfWriter().getInfo();
      Instant issued = Instant.parse(print.getProperty(ISSUED));
      PdfDate date = new PdfDate(GregorianCalendar.from(issued.atZone(ZoneOffset.UTC)));
      info.put(PdfName.CREATIONDATE, date);
      info.put(PdfName.MODDATE, date);
      PdfString id = new PdfString(digest(print.getProperty(IDENTITY) + issued));
      id.setHexWriting(true);
      PdfArray ids = new PdfArray();
      ids.add(id);
      ids.add(id);
      info.put(PdfName.FILEID, ids);
      String title =
          info.get(PdfName.TITLE) instanceof PdfString text ? text.toUnicodeString() : "";
      // What JasperReports writes there has the machine's own time.
      getPdfWriter().setXmpMetadata(Xmp.of(title, issued));
      super.close();
    }

    private static byte[] digest(String identity) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
        return java.util.Arrays.copyOf(hash, 16);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256", e);
      }
    }
  }

  /** For names of font subsets only, where any six letters do. */
  private static final class NoChance extends SecureRandom {

    private static final long serialVersionUID = 1L;

    static final NoChance ALWAYS_THE_SAME = new NoChance();

    @Override
    public double nextDouble() {
      return 0.5;
    }
  }
}

package io.retainer.rendering.pdf;

import io.retainer.rendering.chart.Palette;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;

/** JasperReports as this product uses it, set up on first use. */
final class Jasper {

  private static final String PALETTE = Palette.class.getName();

  private Jasper() {}

  private static final class Ready {
    static final JasperReportsContext CONTEXT = create();

    private static JasperReportsContext create() {
      SimpleJasperReportsContext context =
          new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
      context.setProperty("net.sf.jasperreports.compiler.java", HarmlessCompiler.class.getName());
      context.setProperty(
          "net.sf.jasperreports.export.pdf.producer.factory", StablePdf.class.getName());
      context.setProperty(
          "net.sf.jasperreports.export.pdf.tagger.factory", Tags.Factory.class.getName());
      context.setProperty("net.sf.jasperreports.awt.ignore.missing.font", "false");
      context.setProperty("net.sf.jasperreports.default.font.name", "Retainer Sans");
      SimpleFontFamily family = new SimpleFontFamily(context);
      family.setName("Retainer Sans");
      family.setNormalFace(face(context, "RetainerSans-Regular.ttf"));
      family.setBoldFace(face(context, "RetainerSans-Bold.ttf"));
      family.setPdfEncoding("Identity-H");
      family.setPdfEmbedded(true);
      context.setExtensions(FontFamily.class, List.of(family));
      return context;
    }

    private static SimpleFontFace face(JasperReportsContext context, String file) {
      SimpleFontFace face = new SimpleFontFace(context);
      face.setTtf("io/retainer/rendering/fonts/" + file);
      return face;
    }
  }

  static JasperReportsContext context() {
    return Ready.CONTEXT;
  }

  /** The same for drawings in these colours. */
  static JasperReportsContext context(Palette palette) {
    var coloured = new SimpleJasperReportsContext(Ready.CONTEXT);
    coloured.setValue(PALETTE, palette);
    return coloured;
  }

  static Palette palette(JasperReportsContext context) {
    return context.getValue(PALETTE) instanceof Palette palette ? palette : Palette.HOUSE;
  }
}

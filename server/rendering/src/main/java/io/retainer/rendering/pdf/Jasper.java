package io.retainer.rendering.pdf;

import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.BrandFonts;
import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.chart.Palette;
import java.awt.Font;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontSet;
import net.sf.jasperreports.engine.fonts.SimpleFontSetFamily;

/** JasperReports as this product uses it, set up on first use. */
final class Jasper {

  private static final String PALETTE = Palette.class.getName();
  private static final String LETTERING = Lettering.class.getName();

  /** As layouts call the font. */
  private static final String HOUSE = "Retainer Sans";

  /** The brand's font; where it lacks a letter, the house's. */
  private static final String BRANDED = "Brand Sans";

  private Jasper() {}

  private static final class Ready {
    static final SimpleJasperReportsContext CONTEXT = create();

    private static SimpleJasperReportsContext create() {
      var context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
      context.setProperty("net.sf.jasperreports.compiler.java", HarmlessCompiler.class.getName());
      context.setProperty(
          "net.sf.jasperreports.export.pdf.producer.factory", StablePdf.class.getName());
      context.setProperty(
          "net.sf.jasperreports.export.pdf.tagger.factory", Tags.Factory.class.getName());
      context.setProperty("net.sf.jasperreports.awt.ignore.missing.font", "false");
      context.setProperty("net.sf.jasperreports.default.font.name", HOUSE);
      context.setExtensions(FontFamily.class, List.of(house(context)));
      return context;
    }
  }

  private static FontFamily house(JasperReportsContext context) {
    String folder = "io/retainer/rendering/fonts/";
    return family(
        context,
        HOUSE,
        folder + "RetainerSans-Regular.ttf",
        Optional.of(folder + "RetainerSans-Bold.ttf"));
  }

  private static FontFamily family(
      JasperReportsContext context, String name, String regular, Optional<String> bold) {
    var family = new SimpleFontFamily(context);
    family.setName(name);
    family.setNormalFace(face(context, regular));
    bold.ifPresent(file -> family.setBoldFace(face(context, file)));
    family.setPdfEncoding("Identity-H");
    family.setPdfEmbedded(true);
    return family;
  }

  private static SimpleFontFace face(JasperReportsContext context, String file) {
    var face = new SimpleFontFace(context);
    face.setTtf(file);
    return face;
  }

  static JasperReportsContext context() {
    return Ready.CONTEXT;
  }

  /** The same for a brand: drawings in its colours, and its fonts. */
  static JasperReportsContext context(Brand brand) {
    var branded = new SimpleJasperReportsContext(Ready.CONTEXT);
    branded.setValue(PALETTE, brand.palette());
    brand.fonts().ifPresent(fonts -> print(branded, fonts));
    return branded;
  }

  private static void print(SimpleJasperReportsContext context, BrandFonts fonts) {
    String own = "Brand Sans " + fonts.regular().hash();
    context.setExtensions(
        FontFamily.class,
        List.of(
            house(context),
            family(
                context,
                own,
                BrandFonts.path(fonts.regular()).toString(),
                fonts.bold().map(bold -> BrandFonts.path(bold).toString()))));
    var together = new SimpleFontSet();
    together.setName(BRANDED);
    together.addFamily(member(own, true));
    together.addFamily(member(HOUSE, false));
    context.setExtensions(FontSet.class, List.of(together));
    context.setValue(
        LETTERING,
        Lettering.of(
            FontUtil.getInstance(context).getAwtFontFromBundles(own, Font.PLAIN, 10f, null, false),
            own));
  }

  private static SimpleFontSetFamily member(String family, boolean isFirst) {
    var member = new SimpleFontSetFamily();
    member.setFamilyName(family);
    member.setPrimary(isFirst);
    return member;
  }

  /** A layout in the brand's font. */
  static String branded(String layout) {
    return layout.replace("fontName=\"" + HOUSE + "\"", "fontName=\"" + BRANDED + "\"");
  }

  static Lettering lettering(JasperReportsContext context) {
    return context.getValue(LETTERING) instanceof Lettering lettering ? lettering : Lettering.HOUSE;
  }

  static Palette palette(JasperReportsContext context) {
    return context.getValue(PALETTE) instanceof Palette palette ? palette : Palette.HOUSE;
  }
}

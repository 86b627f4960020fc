package io.retainer.rendering.pdf;

import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.BrandFonts;
import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.chart.Palette;
import io.retainer.rendering.letters.OtherFont;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** What pages are printed in: the house's font, or several where one lacks letters. */
  private static final String PAGE = "Page Sans";

  private Jasper() {}

  private static final class Ready {
    static final SimpleJasperReportsContext CONTEXT = create();
    static final List<FontFamily> ONE_FONT = List.of(house(CONTEXT, HOUSE), house(CONTEXT, PAGE));

    private static SimpleJasperReportsContext create() {
      var context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
      context.setProperty("net.sf.jasperreports.compiler.java", HarmlessCompiler.class.getName());
      context.setProperty(
          "net.sf.jasperreports.export.pdf.producer.factory", StablePdf.class.getName());
      context.setProperty(
          "net.sf.jasperreports.export.pdf.tagger.factory", Tags.Factory.class.getName());
      context.setProperty("net.sf.jasperreports.awt.ignore.missing.font", "false");
      context.setProperty("net.sf.jasperreports.default.font.name", HOUSE);
      List<FontFamily> families = new ArrayList<>(List.of(house(context, HOUSE)));
      families.addAll(OtherFamilies.of(context, Set.of()));
      context.setExtensions(FontFamily.class, families);
      return context;
    }
  }

  private static FontFamily house(JasperReportsContext context, String name) {
    String folder = "io/retainer/rendering/fonts/";
    return family(
        context,
        name,
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

  /**
   * The same for a brand: drawings in its colours, and its fonts.
   *
   * @param others that pages need, as neither its fonts nor the house's have some letters
   */
  static JasperReportsContext context(Brand brand, Set<OtherFont> others) {
    var branded = new SimpleJasperReportsContext(Ready.CONTEXT);
    branded.setValue(PALETTE, brand.palette());
    if (brand.fonts().isPresent() || !others.isEmpty()) {
      print(branded, brand.fonts(), others);
    } else {
      branded.setExtensions(FontFamily.class, Ready.ONE_FONT);
    }
    return branded;
  }

  /** To look for a font letter by letter takes time, so pages of one font do not. */
  private static void print(
      SimpleJasperReportsContext context, Optional<BrandFonts> brand, Set<OtherFont> others) {
    List<FontFamily> families = new ArrayList<>(List.of(house(context, HOUSE)));
    var together = new SimpleFontSet();
    together.setName(PAGE);
    brand.ifPresent(
        fonts -> {
          FontFamily own = own(context, fonts);
          families.add(own);
          together.addFamily(member(own.getName(), true));
        });
    together.addFamily(member(HOUSE, brand.isEmpty()));
    families.addAll(OtherFamilies.of(context, others));
    others.forEach(font -> together.addFamily(member(font.family(), false)));
    context.setExtensions(FontFamily.class, families);
    context.setExtensions(FontSet.class, List.of(together));
    brand.ifPresent(
        fonts ->
            context.setValue(
                LETTERING,
                lettering(context, families.get(1).getName(), fonts.bold().isPresent())));
  }

  private static FontFamily own(JasperReportsContext context, BrandFonts fonts) {
    return family(
        context,
        "Brand Sans " + fonts.regular().hash(),
        BrandFonts.path(fonts.regular()).toString(),
        fonts.bold().map(bold -> BrandFonts.path(bold).toString()));
  }

  private static Lettering lettering(JasperReportsContext context, String own, boolean hasBold) {
    return Lettering.of(
        awt(context, own, Font.PLAIN),
        hasBold ? Optional.of(awt(context, own, Font.BOLD)) : Optional.empty(),
        own);
  }

  private static Font awt(JasperReportsContext context, String own, int style) {
    return FontUtil.getInstance(context).getAwtFontFromBundles(own, style, 10f, null, false);
  }

  private static SimpleFontSetFamily member(String family, boolean isFirst) {
    var member = new SimpleFontSetFamily();
    member.setFamilyName(family);
    member.setPrimary(isFirst);
    return member;
  }

  /** A layout in the fonts of its page. */
  static String printed(String layout) {
    return layout.replace("fontName=\"" + HOUSE + "\"", "fontName=\"" + PAGE + "\"");
  }

  static Lettering lettering(JasperReportsContext context) {
    return context.getValue(LETTERING) instanceof Lettering lettering ? lettering : Lettering.HOUSE;
  }

  static Palette palette(JasperReportsContext context) {
    return context.getValue(PALETTE) instanceof Palette palette ? palette : Palette.HOUSE;
  }
}

package io.retainer.rendering.pdf;

import io.retainer.rendering.letters.OtherLetters;
import java.awt.Font;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;

/** The font of letters that the house's lacks, as JasperReports takes it. */
final class SecondFont {

  private SecondFont() {}

  /** Found by its name alone; it is opened when a drawing needs it. */
  static FontFamily forDrawings(JasperReportsContext context) {
    return family(context, null, null);
  }

  /** Of a page's font set: it has the letters that no other font has, and those alone. */
  static FontFamily forPages(JasperReportsContext context) {
    return family(context, new Lacking(OtherLetters.font()), new Lacking(OtherLetters.bold()));
  }

  private static FontFamily family(JasperReportsContext context, Font regular, Font bold) {
    var family = new SimpleFontFamily(context);
    family.setName(OtherLetters.FAMILY);
    family.setNormalFace(new Face(context, OtherLetters.REGULAR, regular));
    family.setBoldFace(new Face(context, OtherLetters.BOLD, bold));
    family.setPdfEncoding("Identity-H");
    family.setPdfEmbedded(true);
    return family;
  }

  private static final class Face extends SimpleFontFace {

    private final Font letters;

    /**
     * @param letters null where nothing is measured with it
     */
    Face(JasperReportsContext context, String file, Font letters) {
      super(context);
      this.letters = letters;
      setTtf(file, false);
    }

    @Override
    public Font getFont() {
      return letters;
    }
  }

  /** Else the figures after a Hebrew word would be of its font too. */
  private static final class Lacking extends Font {

    private static final long serialVersionUID = 1L;

    Lacking(Font font) {
      super(font);
    }

    @Override
    public boolean canDisplay(int point) {
      return OtherLetters.has(point);
    }
  }
}

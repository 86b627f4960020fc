package io.retainer.rendering.pdf;

import io.retainer.rendering.letters.OtherFont;
import io.retainer.rendering.letters.OtherLetters;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;

/** The fonts of letters that the house's lacks, as JasperReports takes them. */
final class OtherFamilies {

  private OtherFamilies() {}

  /**
   * All of them.
   *
   * @param ofPages those in a page's font set: each has the letters that no font before it has, and
   *     those alone. The rest are found by their names, and opened when a drawing needs them.
   */
  static List<FontFamily> of(JasperReportsContext context, Set<OtherFont> ofPages) {
    List<FontFamily> families = new ArrayList<>();
    for (OtherFont font : OtherFont.values()) {
      families.add(family(context, font, ofPages.contains(font)));
    }
    return families;
  }

  private static FontFamily family(JasperReportsContext context, OtherFont font, boolean ofPages) {
    var family = new SimpleFontFamily(context);
    family.setName(font.family());
    family.setNormalFace(
        new Face(context, font.file(), ofPages ? new Lacking(font.font(), font) : null));
    family.setBoldFace(
        new Face(context, font.boldFile(), ofPages ? new Lacking(font.bold(), font) : null));
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

    private final OtherFont other;

    Lacking(Font font, OtherFont other) {
      super(font);
      this.other = other;
    }

    @Override
    public boolean canDisplay(int point) {
      return OtherLetters.font(point).filter(other::equals).isPresent();
    }

    @Override
    public boolean equals(Object another) {
      return another instanceof Lacking font && font.other == other && super.equals(another);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }
}

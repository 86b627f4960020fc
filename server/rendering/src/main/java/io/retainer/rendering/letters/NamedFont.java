package io.retainer.rendering.letters;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.util.HashMap;
import java.util.Map;

/**
 * A font under a name that nobody else has. Java keeps the widths of letters by a font's name, and
 * engines its file; two brands may have fonts that call themselves the same, and what a font calls
 * itself may depend on the language of the machine. To derive one by attributes with another name
 * would look for another font.
 */
public final class NamedFont extends Font {

  private static final long serialVersionUID = 1L;

  private final String called;
  private final String family;
  private final boolean isBold;

  private NamedFont(Font font, String called, String family, boolean isBold) {
    super(font);
    this.called = called;
    this.family = family;
    this.isBold = isBold;
  }

  public static Font of(Font font, String called) {
    return new NamedFont(font, called, called, false);
  }

  /**
   * @param family as engines call it, whose bold one this is
   */
  public static Font boldOf(Font font, String family) {
    return new NamedFont(font, family + " in bold", family, true);
  }

  @Override
  public Font deriveFont(float size) {
    return new NamedFont(super.deriveFont(size), called, family, isBold);
  }

  @Override
  public Font deriveFont(AffineTransform transform) {
    return new NamedFont(super.deriveFont(transform), called, family, isBold);
  }

  @Override
  public String getFontName() {
    return called;
  }

  @Override
  public Map<TextAttribute, ?> getAttributes() {
    Map<TextAttribute, Object> attributes = new HashMap<>(super.getAttributes());
    attributes.put(TextAttribute.FAMILY, family);
    if (isBold) {
      attributes.put(TextAttribute.WEIGHT, TextAttribute.WEIGHT_BOLD);
    }
    return attributes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedFont font && font.called.equals(called) && super.equals(other);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + called.hashCode();
  }
}

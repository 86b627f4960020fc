package io.retainer.rendering.chart;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The colours that a report is drawn in: the house's, or a brand's. A brand's shades are as light
 * and dark as the house's, step by step, and differ in hue and strength alone, so that what is
 * readable, told apart without colours and printed in black and white stays so with every brand.
 */
public final class Palette {

  /** Without a brand. */
  public static final Palette HOUSE = new Palette(Map.of(), Optional.empty(), Optional.empty());

  /** Of text on paper (WCAG 2, level AA). */
  private static final double LEAST_CONTRAST = 4.5;

  private final Map<Ink, Color> colours;
  private final Optional<Color> primary;
  private final Optional<Color> accent;

  private Palette(Map<Ink, Color> colours, Optional<Color> primary, Optional<Color> accent) {
    this.primary = primary;
    this.accent = accent;
    this.colours = colours.isEmpty() ? Map.of() : new EnumMap<>(colours);
  }

  /**
   * @param primary of lines, bars and headings; made darker where it could not be read on paper
   * @param accent of the ribbon on the cover, as it is; the primary one unless given
   */
  public static Palette of(Optional<Color> primary, Optional<Color> accent) {
    if (primary.isEmpty() && accent.isEmpty()) {
      return HOUSE;
    }
    Map<Ink, Color> colours = new EnumMap<>(Ink.class);
    primary.ifPresent(
        brand -> {
          Color readable = readable(brand);
          for (Ink ink : Ink.values()) {
            if (ink.isBrand()) {
              colours.put(ink, like(ink.color(), brand));
            }
          }
          colours.put(Ink.ACCENT, readable);
          colours.put(Ink.RIBBON, readable);
        });
    accent.ifPresent(ribbon -> colours.put(Ink.RIBBON, ribbon));
    return new Palette(colours, primary, accent);
  }

  /** The brand's first colour as it was given; empty where it is the house's. */
  public Optional<Color> primary() {
    return primary;
  }

  /** The brand's second colour, if it has one. */
  public Optional<Color> accent() {
    return accent;
  }

  /** As light as a colour of the house, and of the brand's hue. */
  public Color like(Color house) {
    return primary.map(brand -> like(house, brand)).orElse(house);
  }

  private static Color like(Color house, Color brand) {
    double strength =
        Math.min(1.4, Shade.of(brand).chroma() / Shade.of(Ink.ACCENT.color()).chroma());
    return Shade.of(house).tinted(Shade.of(brand).hue(), strength);
  }

  /** As WCAG 2 defines it: 1 for white, 21 for black; letters need {@value #LEAST_CONTRAST}. */
  public static double contrastOnPaper(Color colour) {
    return Shade.contrast(colour, Color.WHITE);
  }

  /** Whether letters in this colour can be read on paper. */
  public static boolean isReadable(Color colour) {
    return contrastOnPaper(colour) >= LEAST_CONTRAST;
  }

  private static Color readable(Color brand) {
    Color colour = brand;
    for (Shade shade = Shade.of(brand); !isReadable(colour); shade = shade.darker()) {
      colour = shade.color();
    }
    return colour;
  }

  public Color of(Ink ink) {
    return colours.getOrDefault(ink, ink.color());
  }

  /** As style sheets and layouts write it: {@code #3450c9}. */
  public String hex(Ink ink) {
    return "#%06x".formatted(of(ink).getRGB() & 0xFFFFFF);
  }

  /** Red, green and blue. */
  public byte[] bytes(Ink ink) {
    Color colour = of(ink);
    return new byte[] {(byte) colour.getRed(), (byte) colour.getGreen(), (byte) colour.getBlue()};
  }

  @Override
  public String toString() {
    return colours.toString();
  }
}

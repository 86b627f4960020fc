package io.retainer.rendering.page;

import io.retainer.rendering.chart.Ink;
import io.retainer.rendering.chart.Palette;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheet of a brand's colour over that of the page. It is made of its name alone, so that
 * a page that was issued keeps its look.
 */
public final class BrandSheet {

  private static final Pattern NAME = Pattern.compile("brand-([0-9a-f]{6})\\.css");

  /** What the page's own sheet has in the dark. */
  private static final Color DARK_ACCENT = new Color(0x8FA2FF);

  private static final Color DARK_SOFT = new Color(0x202844);
  private static final List<Color> DARK_HEAT =
      List.of(
          new Color(0x262D4A),
          new Color(0x36427C),
          new Color(0x4757A4),
          new Color(0x8596EE),
          new Color(0xA7B4F6),
          new Color(0xCED6FC));

  private BrandSheet() {}

  /** The name of the sheet in a colour: {@code brand-0b6e4f.css}. */
  static String name(Color primary) {
    return "brand-%06x.css".formatted(primary.getRGB() & 0xFFFFFF);
  }

  /** The sheet of that name; empty when it is no such name. */
  public static Optional<String> named(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            sheet(Palette.of(Optional.of(Color.decode("#" + parts.group(1))), Optional.empty())))
        : Optional.empty();
  }

  private static String sheet(Palette palette) {
    var css = new StringBuilder();
    css.append(
        ":root { --accent: light-dark(%s, %s); --soft: light-dark(%s, %s); }%n"
            .formatted(
                palette.hex(Ink.ACCENT),
                hex(palette.like(DARK_ACCENT)),
                palette.hex(Ink.SOFT),
                hex(palette.like(DARK_SOFT))));
    css.append("@media screen and (prefers-color-scheme: dark) {\n");
    for (int i = 0; i < DARK_HEAT.size(); i++) {
      heat(css, i, hex(palette.like(DARK_HEAT.get(i))));
    }
    css.append("}\n@media print, (prefers-color-scheme: light) {\n");
    List<Ink> heat =
        List.of(Ink.HEAT_1, Ink.HEAT_2, Ink.HEAT_3, Ink.HEAT_4, Ink.HEAT_5, Ink.HEAT_6);
    for (int i = 0; i < heat.size(); i++) {
      heat(css, i, palette.hex(heat.get(i)));
    }
    return css.append("}\n").toString();
  }

  private static void heat(StringBuilder css, int step, String colour) {
    css.append("  .chart .fill.ink-heat-%d { fill: %s; }%n".formatted(step + 1, colour));
  }

  private static String hex(Color colour) {
    return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
  }
}

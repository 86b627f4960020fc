package io.retainer.rendering.chart;

import java.awt.Color;
import java.util.Locale;

/** The colours of charts, by what they mean. */
public enum Ink {
  ACCENT(0x3450C9),
  SOFT(0xEEF1FC),
  MUTED(0x5B6577),
  PAST(0x8690A3),
  GRID(0xE3E8EE),
  AXIS(0xC4CCD8),
  TEXT(0x1A1F36),
  PAPER(0xFFFFFF),
  /** Shades from little to much; the lightness alone tells them apart. */
  HEAT_1(0xEEF1FC),
  HEAT_2(0xD5DCF7),
  HEAT_3(0xB4C0EF),
  HEAT_4(0x4C64CE),
  HEAT_5(0x3347A8),
  HEAT_6(0x1F2E75),
  COVER_1(0xDDE3FA),
  COVER_2(0x8D9FE8),
  COVER_3(0x27378F),
  RIBBON(0x3450C9);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  Color color() {
    return new Color(rgb);
  }

  String hex() {
    return "#%06x".formatted(rgb);
  }

  /** Whether a brand has a shade of its own for it. */
  boolean isBrand() {
    return switch (this) {
      case MUTED, PAST, GRID, AXIS, TEXT, PAPER -> false;
      default -> true;
    };
  }

  /** The class of shapes in this colour. */
  String cssClass() {
    return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

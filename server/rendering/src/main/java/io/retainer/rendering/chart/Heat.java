package io.retainer.rendering.chart;

/** The shade of a cell, and an ink that is read on it. */
record Heat(Ink ground, Ink text) {

  private static final Ink[] SHADES = {
    Ink.HEAT_1, Ink.HEAT_2, Ink.HEAT_3, Ink.HEAT_4, Ink.HEAT_5, Ink.HEAT_6
  };

  /** From the fourth shade on, dark letters are lost. */
  private static final int FIRST_DARK = 3;

  /**
   * @param share of the largest value, 0 to 1; nothing at all is paper
   */
  static Heat of(double share) {
    if (share <= 0) {
      return new Heat(Ink.PAPER, Ink.TEXT);
    }
    int shade = (int) Math.min(SHADES.length - 1, Math.floor(share * SHADES.length - 1e-9));
    return new Heat(SHADES[Math.max(0, shade)], shade >= FIRST_DARK ? Ink.PAPER : Ink.TEXT);
  }
}

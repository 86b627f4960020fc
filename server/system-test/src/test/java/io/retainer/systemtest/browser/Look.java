package io.retainer.systemtest.browser;

import java.util.List;

/**
 * How somebody looks at the pages.
 *
 * @param language of the pages: en, ru, be, fi
 * @param theme light or dark
 * @param width of the window, in pixels
 */
record Look(String language, String theme, int width) {

  static final Look DESK = new Look("fi", "light", 1440);
  static final Look PHONE = new Look("be", "dark", 390);

  /** Every language, both widths in both themes. */
  static final List<Look> ALL =
      List.of(DESK, PHONE, new Look("en", "dark", 1440), new Look("ru", "light", 390));

  /** Both widths and both themes are looked at closely once: that takes its time. */
  boolean isClose() {
    return equals(DESK) || equals(PHONE);
  }

  @Override
  public String toString() {
    return language + "-" + theme + "-" + width;
  }
}

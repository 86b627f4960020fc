package io.retainer.systemtest.browser;

import com.microsoft.playwright.Page;

/** The editor of definitions, used by the keyboard. */
record Editor(Page page) {

  static final String LIVE = "#result .live";

  /** Writes over the first such words of the text. */
  void replace(String words, String by) {
    goTo(words);
    for (int i = 0; i < words.length(); i++) {
      page.keyboard().press("Shift+ArrowRight");
    }
    page.keyboard().insertText(by);
  }

  /** Puts the cursor before the first such words. */
  void goTo(String words) {
    page.locator(".cm-content").focus();
    String text = page.locator("[name=draft]").inputValue();
    String before = text.substring(0, text.indexOf(words));
    page.keyboard().press("Control+Home");
    for (long i = before.chars().filter(c -> c == '\n').count(); i > 0; i--) {
      page.keyboard().press("ArrowDown");
    }
    // Once to the text of the line, once to its very beginning.
    page.keyboard().press("Home");
    page.keyboard().press("Home");
    for (int i = before.length() - before.lastIndexOf('\n') - 1; i > 0; i--) {
      page.keyboard().press("ArrowRight");
    }
  }

  /** Writes at the end of the line where such words stand. */
  void append(String words, String more) {
    goTo(words);
    page.keyboard().press("End");
    page.keyboard().insertText(more);
  }

  /** Until what was asked while typing has been answered. */
  void awaitAnswer() {
    page.waitForTimeout(600);
    page.locator("#result:not([aria-busy])").waitFor();
  }
}

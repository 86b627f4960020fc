package io.retainer.app.access;

import io.retainer.app.shell.Texts;

/** How long somebody has to wait, in words. */
final class Waits {

  private static final long SECONDS = 90;

  private Waits() {}

  static String text(Texts texts, long seconds) {
    return seconds <= SECONDS
        ? texts.text("sign-in.wait-seconds", String.valueOf(seconds))
        : texts.text("sign-in.wait-minutes", String.valueOf((seconds + 59) / 60));
  }
}

package io.retainer.app.inbox;

import java.util.Locale;

/** A file that is not taken yet, and why. */
public record Waiting(String name, long size, Why why) {

  /** What it waits for. */
  public enum Why {
    /** It may still be written. */
    GROWING,
    /** Its name says that it is not finished. */
    UNFINISHED,
    EMPTY,
    /** Others are still being written, and it may belong to them. */
    FOR_OTHERS;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

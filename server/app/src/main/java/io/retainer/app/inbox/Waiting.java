package io.retainer.app.inbox;

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
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}

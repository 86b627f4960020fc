package io.retainer.spi;

/** What the knowledge of a layout or of a language's headings rests on. Users are shown it. */
public enum Evidence {

  /** A genuine export was read. */
  SEEN("seen in a genuine export"),

  /** The vendor describes it. */
  DOCUMENTED("from the vendor's documentation, never seen"),

  /** Other programs that read these exports, or files in their tests, show it. */
  REPORTED("from other programs that read it, never seen"),

  /** Written from memory, translated or guessed. */
  REMEMBERED("from memory, never seen");

  private final String words;

  Evidence(String words) {
    this.words = words;
  }

  /** As users read it. */
  public String words() {
    return words;
  }

  public boolean isSeen() {
    return this == SEEN;
  }
}

package io.retainer.rendering.mail;

/** What of a report goes with its mail; the mail says so by the texts {@code mail.intro…}. */
public enum Attached {
  BOTH("mail.intro"),
  PDF("mail.intro.pdf"),
  WORKBOOK("mail.intro.xlsx"),
  /** Some files are too large for a mail, and a link leads to all of them. */
  LINK("mail.intro.linked");

  private final String key;

  Attached(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}

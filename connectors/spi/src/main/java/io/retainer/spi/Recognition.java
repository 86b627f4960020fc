package io.retainer.spi;

/** Whether a file is one of a connector's, and why. */
public sealed interface Recognition {

  /**
   * The file is the platform's.
   *
   * @param layout which of the connector's layouts, in words
   */
  record Recognised(String layout) implements Recognition {}

  /**
   * The file is not the platform's, or a layout that cannot be read.
   *
   * @param reason what was seen and what was expected, in one sentence a user understands
   * @param isKnown whether the file is known for what it is, so that the user is told this reason
   *     and not what others expected
   */
  record Refused(String reason, boolean isKnown) implements Recognition {

    public Refused(String reason) {
      this(reason, false);
    }
  }

  /**
   * Nobody can read the file, whatever platform it is of: it is damaged, protected or no table at
   * all. The user is told once, not for every connector.
   */
  record Unreadable(ReadIssue issue) implements Recognition {}

  static Recognition as(String layout) {
    return new Recognised(layout);
  }

  /**
   * The file is nothing of this platform.
   *
   * @param reason what was seen and what was expected, in one sentence a user understands
   */
  static Recognition refused(String reason) {
    return new Refused(reason);
  }

  /**
   * The file is the platform's, and not what is read of it.
   *
   * @param reason what it is, why it is not read, and which export to take instead
   */
  static Recognition notRead(String reason) {
    return new Refused(reason, true);
  }
}

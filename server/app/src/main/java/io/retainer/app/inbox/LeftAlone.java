package io.retainer.app.inbox;

import java.util.Locale;

/**
 * Something in the watched folder that is not taken.
 *
 * @param place under the watched folder
 * @param detail in the machine's words; may be empty
 */
public record LeftAlone(String place, Why why, String detail) {

  /** Why it stays where it is. */
  public enum Why {
    /** A folder that no client is named after. */
    NO_CLIENT,
    /** A file beside the clients' folders. */
    NOT_IN_A_FOLDER,
    LINK,
    FOLDER,
    /** A pipe, a socket, a device. */
    SPECIAL,
    UNREADABLE,
    /** Imported, and it cannot be moved away. */
    NOT_MOVED,
    /** The import ended with a fault of ours; it is tried again. */
    FAULT;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  LeftAlone(String place, Why why) {
    this(place, why, "");
  }
}

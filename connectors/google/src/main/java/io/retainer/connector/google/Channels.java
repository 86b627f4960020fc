package io.retainer.connector.google;

import io.retainer.toolkit.Headings;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The channel of a session: its names, and how to tell its column in any language. */
final class Channels {

  private static final Headings NAMES = Headings.load(Channels.class, "channels.txt");
  private static final Headings SESSION = Headings.load(Channels.class, "session-words.txt");
  private static final int SHORTEST_BEGINNING = 4;

  private Channels() {}

  /** The name KPIs ask for; a name nobody taught us stays as it is. */
  static String name(String cell) {
    return cell == null ? null : NAMES.key(cell).orElse(cell);
  }

  /**
   * Whether a column is the session's channel group: its heading speaks of sessions in some
   * language, and its first value is a channel. First visits have the same values under another
   * heading.
   */
  static boolean isColumn(String heading, String firstCell) {
    return NAMES.key(firstCell).isPresent() && speaksOfSessions(heading);
  }

  private static boolean speaksOfSessions(String heading) {
    return Stream.of(heading.split("[^\\p{L}]+"))
        .flatMap(
            word ->
                IntStream.rangeClosed(SHORTEST_BEGINNING, word.length())
                    .mapToObj(length -> word.substring(0, length)))
        .anyMatch(beginning -> SESSION.matches("session", beginning));
  }
}

package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import java.util.List;
import java.util.regex.Pattern;

/** Posts in Dzen, as lists with their links. */
public final class Dzen extends ListedNetwork {

  static final String NETWORK = "dzen";

  private static final Pattern LINK =
      Pattern.compile(
          "(?:dzen|zen\\.yandex)\\.\\w+/(?:media/[^/\\s]+/|a/|b/|video/watch/|shorts/|suite/)([\\w-]+)");

  public Dzen() {
    super(
        NETWORK,
        LINK,
        "No table has a heading for a link and for a date, counters, and links like"
            + " https://dzen.ru/a/Zx1.");
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        NETWORK,
        "Dzen",
        "Lists of posts with link, date and counters, as counting services export them or people"
            + " keep them. The network itself has no export that is known; the links in the list"
            + " say that it is Dzen.",
        List.of("List of posts in any order of columns: headings from memory, never seen"),
        List.of(Datasets.SOCIAL_POSTS.name()));
  }
}

package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
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
    return ConnectorDescription.of(NETWORK, "Dzen")
        .about("Posts with their counters, from lists that name each post's link.")
        .export(
            "a list of posts",
            "The network has no export that is known: use the list of a counting service, or one"
                + " kept by hand, with link, date and counters.")
        .layout("list of posts in any order of columns, told by its links", Evidence.REMEMBERED)
        .fills(Datasets.SOCIAL_POSTS, "posts")
        .languages(Evidence.REMEMBERED, "ru", "be", "uk", "en", "fi")
        .note("Views count as impressions, unless the list has impressions too.")
        .build();
  }
}

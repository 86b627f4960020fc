package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import java.util.regex.Pattern;

/** Posts in TenChat, as lists with their links. */
public final class TenChat extends ListedNetwork {

  static final String NETWORK = "tenchat";

  private static final Pattern LINK =
      Pattern.compile("tenchat\\.ru/(?:media|post|[^/\\s]+/media)/([\\w-]+)");

  public TenChat() {
    super(
        NETWORK,
        LINK,
        "No table has a heading for a link and for a date, counters, and links like"
            + " https://tenchat.ru/media/1-title.");
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(NETWORK, "TenChat")
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

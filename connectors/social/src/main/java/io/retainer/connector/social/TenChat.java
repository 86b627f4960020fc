package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import java.util.List;
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
    return new ConnectorDescription(
        NETWORK,
        "TenChat",
        "Lists of posts with link, date and counters, as counting services export them or people"
            + " keep them. The network itself has no export that is known; the links in the list"
            + " say that it is TenChat.",
        List.of("List of posts in any order of columns: headings from memory, never seen"),
        List.of(Datasets.SOCIAL_POSTS.name()));
  }
}

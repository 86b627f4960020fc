package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import java.util.List;
import java.util.regex.Pattern;

/** Posts in Odnoklassniki, as lists with their links. */
public final class Odnoklassniki extends ListedNetwork {

  static final String NETWORK = "odnoklassniki";

  private static final Pattern LINK =
      Pattern.compile("(?:ok|odnoklassniki)\\.ru/\\S*?(?:topic|statuses|video|album)/(\\d+)");

  public Odnoklassniki() {
    super(
        NETWORK,
        LINK,
        "No table has a heading for a link and for a date, counters, and links like"
            + " https://ok.ru/group/1/topic/2.");
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        NETWORK,
        "Odnoklassniki",
        "Lists of posts with link, date and counters, as counting services export them or people"
            + " keep them. The network itself has no export that is known; the links in the list"
            + " say that it is Odnoklassniki.",
        List.of("List of posts in any order of columns: headings from memory, never seen"),
        List.of(Datasets.SOCIAL_POSTS.name()));
  }
}

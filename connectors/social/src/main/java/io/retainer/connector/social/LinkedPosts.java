package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import java.util.regex.Pattern;

/** A network without an export: its posts come as lists with their links alone. */
abstract class LinkedPosts extends ListedNetwork {

  private final String id;
  private final String title;

  /**
   * @param id of the connector and of the network
   * @param link finds a post's id in its link, as the first group
   * @param example a link as posts have it
   */
  LinkedPosts(String id, String title, Pattern link, String example) {
    super(
        id,
        link,
        "No table has a heading for a link and for a date, counters, and links like "
            + example
            + ".");
    this.id = id;
    this.title = title;
  }

  @Override
  public final ConnectorDescription describe() {
    return ConnectorDescription.of(id, title)
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

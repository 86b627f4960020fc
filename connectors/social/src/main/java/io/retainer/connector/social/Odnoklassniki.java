package io.retainer.connector.social;

import java.util.regex.Pattern;

/** Posts in Odnoklassniki, as lists with their links. */
public final class Odnoklassniki extends LinkedPosts {

  static final String NETWORK = "odnoklassniki";

  private static final Pattern LINK =
      Pattern.compile("(?:ok|odnoklassniki)\\.ru/\\S*?(?:topic|statuses|video|album)/(\\d+)");

  public Odnoklassniki() {
    super(NETWORK, "Odnoklassniki", LINK, "https://ok.ru/group/1/topic/2");
  }
}

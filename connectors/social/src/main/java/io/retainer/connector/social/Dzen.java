package io.retainer.connector.social;

import java.util.regex.Pattern;

/** Posts in Dzen, as lists with their links. */
public final class Dzen extends LinkedPosts {

  static final String NETWORK = "dzen";

  private static final Pattern LINK =
      Pattern.compile(
          "(?:dzen|zen\\.yandex)\\.\\w+/(?:media/[^/\\s]+/|a/|b/|video/watch/|shorts/|suite/)([\\w-]+)");

  public Dzen() {
    super(NETWORK, "Dzen", LINK, "https://dzen.ru/a/Zx1");
  }
}

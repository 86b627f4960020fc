package io.retainer.connector.social;

import java.util.regex.Pattern;

/** Posts in TenChat, as lists with their links. */
public final class TenChat extends LinkedPosts {

  static final String NETWORK = "tenchat";

  private static final Pattern LINK =
      Pattern.compile("tenchat\\.ru/(?:media|post|[^/\\s]+/media)/([\\w-]+)");

  public TenChat() {
    super(NETWORK, "TenChat", LINK, "https://tenchat.ru/media/1-title");
  }
}

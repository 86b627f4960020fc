package io.retainer.connector.reputation;

import io.retainer.toolkit.Headings;

/** The social network that a channel is, in the words of support desks. */
final class Networks {

  private static final Headings NAMES = Headings.load(Networks.class, "networks.txt");

  private Networks() {}

  /**
   * @return null for a channel that is no network
   */
  static String of(String channel) {
    return channel == null ? null : NAMES.key(channel).orElse(null);
  }
}

package io.retainer.connector.social;

import io.retainer.spi.ReadSettings;
import java.util.Locale;
import java.util.Optional;

/**
 * The account of daily figures, which name none. One file holds both networks, so the network is
 * part of the account's name: {@code instagram/kiosk.north}.
 */
final class MetaAccount {

  private MetaAccount() {}

  static String of(String network, ReadSettings settings) {
    Optional<String> named = settings.account().map(String::strip);
    return named
        .map(
            name -> name.toLowerCase(Locale.ROOT).startsWith(network) ? name : network + "/" + name)
        .orElse(network);
  }
}

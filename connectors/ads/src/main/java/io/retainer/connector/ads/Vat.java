package io.retainer.connector.ads;

import java.util.Locale;
import java.util.Optional;

/** What Russian platforms say of value added tax, in headings and above tables. */
final class Vat {

  private Vat() {}

  /** Whether amounts include the tax; empty when the text does not mention it. */
  static Optional<Boolean> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.contains("ндс") && !lower.contains("vat")) {
      return Optional.empty();
    }
    return Optional.of(!lower.matches("(?s).*(без|до|excl|without|not incl)[^;]{0,12}(ндс|vat).*"));
  }
}

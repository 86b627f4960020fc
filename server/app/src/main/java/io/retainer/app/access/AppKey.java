package io.retainer.app.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an app for codes is told: whose key it is and for which server.
 *
 * @param text the key in groups of four letters, to be typed
 * @param qr the same for a camera
 */
public record AppKey(String text, QrCode qr) {

  /**
   * @param key in base 32
   * @param server its name in the app's list
   */
  static AppKey of(String key, String name, String server) {
    String issuer = encoded(server.isEmpty() ? "Retainer" : "Retainer " + server);
    String address =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
            .formatted(
                issuer, encoded(name), key, issuer, OneTimeCodes.DIGITS, OneTimeCodes.SECONDS);
    return new AppKey(key.replaceAll("(.{4})(?!$)", "$1 "), QrCode.of(address));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

package io.retainer.warehouse;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings in one cell of the ledger: {@code won-stages=Signed%2C+Paid&…}, in their order. */
final class ToldSettings {

  private ToldSettings() {}

  static String text(Map<String, String> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  /**
   * @param text null in imports of versions that did not keep them
   */
  static Map<String, String> of(String text) {
    Map<String, String> settings = new TreeMap<>();
    for (String each : Optional.ofNullable(text).orElse("").split("&")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        settings.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
      }
    }
    return settings;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

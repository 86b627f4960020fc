package io.retainer.connector.seo;

import io.retainer.toolkit.Fields;
import java.util.Locale;

/** Whether a link is marked for search engines, as tools write it. */
final class Follow {

  private Follow() {}

  /** {@code true}, {@code Yes}, {@code nofollow}, {@code Follow}; null for an empty cell. */
  static Boolean isMarked(Fields fields, String key) {
    String text = fields.text(key);
    if (text == null) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT).replace("-", "").replace(" ", "");
    if (lower.contains("follow")) {
      return lower.contains("nofollow");
    }
    return fields.truth(key);
  }
}

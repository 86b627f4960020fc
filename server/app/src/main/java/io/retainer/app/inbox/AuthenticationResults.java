package io.retainer.app.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a mail server found out about a mail's sender, from its Authentication-Results header (RFC
 * 8601): {@code mx.example; dkim=pass header.d=example.com; spf=pass smtp.mailfrom=…}.
 */
final class AuthenticationResults {

  private final String server;
  private final List<Map<String, String>> results;

  private AuthenticationResults(String server, List<Map<String, String>> results) {
    this.server = server;
    this.results = results;
  }

  static AuthenticationResults parse(String header) {
    String[] parts = plain(header).split(";", -1);
    List<Map<String, String>> results = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      Map<String, String> words = new HashMap<>();
      for (String word : parts[i].strip().split("\\s+")) {
        int equals = word.indexOf('=');
        if (equals > 0) {
          words.putIfAbsent(word.substring(0, equals), word.substring(equals + 1));
        }
      }
      results.add(words);
    }
    return new AuthenticationResults(parts[0].strip().split("\\s+")[0], results);
  }

  /** In small letters, without comments; what is quoted cannot pass for a word of the header. */
  private static String plain(String header) {
    var plain = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '\\' && (quoted || depth > 0)) {
        i++;
      } else if (c == '"' && depth == 0) {
        quoted = !quoted;
      } else if (quoted) {
        plain.append(Character.isWhitespace(c) || c == ';' || c == '=' ? '?' : c);
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT).replaceAll("\\s*=\\s*", "=");
  }

  boolean isOf(String trustedServer) {
    return server.equals(trustedServer);
  }

  /** Whether the mail's domain is proved to be the sender's own. */
  boolean prove(String domain) {
    return results.stream()
        .anyMatch(
            result ->
                result.getOrDefault("dmarc", "").equals("pass")
                        && result.getOrDefault("header.from", "").equals(domain)
                    || isAligned(result, "dkim", "header.d", domain)
                    || isAligned(result, "dkim", "header.i", domain)
                    || isAligned(result, "spf", "smtp.mailfrom", domain));
  }

  private static boolean isAligned(
      Map<String, String> result, String method, String property, String domain) {
    String value = result.getOrDefault(property, "");
    String proved = value.substring(value.lastIndexOf('@') + 1);
    return result.getOrDefault(method, "").equals("pass")
        && proved.contains(".")
        && (proved.equals(domain)
            || domain.endsWith("." + proved)
            || proved.endsWith("." + domain));
  }
}

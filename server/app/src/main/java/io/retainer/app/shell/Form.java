package io.retainer.app.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form, as sent. */
public record Form(Map<String, List<String>> fields) {

  public Form {
    fields = Map.copyOf(fields);
  }

  /**
   * @param body as {@code application/x-www-form-urlencoded}
   */
  public static Form parse(String body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields
            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("The form is not encoded as a browser does it: " + e.getMessage());
    }
  }

  /** A field without blanks around it; empty when it is not there. */
  public String text(String name) {
    return raw(name).strip();
  }

  /** A field exactly as typed, for passwords. */
  public String raw(String name) {
    return fields.getOrDefault(name, List.of("")).get(0);
  }

  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }
}

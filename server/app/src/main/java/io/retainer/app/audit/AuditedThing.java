package io.retainer.app.audit;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What an address leads to, as it is at this moment.
 *
 * @param client id of whom it concerns
 * @param names by which people know it
 * @param values that an operation may change, by the name of their field
 */
record AuditedThing(
    Optional<String> client, Map<String, String> names, Map<String, String> values) {

  private static final Pattern HOST = Pattern.compile("^https?://[^/]*");
  private static final Pattern ASKED = Pattern.compile("[?&](report|period)=([^&]{1,64})");
  private static final String CLIENT = "client";

  static final AuditedThing NOTHING = new AuditedThing(Optional.empty(), Map.of(), Map.of());

  /**
   * @param path encoded, maybe with the host before it and a query behind it
   */
  static AuditedThing of(Handle handle, String path) {
    String local = HOST.matcher(path).replaceFirst("");
    Matcher asked = ASKED.matcher(local);
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> values = new TreeMap<>();
    while (asked.find()) {
      names.put(asked.group(1), decoded(asked.group(2)));
    }
    String place = local.replaceFirst("\\?.*", "");
    for (AuditedPlace look : AuditedPlace.values()) {
      Matcher found = look.pattern().matcher(place);
      if (found.matches()) {
        look(handle, look, found, names, values);
      }
    }
    return new AuditedThing(Optional.ofNullable(names.remove(CLIENT)), names, values);
  }

  /** With one more name. */
  AuditedThing and(String name, Optional<String> text) {
    if (text.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(names);
    more.put(name, text.get());
    return new AuditedThing(client, more, values);
  }

  /** With more values. */
  AuditedThing and(Map<String, String> others) {
    Map<String, String> more = new TreeMap<>(values);
    more.putAll(others);
    return new AuditedThing(client, names, more);
  }

  private static void look(
      Handle handle,
      AuditedPlace place,
      Matcher found,
      Map<String, String> names,
      Map<String, String> values) {
    if (place.question().isEmpty()) {
      names.put(place.said(), decoded(found.group(1)));
      return;
    }
    try (Query query = handle.createQuery(place.question())) {
      for (int group = 1; group <= found.groupCount(); group++) {
        query.bind(String.valueOf((char) ('a' + group - 1)), decoded(found.group(group)));
      }
      for (Map<String, Object> row : query.mapToMap().list()) {
        if (row.containsKey("field")) {
          put(values, text(row.get("field")), row.get("held"));
        } else {
          Map<String, String> into = place.isOfNames() ? names : values;
          row.forEach((column, value) -> put(into, column.toLowerCase(Locale.ROOT), value));
        }
      }
    }
  }

  private static void put(Map<String, String> into, String name, Object value) {
    if (value != null) {
      into.put(name, text(value));
    }
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString().strip();
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }
}

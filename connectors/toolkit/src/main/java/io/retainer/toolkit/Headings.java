package io.retainer.toolkit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The headings a platform writes over its columns, in its languages, each list under one key of
 * ours. Kept as data: a text file beside the connector's class with lines like
 *
 * <pre>{@code
 * # comment
 * clicks = Clicks | Clics | Klicks
 * cost   = Amount spent (*)
 * }</pre>
 *
 * Blanks and case do not matter. A {@code (*)} at the end stands for brackets with anything in
 * them, such as a currency.
 */
public final class Headings {

  private static final String ANY_BRACKETS = " (*)";

  private final Map<String, String> keys;
  private final Map<String, String> openKeys;

  private Headings(Map<String, String> keys, Map<String, String> openKeys) {
    this.keys = keys;
    this.openKeys = openKeys;
  }

  public static Headings load(Class<?> beside, String resource) {
    return of(Words.lines(beside, resource));
  }

  /**
   * Headings a user has written down.
   *
   * @param aliases the headings of each key
   * @throws IllegalArgumentException when one heading stands for two keys
   */
  public static Headings of(Map<String, List<String>> aliases) {
    var keys = new HashMap<String, String>();
    aliases.forEach(
        (key, names) ->
            names.forEach(
                name -> {
                  String other = keys.putIfAbsent(Words.normal(name), key);
                  if (other != null && !other.equals(key)) {
                    throw new IllegalArgumentException(
                        "The heading \"" + name + "\" stands for " + other + " and for " + key);
                  }
                }));
    return new Headings(keys, Map.of());
  }

  static Headings of(List<String> lines) {
    var keys = new HashMap<String, String>();
    var openKeys = new HashMap<String, String>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new IllegalStateException("Headings are written \"key = Alias | Alias\": " + line);
      }
      String key = line.substring(0, equals).trim();
      for (String alias : line.substring(equals + 1).split("\\|")) {
        String normal = Words.normal(alias);
        boolean open = normal.endsWith(ANY_BRACKETS);
        String name = open ? normal.substring(0, normal.length() - ANY_BRACKETS.length()) : normal;
        String other = (open ? openKeys : keys).putIfAbsent(name, key);
        if (other != null && !other.equals(key)) {
          throw new IllegalStateException(
              "The heading \"" + alias.trim() + "\" stands for " + other + " and for " + key);
        }
      }
    }
    return new Headings(keys, openKeys);
  }

  /** The key of one heading. */
  public Optional<String> key(String heading) {
    String normal = Words.normal(heading);
    String key = keys.get(normal);
    int open = normal.endsWith(")") ? normal.indexOf('(') : -1;
    while (key == null && open > 0) {
      key = openKeys.get(normal.substring(0, open).trim());
      open = normal.indexOf('(', open + 1);
    }
    return Optional.ofNullable(key);
  }

  /** Whether a word is one of the aliases of a key. */
  public boolean matches(String key, String word) {
    return key(word).filter(key::equals).isPresent();
  }

  /** Finds each key's columns in a row of headings. */
  public Columns match(Row row) {
    var indexes = new LinkedHashMap<String, List<Integer>>();
    var unknown = new LinkedHashSet<String>();
    for (int i = 0; i < row.width(); i++) {
      int index = i;
      String heading = row.cell(i);
      Optional<String> key = key(heading);
      if (key.isPresent()) {
        indexes.merge(
            key.get(),
            List.of(index),
            (before, more) -> {
              var both = new java.util.ArrayList<>(before);
              both.addAll(more);
              return both;
            });
      } else if (!heading.isBlank()) {
        unknown.add(Words.trim(heading));
      }
    }
    return new Columns(row, indexes, unknown);
  }

  /** All keys. */
  public Set<String> keys() {
    var all = new HashSet<>(keys.values());
    all.addAll(openKeys.values());
    return all;
  }
}

package io.retainer.compute.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One of the lists: what is admitted, each with what it means. */
public record Admitted(String list, Map<String, String> entries) {

  public static final Admitted NODES = read("nodes");
  public static final Admitted OPERATORS = read("operators");
  public static final Admitted WORDS = read("words");
  public static final Admitted METHODS = read("methods");
  public static final Admitted PROPERTIES = read("properties");

  /** Classes of values, and what these lists call them. */
  public static final Admitted TYPES = read("types");

  public boolean has(String entry) {
    return entries.containsKey(entry);
  }

  public Set<String> all() {
    return entries.keySet();
  }

  private static Admitted read(String list) {
    return read(Admitted.class, list);
  }

  /** A list that lies beside a class. */
  public static Admitted read(Class<?> beside, String list) {
    Map<String, String> entries = new LinkedHashMap<>();
    try (var in = beside.getResourceAsStream(list + ".txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] parts = line.split("\\s+", 2);
          entries.put(parts[0], parts.length == 1 ? "" : parts[1].strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The list " + list + " cannot be read", e);
    }
    return new Admitted(list, java.util.Collections.unmodifiableMap(entries));
  }
}

package io.retainer.app.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people call each operation that is written down: {@code deeds.tsv} has a line for each
 * method and route, and the texts have {@code deed.<its word>}. What came to be called otherwise
 * keeps its line, as the log keeps its entries.
 */
final class Deeds {

  /** What the log can be narrowed to, in the order in which it is offered. */
  static final List<String> KINDS =
      List.of(
          "entry",
          "people",
          "clients",
          "data",
          "kpis",
          "reports",
          "schedules",
          "deliveries",
          "server");

  private static final Map<String, String> BY_OPERATION = load();

  private Deeds() {}

  private static Map<String, String> load() {
    try (InputStream in = Deeds.class.getResourceAsStream("deeds.tsv")) {
      Map<String, String> deeds = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .forEach(cells -> deeds.put(cells[0], cells[1]));
      return Map.copyOf(deeds);
    } catch (IOException e) {
      throw new UncheckedIOException("The words for what is done cannot be read", e);
    }
  }

  /**
   * The key of its text.
   *
   * @param operation like {@code POST /schedules/{id}/run}
   */
  static Optional<String> textKey(String operation) {
    String asked = operation.startsWith("HEAD ") ? "GET " + operation.substring(5) : operation;
    return Optional.ofNullable(BY_OPERATION.get(asked)).map(word -> "deed." + word);
  }

  /** Methods and routes; of a kind that does not exist one that nobody can ask for. */
  static List<String> ofKind(String kind) {
    if (kind.isEmpty()) {
      return List.of();
    }
    return KINDS.contains(kind)
        ? BY_OPERATION.entrySet().stream()
            .filter(each -> each.getValue().startsWith(kind + "."))
            .map(Map.Entry::getKey)
            .sorted()
            .toList()
        : List.of("-");
  }

  static Map<String, String> all() {
    return BY_OPERATION;
  }
}

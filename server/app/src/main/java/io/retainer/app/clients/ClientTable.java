package io.retainer.app.clients;

import io.retainer.app.shell.Csv;
import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All clients as one table: CSV, or what a spreadsheet copies. The first line names the columns, in
 * any order; a column that is left out stays as it is.
 */
public final class ClientTable {

  static final List<String> COLUMNS = List.of("id", "name", "zone", "locale", "currency");
  private static final int MOST_ROWS = 5_000;

  private ClientTable() {}

  /** A client that would be new, or another one than before. */
  public record Change(Optional<Client> before, Client after) {

    public boolean isNew() {
      return before.isEmpty();
    }

    /** What is changed, by column: before and after. */
    public Map<String, List<String>> cells() {
      Map<String, String> now = cellsOf(after);
      Map<String, String> old = before.map(ClientTable::cellsOf).orElse(Map.of());
      Map<String, List<String>> changed = new LinkedHashMap<>();
      for (String column : COLUMNS) {
        String was = old.getOrDefault(column, "");
        if (!was.equals(now.get(column))) {
          changed.put(column, List.of(was, now.get(column)));
        }
      }
      return changed;
    }
  }

  /**
   * What a table says.
   *
   * @param problems each with its line; nothing is done while there are any
   * @param same how many clients it leaves as they are
   */
  public record Read(List<Change> changes, List<String> problems, int same) {}

  static String of(List<Client> clients) {
    List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
    for (Client client : clients) {
      Map<String, String> cells = cellsOf(client);
      rows.add(COLUMNS.stream().map(cells::get).toList());
    }
    return Csv.of(rows);
  }

  static Read read(String text, List<Client> clients) {
    List<Csv.Line> lines;
    try {
      lines = Csv.lines(text);
    } catch (IllegalArgumentException e) {
      return new Read(List.of(), List.of(e.getMessage()), 0);
    }
    if (lines.isEmpty()) {
      return new Read(List.of(), List.of("The table is empty. Its first line names columns."), 0);
    }
    List<String> headings =
        lines.get(0).cells().stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    List<String> problems = new ArrayList<>(wrongWith(headings));
    if (lines.size() - 1 > MOST_ROWS) {
      problems.add("There are more than " + MOST_ROWS + " rows. Split the table.");
    }
    if (!problems.isEmpty()) {
      return new Read(List.of(), problems, 0);
    }
    Map<String, Client> known =
        clients.stream().collect(Collectors.toMap(c -> c.id().value(), Function.identity()));
    return read(lines.subList(1, lines.size()), headings, known);
  }

  private static Read read(List<Csv.Line> rows, List<String> headings, Map<String, Client> known) {
    List<String> problems = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int same = 0;
    for (Csv.Line row : rows) {
      String line = "Line " + row.number() + ": ";
      if (row.cells().size() != headings.size()) {
        problems.add(
            line + row.cells().size() + " cells, expected " + headings.size() + " as in line 1.");
        continue;
      }
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < headings.size(); i++) {
        cells.put(headings.get(i), row.cells().get(i).strip());
      }
      Optional<Client> before = Optional.ofNullable(known.get(cells.get("id")));
      try {
        Client after = values(cells, before).read();
        if (!seen.add(after.id().value())) {
          problems.add(line + "the client \"" + after.id() + "\" stands above already.");
        } else if (before.equals(Optional.of(after))) {
          same++;
        } else {
          changes.add(new Change(before, after));
        }
      } catch (Problem e) {
        problems.add(line + e.getMessage());
      }
    }
    return new Read(changes, problems, same);
  }

  private static List<String> wrongWith(List<String> headings) {
    List<String> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String heading : headings) {
      if (!COLUMNS.contains(heading)) {
        problems.add(
            "Line 1: \""
                + heading
                + "\" is no column; there are "
                + String.join(", ", COLUMNS)
                + ".");
      } else if (!seen.add(heading)) {
        problems.add("Line 1: the column \"" + heading + "\" stands there twice.");
      }
    }
    if (problems.isEmpty() && !headings.contains("id")) {
      problems.add("Line 1: the column \"id\" is missing; it tells which client a row is about.");
    }
    return problems;
  }

  private static ClientValues values(Map<String, String> cells, Optional<Client> before) {
    Map<String, String> known =
        before.map(ClientTable::cellsOf).orElseGet(() -> cellsOf(ClientValues.blank()));
    Function<String, String> cell = column -> cells.getOrDefault(column, known.get(column));
    return new ClientValues(
        cell.apply("id"),
        cell.apply("name"),
        cell.apply("zone"),
        cell.apply("locale"),
        cell.apply("currency").toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> cellsOf(Client client) {
    return cellsOf(ClientValues.of(client));
  }

  private static Map<String, String> cellsOf(ClientValues values) {
    return Map.of(
        "id", values.id(),
        "name", values.name(),
        "zone", values.zone(),
        "locale", values.locale(),
        "currency", values.currency());
  }
}

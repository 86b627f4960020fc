package io.retainer.app.clients;

import static io.retainer.workspace.ClientGroup.SEPARATOR;
import static java.util.stream.Collectors.toSet;

import io.retainer.app.shell.Csv;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientGroup;
import io.retainer.workspace.Workspace;
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

  private static final String GROUPS = "groups";
  static final List<String> COLUMNS = List.of("id", "name", "zone", "locale", "currency", GROUPS);
  private static final int MOST_ROWS = 5_000;

  private ClientTable() {}

  /** A client with the names of its groups. */
  public record Listed(Client client, List<String> groups) {

    Map<String, String> cells() {
      return cellsOf(ClientValues.of(client), String.join(SEPARATOR + " ", groups));
    }

    /** In whatever order they stand, and however they are capitalised. */
    boolean isAs(Listed other) {
      return client.equals(other.client) && same(groups).equals(same(other.groups));
    }

    private static Set<String> same(List<String> groups) {
      return groups.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(toSet());
    }
  }

  /** A client that would be new, or another one than before. */
  public record Change(Optional<Listed> before, Listed after) {

    public boolean isNew() {
      return before.isEmpty();
    }

    /** What is changed, by column: before and after. */
    public Map<String, List<String>> cells() {
      Map<String, String> now = after.cells();
      Map<String, String> old = before.map(Listed::cells).orElse(Map.of());
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
  public record Read(List<Change> changes, List<String> problems, int same) {

    /** A table of what it changes as that was before; empty when all of it is new. */
    String former() {
      List<Listed> before = changes.stream().flatMap(each -> each.before().stream()).toList();
      return before.isEmpty() ? "" : of(before);
    }

    /** Saves all of it together. */
    void into(Workspace workspace) {
      Map<ClientId, List<String>> groups = new HashMap<>();
      for (Change change : changes) {
        groups.put(change.after().client().id(), change.after().groups());
      }
      workspace
          .clients()
          .save(changes.stream().map(change -> change.after().client()).toList(), groups);
    }
  }

  /** All clients as they are. */
  static List<Listed> of(Workspace workspace) {
    Map<ClientId, List<String>> groups = workspace.groups().names();
    return workspace.clients().all().stream()
        .map(client -> new Listed(client, groups.getOrDefault(client.id(), List.of())))
        .toList();
  }

  static String of(List<Listed> clients) {
    List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
    for (Listed client : clients) {
      Map<String, String> cells = client.cells();
      rows.add(COLUMNS.stream().map(cells::get).toList());
    }
    return Csv.of(rows);
  }

  static Read read(String text, List<Listed> clients) {
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
    Map<String, Listed> known =
        clients.stream()
            .collect(Collectors.toMap(c -> c.client().id().value(), Function.identity()));
    return read(lines.subList(1, lines.size()), headings, known);
  }

  private static Read read(List<Csv.Line> rows, List<String> headings, Map<String, Listed> known) {
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
      Optional<Listed> before = Optional.ofNullable(known.get(cells.get("id")));
      ClientValues values = values(cells, before);
      List<String> wrong = values.problems();
      wrong.forEach(problem -> problems.add(line + problem));
      try {
        List<String> groups = groups(groupsCell(cells, before));
        if (!wrong.isEmpty()) {
          continue;
        }
        Listed after = new Listed(values.read(), groups);
        if (!seen.add(after.client().id().value())) {
          problems.add(line + "the client \"" + after.client().id() + "\" stands above already.");
        } else if (before.filter(after::isAs).isPresent()) {
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

  private static ClientValues values(Map<String, String> cells, Optional<Listed> before) {
    ClientValues known =
        before.map(Listed::client).map(ClientValues::of).orElseGet(ClientValues::blank);
    return new ClientValues(
        cells.getOrDefault("id", known.id()),
        cells.getOrDefault("name", known.name()),
        cells.getOrDefault("zone", known.zone()),
        cells.getOrDefault("locale", known.locale()),
        cells.getOrDefault("currency", known.currency()).toUpperCase(Locale.ROOT));
  }

  private static String groupsCell(Map<String, String> cells, Optional<Listed> before) {
    return cells.getOrDefault(GROUPS, before.map(known -> known.cells().get(GROUPS)).orElse(""));
  }

  /** Each once, whatever its capitals. */
  private static List<String> groups(String cell) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String typed : cell.split(SEPARATOR)) {
      if (!typed.isBlank()) {
        String name = Input.value(typed, ClientGroup::name);
        names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      }
    }
    return List.copyOf(names.values());
  }

  private static Map<String, String> cellsOf(ClientValues values, String groups) {
    return Map.of(
        "id",
        values.id(),
        "name",
        values.name(),
        "zone",
        values.zone(),
        "locale",
        values.locale(),
        "currency",
        values.currency(),
        GROUPS,
        groups);
  }
}

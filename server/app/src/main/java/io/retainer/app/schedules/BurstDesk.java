package io.retainer.app.schedules;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientGroup;
import io.retainer.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes of one form a schedule for each of many clients: lines of the table of schedules, which are
 * read, shown, saved and undone as those that somebody writes. Each has its client's zone and
 * language, and goes to its client's people. Whoever asks sees and chooses their clients; others
 * are as if there were none.
 */
public final class BurstDesk {

  private final Workspace workspace;
  private final Schedules schedules;
  private final TableDesk table;

  public BurstDesk(Workspace workspace, Schedules schedules, TableDesk table) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.table = table;
  }

  /**
   * What would be made for a client.
   *
   * @param line empty while anything is wrong
   * @param problems what is wrong with this one, in English
   */
  public record Row(
      Client client,
      List<String> recipients,
      Optional<ScheduleTable.Line> line,
      List<String> problems) {}

  /**
   * What would be made.
   *
   * @param problems what is wrong with all of them, in English; nothing is made while anything is
   *     wrong with any
   */
  public record Plan(List<Row> rows, List<String> problems, ScheduleTable.Read read) {

    public boolean isSound() {
      return problems.isEmpty() && read.wrong().isEmpty();
    }

    /** All that is wrong, with whose it is. */
    List<String> allProblems() {
      List<String> all = new ArrayList<>(problems);
      for (Row row : rows) {
        row.problems().forEach(each -> all.add(row.client().id() + ": " + each));
      }
      return all;
    }

    static Plan wrong(String problem) {
      return new Plan(List.of(), List.of(problem), new ScheduleTable.Read(List.of(), List.of()));
    }
  }

  List<Client> clients() {
    return workspace.clients().all();
  }

  /** Those with clients in them. */
  List<ClientGroup> groups() {
    return workspace.groups().all().stream().filter(each -> !each.members().isEmpty()).toList();
  }

  Plan plan(Burst burst) {
    Set<String> chosen = new LinkedHashSet<>(burst.clients());
    for (String group : burst.groups()) {
      Optional<ClientGroup> found = workspace.groups().find(group);
      if (found.isEmpty()) {
        return Plan.wrong("There is no group \"" + group + "\".");
      }
      found.get().members().forEach(member -> chosen.add(member.id().value()));
    }
    if (chosen.isEmpty()) {
      return Plan.wrong("Choose clients, or a group that has some.");
    }
    Map<Integer, Client> clients = new LinkedHashMap<>();
    Map<Integer, Map<TableColumn, String>> lines = new LinkedHashMap<>();
    Map<ClientId, List<String>> usual = usual();
    for (Client client : clients()) {
      if (chosen.remove(client.id().value())) {
        clients.put(lines.size() + 1, client);
        lines.put(
            lines.size() + 1,
            cells(burst, client.id(), usual.getOrDefault(client.id(), List.of())));
      }
    }
    for (String unknown : chosen) {
      lines.put(lines.size() + 1, TableColumn.cells("", burst.like().of(unknown, List.of())));
    }
    return plan(clients, lines, table.read(lines));
  }

  private static Map<TableColumn, String> cells(Burst burst, ClientId client, List<String> usual) {
    List<String> said = burst.recipientsOf(client.value());
    return TableColumn.cells("", burst.like().of(client.value(), said.isEmpty() ? usual : said));
  }

  /** Of each client the people its reports may go to; where nobody says so, those who get them. */
  private Map<ClientId, List<String>> usual() {
    Map<ClientId, List<String>> usual = new HashMap<>();
    workspace
        .mail()
        .allowed()
        .forEach(
            (client, allowed) ->
                usual.put(
                    client,
                    allowed.sorted().stream().filter(entry -> !entry.startsWith("@")).toList()));
    usual.values().removeIf(List::isEmpty);
    Set<ClientId> said = Set.copyOf(usual.keySet());
    for (Schedule there : schedules.all()) {
      if (there.enabled() && !said.contains(there.client())) {
        List<String> people = new ArrayList<>(usual.getOrDefault(there.client(), List.of()));
        people.addAll(there.recipients());
        usual.put(there.client(), people.stream().distinct().toList());
      }
    }
    return usual;
  }

  private static Plan plan(
      Map<Integer, Client> clients,
      Map<Integer, Map<TableColumn, String>> lines,
      ScheduleTable.Read read) {
    Map<Boolean, List<TableProblem>> isOwn =
        read.wrong().stream()
            .filter(each -> clients.containsKey(each.line()) || !isAboutRecipients(each))
            .collect(Collectors.partitioningBy(each -> isOwn(each, clients.keySet())));
    List<Row> rows = new ArrayList<>();
    clients.forEach(
        (number, client) ->
            rows.add(
                new Row(
                    client,
                    TableColumn.values(lines.get(number)).recipients(),
                    read.lines().stream().filter(line -> line.number() == number).findFirst(),
                    isOwn.get(true).stream()
                        .filter(each -> each.line() == number)
                        .map(TableProblem::why)
                        .toList())));
    return new Plan(
        rows, isOwn.get(false).stream().map(TableProblem::why).distinct().toList(), read);
  }

  /** What is written for all alike is wrong with all alike. */
  private static boolean isOwn(TableProblem problem, Set<Integer> clients) {
    return clients.contains(problem.line())
        && (problem.column().isEmpty() || isAboutRecipients(problem));
  }

  /** A client that there is not has nobody; that is no news. */
  private static boolean isAboutRecipients(TableProblem problem) {
    return problem.column().filter(TableColumn.RECIPIENTS::equals).isPresent();
  }

  /**
   * Makes them, all or none.
   *
   * @return what was saved, for undoing it
   */
  Optional<SavedTable> make(Plan plan, String by) {
    return table.save(plan.read(), by);
  }
}

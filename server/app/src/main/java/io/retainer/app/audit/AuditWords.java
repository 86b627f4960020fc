package io.retainer.app.audit;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Page;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of the log as the reader says them. */
public final class AuditWords {

  private static final String COMMAND = "command";

  private final Page page;
  private final Map<String, String> clients;
  private final ChangeWords changes;
  private final ThingWords things;

  private AuditWords(Page page, Map<String, String> clients, ThingWords things) {
    this.page = page;
    this.clients = clients;
    this.changes = new ChangeWords(page, clients, things);
    this.things = things;
  }

  static AuditWords in(Page page, Workspace workspace, List<Client> clients) {
    Locale locale = page.visit().language().locale();
    Map<String, String> kpis =
        workspace.kpis().catalogue().stream()
            .collect(
                Collectors.toMap(
                    kpi -> kpi.id().value(), (KpiDescriptor kpi) -> kpi.title(locale)));
    return new AuditWords(
        page,
        clients.stream().collect(Collectors.toMap(each -> each.id().value(), Client::name)),
        new ThingWords(page, kpis, ReportTitles.in(workspace, locale), workspace::sourceTitle));
  }

  /** Who it was, by the name they had. */
  public String who(AuditEntry entry) {
    if (isLauncher(entry)) {
      return page.text("audit.way.command");
    }
    if (!entry.who().isEmpty()) {
      return entry.who();
    }
    return page.text(entry.what().contains(" /share/") ? "audit.by-link" : "audit.by-nobody");
  }

  private static boolean isLauncher(AuditEntry entry) {
    return entry.way().filter(COMMAND::equals).isPresent();
  }

  /** Role, way and address of who it was, as far as they are known. */
  public String by(AuditEntry entry) {
    return Stream.of(role(entry), way(entry), entry.address())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  String role(AuditEntry entry) {
    return isLauncher(entry) ? "" : entry.role().map(role -> page.text("role." + role)).orElse("");
  }

  String way(AuditEntry entry) {
    if (entry.what().startsWith("CLI ")) {
      return page.text("audit.way.command");
    }
    return entry.way().filter("token"::equals).map(way -> page.text("audit.way.token")).orElse("");
  }

  /** What somebody asked for. */
  public String deed(AuditEntry entry) {
    return page.text(Deeds.textKey(entry.what()).orElse("audit.earlier"));
  }

  /** Whether there is nothing to say but method and route. */
  public boolean isOfEarlierVersion(AuditEntry entry) {
    return Deeds.textKey(entry.what()).isEmpty();
  }

  /** Names of what it was done to. */
  public String thing(AuditEntry entry) {
    return things.of(entry.note().names());
  }

  /** A sentence for each value that was changed. */
  public List<String> changes(AuditEntry entry) {
    return entry.note().changes().stream().map(changes::of).toList();
  }

  /** The client by the name they had, else by today's; empty without one. */
  public String client(AuditEntry entry) {
    return Optional.ofNullable(entry.note().names().get("client_name"))
        .or(() -> entry.client().map(id -> Objects.requireNonNullElse(clients.get(id), id)))
        .orElse("");
  }

  public String outcome(AuditEntry entry) {
    return page.text("audit." + entry.outcomeWord());
  }

  /** Why it was refused; empty where that is not known. */
  public String why(AuditEntry entry) {
    return entry
        .outcome()
        .filter(outcome -> outcome.word().equals("refused"))
        .map(outcome -> "audit.why." + (outcome.status() == 400 ? 422 : outcome.status()))
        .filter(page.texts()::has)
        .map(page::text)
        .orElse("");
  }
}

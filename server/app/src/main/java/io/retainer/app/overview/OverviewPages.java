package io.retainer.app.overview;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.imports.RefusedFile;
import io.retainer.app.imports.RefusedFiles;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.Runs;
import io.retainer.app.schedules.Occurrence;
import io.retainer.app.schedules.Occurrences;
import io.retainer.app.schedules.Schedule;
import io.retainer.app.schedules.Schedules;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.pull.PullSource;
import io.retainer.workspace.pull.StuckSources;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The home page: what needs somebody. */
@Path("/")
public final class OverviewPages {

  private static final int SHOWN = 10;
  private static final int SOURCES_NAMED = 3;

  private final Workspace workspace;
  private final Runs runs;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final Deliveries deliveries;
  private final ReportTasks reportTasks;
  private final RefusedFiles refused;
  private final Looks looks;
  private final Pages pages;

  public OverviewPages(
      Workspace workspace,
      Runs runs,
      Schedules schedules,
      Occurrences occurrences,
      Deliveries deliveries,
      RunFindings findings,
      Looks looks,
      Pages pages) {
    this.looks = looks;
    this.reportTasks = new ReportTasks(workspace, runs, occurrences, findings);
    this.workspace = workspace;
    this.refused = new RefusedFiles(workspace);
    this.runs = runs;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.deliveries = deliveries;
    this.pages = pages;
  }

  /**
   * How the last look into each mailbox went; empty where there is none.
   *
   * @param bounces the one that mails are returned to
   * @param exports the one that exports are sent to
   */
  public record Looks(Supplier<Optional<ImapLook>> bounces, Supplier<Optional<ImapLook>> exports) {

    /** Of those that cannot be looked into: what comes there is unknown until somebody mends it. */
    List<Task> tasks() {
      List<Task> tasks = new ArrayList<>();
      if (bounces.get().flatMap(ImapLook::problem).isPresent()) {
        tasks.add(new Task("home.stuck-bounces", List.of(), "/deliveries"));
      }
      if (exports.get().flatMap(ImapLook::problem).isPresent()) {
        tasks.add(new Task("home.stuck-inbox", List.of(), "/inbox"));
      }
      return tasks;
    }
  }

  /** Something to do, with the page where it is done. */
  public record Task(String textKey, List<Object> arguments, String path) {}

  public record Home(
      List<Client> clients,
      Map<ClientId, Client> byId,
      List<Task> tasks,
      List<Run> runs,
      Set<String> waiting,
      ReportTitles titles,
      boolean hasImports,
      long schedules,
      long mailsSent,
      Data data) {}

  /**
   * What there is to know about the clients' data.
   *
   * @param refused the latest files of which nothing was imported
   * @param moreRefused how many more there are
   * @param freshness of those clients whose data end first
   * @param clients how many there are in all
   */
  public record Data(List<Refused> refused, int moreRefused, List<Fresh> freshness, int clients) {}

  /**
   * @param path where somebody can see to it
   */
  public record Refused(RefusedFile file, Client client, String path) {}

  /**
   * @param behind sources and their last days
   */
  public record Fresh(Client client, Optional<LocalDate> lastDay, Map<String, LocalDate> behind) {}

  /** Who only reads what went out begins at the reports. */
  @GET
  @Requires(Role.STAKEHOLDER)
  public Response home(@Context SecurityContext security) {
    if (!Visit.of(security).looks()) {
      return Response.seeOther(URI.create("/reports")).build();
    }
    List<Client> clients = workspace.clients().all();
    Map<ClientId, Client> byId = new HashMap<>();
    clients.forEach(client -> byId.put(client.id(), client));
    Visit visit = Visit.of(security);
    List<Schedule> all = schedules.all();
    List<Run> latest = runs.latest(Optional.empty(), Optional.empty(), SHOWN);
    List<Occurrence> reviews = occurrences.underReview();
    ReportTitles titles = ReportTitles.in(workspace, visit.language().locale());
    boolean hasImports = workspace.warehouse().hasImports(byId.keySet());
    return pages.show(
        visit,
        Page.Section.HOME,
        "home.title",
        "home",
        new Home(
            clients,
            byId,
            tasks(latest, reviews, all, byId, titles, visit),
            latest,
            waiting(reviews),
            titles,
            hasImports,
            goingOn(all, byId),
            deliveries.count(Delivery.State.SENT),
            data(clients, byId, visit)));
  }

  private long goingOn(List<Schedule> schedules, Map<ClientId, Client> byId) {
    Instant now = workspace.clock().instant();
    return schedules.stream()
        .filter(each -> each.goesOn(now, byId.get(each.client()).zone()))
        .count();
  }

  private Data data(List<Client> clients, Map<ClientId, Client> byId, Visit visit) {
    List<RefusedFile> open = refused.open();
    List<Freshness> freshness = Freshness.of(clients, workspace.warehouse().reaches(byId.keySet()));
    return new Data(
        open.stream()
            .limit(SHOWN)
            .map(file -> new Refused(file, byId.get(file.client()), whereToSeeTo(file, visit)))
            .toList(),
        Math.max(0, open.size() - SHOWN),
        freshness.stream().limit(SHOWN).map(this::shown).toList(),
        clients.size());
  }

  private static String whereToSeeTo(RefusedFile file, Visit visit) {
    boolean isTable = file.status() == ImportResult.Status.UNRECOGNISED && !file.sha256().isEmpty();
    return isTable && visit.mayManage()
        ? "/mappings/tables/" + file.sha256()
        : file.batch()
            .map(batch -> "/clients/" + file.client() + "/imports/" + batch)
            .orElse("/uploads?client=" + file.client());
  }

  private Fresh shown(Freshness each) {
    Map<String, LocalDate> behind = new LinkedHashMap<>();
    each.behind().stream()
        .limit(SOURCES_NAMED)
        .forEach(
            reach -> behind.putIfAbsent(workspace.sourceTitle(reach.source()), reach.lastDay()));
    return new Fresh(each.client(), each.lastDay(), behind);
  }

  private List<Task> tasks(
      List<Run> latest,
      List<Occurrence> reviews,
      List<Schedule> all,
      Map<ClientId, Client> byId,
      ReportTitles titles,
      Visit visit) {
    Language language = visit.language();
    Formats formats = Formats.of(language.locale());
    List<Task> tasks = new ArrayList<>();
    latest.stream()
        .limit(SHOWN)
        .filter(run -> run.state() == Run.State.FAILED)
        .forEach(
            run ->
                tasks.add(
                    new Task(
                        "home.failed-run",
                        List.of(byId.get(run.client()).name(), formats.period(run.period())),
                        "/reports/" + run.id())));
    long failedMails = deliveries.open(Delivery.State.FAILED);
    if (failedMails > 0) {
      tasks.add(new Task("home.failed-mails", List.of(failedMails), "/deliveries?state=failed"));
    }
    long bouncedMails = deliveries.open(Delivery.State.BOUNCED);
    if (bouncedMails > 0) {
      tasks.add(new Task("home.bounced-mails", List.of(bouncedMails), "/deliveries?state=bounced"));
    }
    long unknownMails = deliveries.open(Delivery.State.UNKNOWN);
    if (unknownMails > 0) {
      tasks.add(new Task("home.unknown-mails", List.of(unknownMails), "/deliveries?state=unknown"));
    }
    tasks.addAll(reportTasks.of(reviews, all, byId, titles, visit.language()));
    Map<ClientId, AllowedRecipients> allowed = workspace.mail().allowed();
    for (Schedule schedule : all) {
      AllowedRecipients list = allowed.get(schedule.client());
      if (schedule.enabled() && list != null && !list.strangers(schedule.recipients()).isEmpty()) {
        tasks.add(
            new Task(
                "home.strangers",
                List.of(byId.get(schedule.client()).name()),
                "/schedules/" + schedule.id()));
      }
    }
    if (visit.mayManage() && !visit.isLimited()) {
      tasks.addAll(looks.tasks());
    }
    if (visit.mayManage()) {
      for (PullSource stuck : StuckSources.of(workspace)) {
        tasks.add(
            new Task(
                "home.stuck-source",
                List.of(byId.get(stuck.client()).name(), stuck.account()),
                "/clients/" + stuck.client() + "/sources"));
      }
    }
    int problems = workspace.scripts().problems().size();
    if (problems > 0) {
      tasks.add(new Task("home.script-problems", List.of(problems), "/kpis"));
    }
    int jars = workspace.connectors().problems().size();
    if (jars > 0) {
      tasks.add(new Task("home.connector-problems", List.of(jars), "/connectors"));
    }
    return tasks;
  }

  /** Ids of the runs that are reviewed. */
  static Set<String> waiting(List<Occurrence> reviews) {
    return reviews.stream().flatMap(review -> review.run().stream()).collect(Collectors.toSet());
  }
}

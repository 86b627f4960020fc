package io.retainer.app.overview;

import io.retainer.app.overview.OverviewPages.Task;
import io.retainer.app.reports.Finding;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.Runs;
import io.retainer.app.schedules.Occurrence;
import io.retainer.app.schedules.Occurrences;
import io.retainer.app.schedules.Reason;
import io.retainer.app.schedules.Schedule;
import io.retainer.app.shell.Language;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports that need somebody: a decision, an answer, data. At a month's end there are more than a
 * page should name: the rest is counted, and stands on the page of today.
 */
final class ReportTasks {

  private static final String REST = "/operations";
  private static final int REVIEWS_NAMED = 20;
  private static final int WAITING_NAMED = 10;

  /** What is more than this is answered together, on the page of today. */
  private static final int ONE_BY_ONE = 5;

  private final Workspace workspace;
  private final Runs runs;
  private final Occurrences occurrences;
  private final RunFindings findings;

  ReportTasks(Workspace workspace, Runs runs, Occurrences occurrences, RunFindings findings) {
    this.workspace = workspace;
    this.runs = runs;
    this.occurrences = occurrences;
    this.findings = findings;
  }

  /** How reports are called here: client, report, period. */
  private record Names(
      Map<ClientId, Client> clients,
      Map<String, Schedule> schedules,
      Map<String, Run> runs,
      ReportTitles titles,
      Formats formats) {

    /** What was made is named by whose it is. */
    List<Object> of(Occurrence occurrence) {
      Schedule schedule = schedules.get(occurrence.schedule());
      Optional<Run> run = occurrence.run().map(runs::get);
      return List.of(
          clients.get(run.map(Run::client).orElseGet(schedule::client)).name(),
          titles.of(run.map(Run::report).orElseGet(schedule::report))
              + ", "
              + formats.period(occurrence.period()));
    }
  }

  /**
   * @param reviews all that is under review
   */
  List<Task> of(
      List<Occurrence> reviews,
      List<Schedule> schedules,
      Map<ClientId, Client> clients,
      ReportTitles titles,
      Language language) {
    List<Occurrence> shown = reviews.stream().limit(REVIEWS_NAMED).toList();
    Map<String, Schedule> byId = new HashMap<>();
    schedules.forEach(schedule -> byId.put(schedule.id(), schedule));
    var names =
        new Names(
            clients,
            byId,
            runs.named(OverviewPages.waiting(shown)),
            titles,
            Formats.of(language.locale()));
    List<Task> tasks = new ArrayList<>(reviewing(shown, names, language));
    rest("home.review-more", reviews.size() - shown.size()).ifPresent(tasks::add);
    tasks.addAll(held(names));
    tasks.addAll(waiting(names));
    tasks.addAll(withoutTemplate(names));
    return tasks;
  }

  /** With the first thing that holds it, in full: it says what to do. */
  private List<Task> reviewing(List<Occurrence> reviews, Names names, Language language) {
    Map<String, Finding> holding =
        findings.holding(reviews.stream().map(review -> review.run().orElseThrow()).toList());
    List<Task> tasks = new ArrayList<>();
    for (Occurrence review : reviews) {
      String run = review.run().orElseThrow();
      List<Object> arguments = new ArrayList<>(names.of(review));
      Optional<Finding> found = Optional.ofNullable(holding.get(run));
      found.ifPresent(finding -> arguments.add(finding.in(language)));
      tasks.add(
          new Task(
              found.isPresent() ? "home.review-gates" : "home.review",
              arguments,
              "/reports/" + run));
    }
    return tasks;
  }

  private List<Task> held(Names names) {
    List<Occurrence> held = occurrences.held();
    if (held.size() > ONE_BY_ONE) {
      return List.of(new Task("home.held-many", List.of(held.size()), REST + "?choose=late"));
    }
    return held.stream()
        .map(
            each -> {
              boolean isLate =
                  each.reason().filter(why -> why.code() == Reason.Code.LATE).isPresent();
              return new Task(
                  isLate ? "home.late" : "home.held",
                  names.of(each),
                  "/schedules/" + each.schedule());
            })
        .toList();
  }

  private List<Task> waiting(Names names) {
    List<Occurrence> waiting = occurrences.waiting();
    List<Task> tasks = new ArrayList<>();
    waiting.stream()
        .limit(WAITING_NAMED)
        .forEach(
            each ->
                tasks.add(
                    new Task("home.waiting", names.of(each), "/schedules/" + each.schedule())));
    rest("home.waiting-more", waiting.size() - WAITING_NAMED).ifPresent(tasks::add);
    return tasks;
  }

  /** Known before their time comes. */
  private List<Task> withoutTemplate(Names names) {
    return names.schedules().values().stream()
        .filter(Schedule::enabled)
        .filter(each -> !names.titles().byId().containsKey(each.report()))
        .filter(each -> workspace.reports().isGone(each.client(), each.report()))
        .sorted(Comparator.comparing(Schedule::id))
        .map(
            each ->
                new Task(
                    "home.no-report",
                    List.of(names.clients().get(each.client()).name(), each.report()),
                    "/schedules/" + each.id()))
        .toList();
  }

  private static Optional<Task> rest(String textKey, int more) {
    return more > 0 ? Optional.of(new Task(textKey, List.of(more), REST)) : Optional.empty();
  }
}

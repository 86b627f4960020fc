package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Copies;
import io.retainer.app.deliveries.CopyDesk;
import io.retainer.app.deliveries.CopyPost;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.LargeFiles;
import io.retainer.app.deliveries.Later;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.deliveries.Outlets;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.Transports;
import io.retainer.app.destinations.Destined;
import io.retainer.app.gates.GateLevels;
import io.retainer.app.gates.GateLimits;
import io.retainer.app.gates.Gates;
import io.retainer.app.inbox.SessionsConnector;
import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.ReportsPages;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Pages;
import io.retainer.model.report.Gap;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.dkim.DkimKeys;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A home whose client has sessions, and a clock's work that is done when the test says so. */
final class IssuingHome implements AutoCloseable {

  final SettableClock clock = new SettableClock("2026-11-02T10:00:00Z");
  final TestHome home;
  final Runs runs;
  final RunSteps steps;
  final RunFindings findings;
  final GateLevels levels;
  final GateLimits limits;
  final RunFiles files;
  final Deliveries deliveries;
  final Postman postman;
  final Schedules schedules;
  final Occurrences occurrences;
  final Issuer issuer;
  final Outlets outlets;
  final ScheduleDesk desk;
  final Reviews reviews;
  final Copies copies;
  final CopyDesk copyDesk;
  final ScheduleRuns scheduleRuns;
  final Trials trials;
  List<Gap> missing = List.of();

  private final Path mailbox;
  private final Deque<TaskInstance<Void>> planned = new ArrayDeque<>();
  private final Map<String, Task<Void>> tasks = new HashMap<>();

  IssuingHome(Path folder) throws IOException {
    this(folder, MailSettings.of(name -> Optional.empty()));
  }

  /**
   * @param mail where mails go; into a folder without a mail server
   */
  IssuingHome(Path folder, MailSettings mail) throws IOException {
    home = new TestHome(folder, clock);
    mailbox = Files.createDirectories(folder.resolve("mailbox"));
    SessionsConnector.install(home.workspace().home().connectors());
    runs = new Runs(home::state, clock);
    steps = new RunSteps(home::state, clock);
    findings = new RunFindings(home::state);
    levels = new GateLevels(home::state, clock);
    // There is nothing but sessions, of which a monthly report is nearly empty.
    levels.set(
        GateLevels.Owner.CLIENT, SHOP.id().value(), Map.of("scorecard", GateLevel.OFF), "maria");
    limits = new GateLimits(home::state, clock);
    files = new RunFiles(home.workspace().home());
    deliveries = new Deliveries(home::state, clock, "agency.example");
    schedules = new Schedules(home::state, clock, new Holidays(Path.of("none")));
    occurrences = new Occurrences(home::state, clock);
    var transport =
        new Destined(
            Transports.of(mail, new DkimKeys(mailbox), () -> mailbox),
            home.workspace()::destinations);
    Later later = (work, at) -> plan(work, at);
    postman = new Postman(deliveries, runs, files, home.workspace()::mail, transport, clock, later);
    var renderer =
        new RunRenderer(
            home.workspace(),
            runs,
            Gates.of(home.workspace(), runs, steps, files, levels, limits),
            findings);
    copies = new Copies(home::state, clock);
    var copyPost =
        new CopyPost(
            home.workspace(),
            copies,
            runs,
            steps,
            files,
            renderer,
            transport,
            LargeFiles.ATTACHED,
            "agency.example",
            URI.create("https://reports.agency.example/"),
            later);
    var colleagues = Colleagues.parse("@agency.example");
    var drafts = new Drafts(home::state, clock, steps);
    var drafting =
        new Drafting(home.workspace(), schedules, drafts, runs, copies, copyPost, colleagues);
    issuer =
        new Issuer(
            home.workspace(),
            (client, report, period) -> missing,
            schedules,
            occurrences,
            runs,
            steps,
            findings,
            renderer,
            deliveries,
            postman,
            drafting,
            limits::patience,
            new Punctuality(limits::window),
            later);
    outlets = new Outlets(home.workspace(), URI.create("https://reports.agency.example/"));
    desk = new ScheduleDesk(home.workspace(), schedules, occurrences, colleagues, outlets);
    copyDesk = new CopyDesk(copies, runs, copyPost, colleagues);
    scheduleRuns = new ScheduleRuns(desk, occurrences, deliveries, issuer);
    trials = new Trials(desk, runs, steps, deliveries, copyDesk);
    reviews =
        new Reviews(
            home::state, clock, runs, files, steps, occurrences, drafts, schedules, desk, issuer);
    tasks.put(issuer.issuing().getName(), issuer.issuing());
    tasks.put(issuer.watching().getName(), issuer.watching());
    tasks.put(copyPost.task().getName(), copyPost.task());
    tasks.put(postman.task().getName(), postman.task());
  }

  private synchronized void plan(TaskInstance<Void> work, Instant at) {
    planned.add(work);
  }

  /** Changes the state as nobody can. */
  void change(String statement, Object... arguments) {
    home.state().useHandle(handle -> handle.execute(statement, arguments));
  }

  /** Does what is on the clock, and what that puts there. */
  void work() {
    while (!planned.isEmpty()) {
      TaskInstance<Void> next = planned.poll();
      tasks.get(next.getTaskName()).execute(next, null);
    }
  }

  /** Does so much of what is on the clock. */
  void doNext(int most) {
    for (int i = 0; i < most && !planned.isEmpty(); i++) {
      TaskInstance<Void> next = planned.poll();
      tasks.get(next.getTaskName()).execute(next, null);
    }
  }

  /** Imports so many sessions for each day. */
  void sessions(String first, String last, int each) throws IOException {
    StringBuilder lines = new StringBuilder("sessions\n");
    LocalDate.parse(first)
        .datesUntil(LocalDate.parse(last).plusDays(1))
        .forEach(day -> lines.append(day).append('|').append(each).append('\n'));
    // The name is the account: a later file takes the place of the earlier one's days.
    Path file = mailbox.resolveSibling("sessions.txt");
    Files.writeString(file, lines);
    home.workspace()
        .imports()
        .importFiles(
            SHOP, List.of(ReceivedFile.of(file)), ImportOptions.none(), (name, step, rows) -> {});
  }

  Schedule add(Approval approval, String... recipients) {
    return add(approval, "", List.of(), recipients);
  }

  Schedule add(
      Approval approval, String internalDays, List<String> internalTo, String... recipients) {
    return desk.add(
        FilledForm.to(recipients)
            .approval(approval.word())
            .internal(internalDays, internalTo)
            .values(),
        "maria");
  }

  SchedulesPages schedulesPages() {
    return new SchedulesPages(
        home.workspace(), occurrences, desk, scheduleRuns, copyDesk, new Pages());
  }

  /** Issues the last closed month by hand, as far as it goes. */
  Run issued(Schedule schedule) {
    return run(scheduleRuns.run(schedule.id(), Optional.empty(), true, "maria"));
  }

  Run run(Occurrence occurrence) {
    work();
    return runs.find(occurrences.find(occurrence.id()).orElseThrow().run().orElseThrow())
        .orElseThrow();
  }

  /** Where a person sees a report and decides about it. */
  ReportsPages reports() {
    return new ReportsPages(
        home.workspace(), null, runs, steps, findings, files, schedules::recipientsOf, new Pages());
  }

  Occurrence occurrence(Run run) {
    return occurrences.ofRun(run.id()).orElseThrow();
  }

  List<MimeMessage> mails() throws IOException, MessagingException {
    List<MimeMessage> mails = new ArrayList<>();
    try (Stream<Path> found = Files.list(mailbox)) {
      for (Path file : found.sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          mails.add(new MimeMessage(Session.getInstance(new Properties()), in));
        }
      }
    }
    return mails;
  }

  @Override
  public void close() {
    home.close();
  }
}

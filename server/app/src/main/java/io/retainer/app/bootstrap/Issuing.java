package io.retainer.app.bootstrap;

import com.github.kagkarlsson.scheduler.task.Task;
import io.retainer.app.access.Notices;
import io.retainer.app.bounces.Bounces;
import io.retainer.app.deliveries.AccountNotices;
import io.retainer.app.deliveries.Alerts;
import io.retainer.app.deliveries.ClientMailApi;
import io.retainer.app.deliveries.ClientMailPages;
import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Copies;
import io.retainer.app.deliveries.CopiesApi;
import io.retainer.app.deliveries.CopyDesk;
import io.retainer.app.deliveries.CopyPages;
import io.retainer.app.deliveries.CopyPost;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.DeliveriesPages;
import io.retainer.app.deliveries.DeliveriesResource;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.FailedMails;
import io.retainer.app.deliveries.LargeFiles;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.deliveries.Outlets;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.Readdressing;
import io.retainer.app.deliveries.Transport;
import io.retainer.app.deliveries.Transports;
import io.retainer.app.deliveries.UntoldOwner;
import io.retainer.app.deliveries.WaitingMails;
import io.retainer.app.destinations.DestinationDesk;
import io.retainer.app.destinations.DestinationsApi;
import io.retainer.app.destinations.DestinationsPages;
import io.retainer.app.destinations.Destined;
import io.retainer.app.gates.AgencyGatesApi;
import io.retainer.app.gates.AgencyGatesPages;
import io.retainer.app.gates.GateLevels;
import io.retainer.app.gates.GateLevelsApi;
import io.retainer.app.gates.GateLevelsPages;
import io.retainer.app.gates.GateLimits;
import io.retainer.app.gates.GateOwners;
import io.retainer.app.gates.GateSettings;
import io.retainer.app.gates.Gates;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.links.LinkDesk;
import io.retainer.app.links.Links;
import io.retainer.app.links.LinksPages;
import io.retainer.app.links.LinksResource;
import io.retainer.app.links.SharePages;
import io.retainer.app.links.SharedIssues;
import io.retainer.app.metrics.MetricsResource;
import io.retainer.app.metrics.Stock;
import io.retainer.app.overview.OneClientPages;
import io.retainer.app.overview.OperationsPages;
import io.retainer.app.overview.OverviewPages;
import io.retainer.app.overview.Timetable;
import io.retainer.app.reports.OldReports;
import io.retainer.app.reports.PreviewPages;
import io.retainer.app.reports.ReportsPages;
import io.retainer.app.reports.RunEvents;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.RunQueue;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.reports.RunsResource;
import io.retainer.app.schedules.BoardPages;
import io.retainer.app.schedules.BurstDesk;
import io.retainer.app.schedules.BurstPages;
import io.retainer.app.schedules.CorrectedRecipients;
import io.retainer.app.schedules.Drafting;
import io.retainer.app.schedules.Drafts;
import io.retainer.app.schedules.HeldAlerts;
import io.retainer.app.schedules.HeldReports;
import io.retainer.app.schedules.HeldReportsApi;
import io.retainer.app.schedules.Holidays;
import io.retainer.app.schedules.Issuer;
import io.retainer.app.schedules.Lateness;
import io.retainer.app.schedules.Occurrence;
import io.retainer.app.schedules.Occurrences;
import io.retainer.app.schedules.OpenReports;
import io.retainer.app.schedules.Punctuality;
import io.retainer.app.schedules.Reason;
import io.retainer.app.schedules.ReviewPages;
import io.retainer.app.schedules.Reviews;
import io.retainer.app.schedules.ReviewsResource;
import io.retainer.app.schedules.SavedTables;
import io.retainer.app.schedules.Schedule;
import io.retainer.app.schedules.ScheduleDesk;
import io.retainer.app.schedules.ScheduleRuns;
import io.retainer.app.schedules.Schedules;
import io.retainer.app.schedules.SchedulesPages;
import io.retainer.app.schedules.SchedulesResource;
import io.retainer.app.schedules.StatusResource;
import io.retainer.app.schedules.TableApi;
import io.retainer.app.schedules.TableDesk;
import io.retainer.app.schedules.TablePages;
import io.retainer.app.schedules.TrialPages;
import io.retainer.app.schedules.Trials;
import io.retainer.app.schedules.TrialsResource;
import io.retainer.app.search.SearchPages;
import io.retainer.app.shell.EventStreams;
import io.retainer.app.shell.Pages;
import io.retainer.app.support.SupportApi;
import io.retainer.app.support.SupportPages;
import io.retainer.app.words.WordsApi;
import io.retainer.app.words.WordsPages;
import io.retainer.workspace.Servers;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.dkim.DkimKeys;
import io.retainer.workspace.support.Part;
import io.retainer.workspace.support.SupportBundle;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** What makes reports, and makes them at their time, and sends them: put together by hand. */
final class Issuing implements AutoCloseable {

  /** A pull or an import takes its time, and the clock is looked at beside it. */
  private static final int WATCHERS = 4;

  /** They are made before they leave. */
  private static final int COPIES = 2;

  private final Set<Object> resources;
  private final Workspace workspace;
  private final Runs runs;
  private final RunQueue queue;
  private final Postman postman;
  private final CopyPost copyPost;
  private final List<Task<?>> watching = new ArrayList<>();
  private final Issuer issuer;
  private final Clockwork clockwork;
  private final SetBackClock setBack;
  private final Notices notices;
  private final ExecutorService letters = Executors.newSingleThreadExecutor();

  /**
   * @param exports how the last look into the mailbox of exports went
   */
  Issuing(
      Workspace workspace,
      Servers servers,
      Clock clock,
      Settings settings,
      EventStreams streams,
      Supplier<Optional<ImapLook>> exports,
      Pages pages) {
    this.workspace = workspace;
    Supplier<Jdbi> state = () -> workspace.state().jdbi();
    MailSettings mail = settings.mail();
    Colleagues colleagues = settings.colleagues();
    String url = settings.url().toString();
    clockwork = new Clockwork(workspace);

    runs = new Runs(state, clock);
    var steps = new RunSteps(state, clock);
    var files = new RunFiles(workspace.home());
    var findings = new RunFindings(state);
    var levels = new GateLevels(state, clock);
    var limits = new GateLimits(state, clock);
    var gates = Gates.of(workspace, runs, steps, files, levels, limits);
    URI address = settings.url();
    long most = largestAttachments(address, mail);
    var renderer = new RunRenderer(workspace, runs, gates, findings, most);
    var links = new Links(state, clock);
    var linkDesk = new LinkDesk(links, runs, steps, address);
    queue = new RunQueue(workspace, runs, renderer, settings.role().works());

    var deliveries = new Deliveries(state, clock, mail.domain());
    Transport transport = transport(workspace, mail);
    var large = new LargeFiles(most, linkDesk::forMail);
    postman =
        new Postman(deliveries, runs, files, workspace::mail, transport, clock, clockwork, large);

    var copies = new Copies(state, clock);
    copyPost =
        new CopyPost(
            workspace,
            copies,
            runs,
            steps,
            files,
            renderer,
            transport,
            large,
            mail.domain(),
            address,
            clockwork);
    var copyDesk = new CopyDesk(copies, runs, copyPost, colleagues);

    new Alerts(workspace, runs, deliveries, copies, mail, transport, url)
        .task()
        .ifPresent(watching::add);
    notices = new AccountNotices(mail, transport, clock, address, letters);

    var bounces =
        new Bounces(settings.bounces(), mail.returns(), deliveries, postman, state, clock);
    bounces.task().ifPresent(watching::add);

    watching.add(
        new OldReports(state, clock, runs, steps, workspace.home(), workspace::keepingReports)
            .task());

    var schedules = new Schedules(state, clock, new Holidays(workspace.home().holidays()));
    var occurrences = new Occurrences(state, clock);
    new HeldAlerts(workspace, schedules, occurrences, mail, transport, url)
        .task()
        .ifPresent(watching::add);
    var drafts = new Drafts(state, clock, steps);
    var drafting = new Drafting(workspace, schedules, drafts, runs, copies, copyPost, colleagues);
    issuer =
        new Issuer(
            workspace,
            (client, report, period) -> workspace.reports().gaps(client, report, period),
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
            clockwork);
    var outlets = new Outlets(workspace, address);
    var desk = new ScheduleDesk(workspace, schedules, occurrences, colleagues, outlets);
    var scheduleRuns = new ScheduleRuns(desk, occurrences, deliveries, issuer);
    var held = new HeldReports(schedules, occurrences, desk, scheduleRuns);
    var tableDesk =
        new TableDesk(
            workspace, schedules, occurrences, new SavedTables(state, clock), colleagues, outlets);
    var bursts = new BurstDesk(workspace, schedules, tableDesk);
    var trials = new Trials(desk, runs, steps, deliveries, copyDesk);

    var reviews =
        new Reviews(state, clock, runs, files, steps, occurrences, drafts, schedules, desk, issuer);

    var owners = new GateOwners(workspace, id -> schedules.find(id).map(Schedule::client));

    var gateSettings = new GateSettings(gates, levels, limits);

    var destinations =
        new DestinationDesk(
            workspace,
            address,
            mail.domain(),
            recipient ->
                schedules.sendingTo(recipient).stream()
                    .map(each -> new DestinationDesk.Use(each.id(), each.client(), each.report()))
                    .toList());

    var failed = new FailedMails(state, workspace, postman);
    var waiting = new WaitingMails(deliveries, workspace::mail, postman, clock, clockwork);
    var readdressing =
        new Readdressing(
            state,
            clock,
            workspace,
            deliveries,
            runs,
            steps,
            postman,
            new CorrectedRecipients(schedules),
            outlets);

    var open = new OpenReports(occurrences, deliveries);
    var lateness = new Lateness(workspace, schedules, occurrences, open, limits::windows);
    var untold = new UntoldOwner(state, clock);
    setBack =
        new SetBackClock(
            clock,
            List.of(
                issuer::clockSetBack,
                postman::clockSetBack,
                copyPost::clockSetBack,
                untold::clockSetBack,
                clockwork::clockSetBack));

    var metrics =
        new MetricsResource(
            new Stock(
                state,
                () -> workspace.warehouse().workload(),
                () -> lateness.late().count(),
                () -> open(deliveries, occurrences),
                clock));
    Supplier<SupportBundle> support =
        () ->
            SupportBundle.of(
                workspace,
                List.of(new Part("metrics.txt", "what /api/v1/metrics answers", metrics.text())));

    var reports =
        new ReportsPages(
            workspace, queue, runs, steps, findings, files, schedules::recipientsOf, pages);
    resources =
        Set.of(
            metrics,
            new SupportApi(support),
            new SupportPages(support, pages),
            new RunsResource(workspace, queue, runs, steps, findings, files, Reason::english),
            reports,
            new SearchPages(workspace, runs, steps, schedules, pages),
            new RunEvents(runs, streams),
            new LinksPages(workspace, linkDesk, pages),
            new LinksResource(linkDesk),
            new SharePages(new SharedIssues(links, runs, steps, files, clock)),
            new PreviewPages(workspace),
            new OverviewPages(
                workspace,
                runs,
                schedules,
                occurrences,
                deliveries,
                findings,
                new OverviewPages.Looks(bounces::last, exports),
                pages),
            new OneClientPages(workspace, runs, occurrences, pages),
            new OperationsPages(
                workspace,
                new Timetable(workspace, schedules, occurrences, open, deliveries, lateness),
                lateness,
                untold,
                held,
                servers::doWork,
                pages),
            new HeldReportsApi(held),
            new StatusResource(workspace.home(), lateness, untold, servers::doWork),
            new SchedulesResource(schedules, occurrences, desk, scheduleRuns),
            new BoardPages(workspace, schedules, occurrences, desk, tableDesk, pages),
            new SchedulesPages(workspace, occurrences, desk, scheduleRuns, copyDesk, pages),
            new TablePages(tableDesk, pages),
            new BurstPages(workspace, bursts, pages),
            new TableApi(tableDesk, bursts),
            new TrialPages(trials),
            new TrialsResource(trials),
            new CopyPages(workspace, copyDesk, pages),
            new CopiesApi(copyDesk),
            new GateLevelsApi(owners, gateSettings),
            new AgencyGatesApi(gateSettings),
            new AgencyGatesPages(gateSettings, pages),
            new GateLevelsPages(owners, gateSettings, pages),
            new ReviewsResource(reviews, reports),
            new ReviewPages(reviews, reports),
            new WordsApi(workspace),
            new WordsPages(workspace, pages),
            new ClientMailApi(workspace),
            new ClientMailPages(workspace, mail, pages),
            new DestinationsApi(destinations),
            new DestinationsPages(destinations, pages),
            new DeliveriesResource(deliveries, postman, waiting, readdressing, failed),
            new DeliveriesPages(
                workspace,
                deliveries,
                runs,
                postman,
                waiting,
                readdressing,
                failed,
                mail,
                bounces::last,
                pages));
  }

  /** Bytes; without a bound where a link in the place of the files would lead nowhere. */
  static long largestAttachments(URI address, MailSettings mail) {
    return Outlets.isOutside(address) ? mail.largestAttachments() : Long.MAX_VALUE;
  }

  /** For all that leaves this home, by mail or to a destination. */
  static Transport transport(Workspace workspace, MailSettings mail) {
    Path home = workspace.home().root();
    return new Destined(
        Transports.of(mail, new DkimKeys(home), () -> workspace.home().mailbox()),
        workspace::destinations);
  }

  Notices notices() {
    return notices;
  }

  Set<Object> resources() {
    return resources;
  }

  /**
   * Takes up what the last process left, and begins to watch the clock.
   *
   * @param others what the clock has to know of besides
   */
  void begin(List<Task<?>> others) {
    takeUp();
    if (workspace.state().isOfOneProcess()) {
      postman.resume();
    } else {
      // What was being sent may be in another server's hands; once its lease is over, it is taken.
      postman.sendWaiting();
    }
    if (!workspace.isShared()) {
      // Else another server may be at it, and the clock gives it to one when that one is gone.
      issuer.resume();
    }
    setBack.start();
    watching.add(issuer.watching());
    watching.addAll(others);
    List<Clockwork.Shift> shifts = new ArrayList<>(shifts());
    shifts.add(new Clockwork.Shift("watch", WATCHERS, watching));
    clockwork.start(shifts);
  }

  /** What is asked for here is done by other servers. */
  void leaveToOthers() {
    clockwork.prepare(shifts());
  }

  private List<Clockwork.Shift> shifts() {
    return List.of(
        new Clockwork.Shift("issue", Issuer.THREADS, List.of(issuer.issuing())),
        new Clockwork.Shift("copies", COPIES, List.of(copyPost.task())),
        new Clockwork.Shift("post", Postman.THREADS, List.of(postman.task())));
  }

  /** Goes on with what a server that is gone had begun. */
  void takeUp() {
    queue.resume();
    copyPost.resume();
  }

  private void release() {
    try {
      runs.release();
    } catch (RuntimeException e) {
      // The home was never opened, or its state is away: the next start finds what was begun.
    }
  }

  @Override
  public void close() {
    setBack.close();
    clockwork.close();
    queue.close();
    release();
    letters.shutdown();
  }

  /** What waits for a person, as monitors see it. */
  private static Map<String, Long> open(Deliveries deliveries, Occurrences occurrences) {
    Map<String, Long> open = new TreeMap<>();
    for (var state :
        List.of(Delivery.State.FAILED, Delivery.State.BOUNCED, Delivery.State.UNKNOWN)) {
      open.put(state.word(), deliveries.open(state));
    }
    for (var state : List.of(Occurrence.State.HELD, Occurrence.State.REVIEW)) {
      open.put(state.word(), occurrences.open(state));
    }
    return open;
  }
}

package io.retainer.app.bootstrap;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.access.FrontDoor;
import io.retainer.app.audit.AuditApi;
import io.retainer.app.audit.AuditFilter;
import io.retainer.app.audit.AuditLog;
import io.retainer.app.audit.AuditPages;
import io.retainer.app.audit.HomeValues;
import io.retainer.app.backups.BackupsApi;
import io.retainer.app.brand.BrandApi;
import io.retainer.app.brand.BrandPages;
import io.retainer.app.brand.ClientBrandApi;
import io.retainer.app.brand.ClientBrandPages;
import io.retainer.app.clients.ClientTableApi;
import io.retainer.app.clients.ClientTablePages;
import io.retainer.app.clients.ClientsApi;
import io.retainer.app.clients.ClientsPages;
import io.retainer.app.clients.ParametersPages;
import io.retainer.app.clients.TargetsApi;
import io.retainer.app.clients.TargetsPages;
import io.retainer.app.composing.CompositionPages;
import io.retainer.app.connectors.ConnectorsApi;
import io.retainer.app.connectors.ConnectorsPages;
import io.retainer.app.data.DataPages;
import io.retainer.app.groups.GroupPages;
import io.retainer.app.groups.GroupsApi;
import io.retainer.app.groups.GroupsPages;
import io.retainer.app.imports.CoverageApi;
import io.retainer.app.imports.CoveragePages;
import io.retainer.app.imports.ImportsApi;
import io.retainer.app.imports.ImportsPages;
import io.retainer.app.imports.Intake;
import io.retainer.app.imports.MappingPages;
import io.retainer.app.imports.Sketches;
import io.retainer.app.imports.UploadPages;
import io.retainer.app.imports.UploadQueue;
import io.retainer.app.imports.Uploads;
import io.retainer.app.inbox.Inbox;
import io.retainer.app.kpis.CutsApi;
import io.retainer.app.kpis.DraftCheck;
import io.retainer.app.kpis.KpiEditPages;
import io.retainer.app.kpis.KpiPages;
import io.retainer.app.kpis.KpiScriptsApi;
import io.retainer.app.kpis.KpisApi;
import io.retainer.app.kpis.KpisPages;
import io.retainer.app.metrics.RequestTimes;
import io.retainer.app.rates.ConversionApi;
import io.retainer.app.rates.RatesApi;
import io.retainer.app.rates.RatesPages;
import io.retainer.app.settings.SettingsPages;
import io.retainer.app.shell.Assets;
import io.retainer.app.shell.EventStreams;
import io.retainer.app.shell.Favicon;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.ProblemMapper;
import io.retainer.app.shell.SecurityHeaders;
import io.retainer.app.shell.WithoutPages;
import io.retainer.app.sources.SourceDesk;
import io.retainer.app.sources.SourcesApi;
import io.retainer.app.sources.SourcesPages;
import io.retainer.app.traces.AnswerSteps;
import io.retainer.app.traces.Traces;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Servers;
import io.retainer.workspace.StateClock;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.pull.Puller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * The server, put together by hand. It holds its home and has its state open before it is ready, so
 * that ready means it; the facts' engine, scripts and templates open on first use, which is the
 * warm-up after the start.
 */
final class Server implements Serving {

  /** A source is asked once a day; one that had to stop goes on an hour later. */
  private static final Duration PULLS_EVERY = Duration.ofMinutes(10);

  private final Settings settings;
  private final Set<Object> resources;
  private final FrontDoor door;
  private final StateClock clock = new StateClock();
  private final Workspace workspace;
  private final Servers servers;
  private final Puller puller;
  private final SourceDesk sources;
  private final Issuing issuing;
  private final Inbox inbox;
  private final UploadQueue queue;
  private final EventStreams streams = new EventStreams();
  private final Lookout lookout = new Lookout();
  private final ServerLog log;
  private final WarmUp warmUp;
  private final Traces.Telling traces;

  Server(Settings settings) {
    this.settings = settings;
    workspace = Workspace.ofServer(settings.homeFolder(), settings.parts(), clock);
    servers = new Servers(workspace, settings.home(), settings.role());
    Supplier<Jdbi> state = () -> workspace.state().jdbi();
    traces = Traces.to(settings.traces());
    log = new ServerLog(new HomeFolder(settings.home()).logs(), clock, settings.logsKept());

    puller = Puller.of(workspace);
    sources = SourceDesk.of(workspace, puller);
    var pages = new Pages();
    var audit =
        new AuditLog(
            state,
            batch -> workspace.warehouse().batch(batch).map(known -> known.result().file()),
            new HomeValues(workspace)::at,
            clock);

    var uploads = new Uploads(settings::uploadFolder, settings.largestUpload());
    var intake = new Intake(workspace);
    var drafts = new DraftCheck(workspace);
    var sketches = new Sketches(workspace.home()::unknownTables, intake::holdsATable, clock);
    queue = new UploadQueue(workspace, intake, sketches, clock, settings.role().works());

    inbox =
        new Inbox(workspace, intake, sketches, settings.inbox(), settings.largestUpload(), pages);
    issuing = new Issuing(workspace, servers, clock, settings, streams, inbox::last, pages);
    resources = new HashSet<>(issuing.resources());
    resources.addAll(inbox.resources());
    var access = new Access(workspace, clock, settings, issuing.notices(), pages);
    door = access.door();
    resources.addAll(access.resources());
    resources.addAll(
        List.of(
            new AuditFilter(audit),
            new AuditPages(workspace, audit, pages),
            new AuditApi(audit),
            new SettingsPages(workspace, pages),
            new RequestTimes(),
            new AnswerSteps(),
            new SecurityHeaders(),
            new ProblemMapper(pages),
            new Assets(),
            new Favicon(),
            new ClientsApi(workspace),
            new ClientsPages(workspace, pages),
            new SourcesApi(sources),
            new SourcesPages(sources, pages),
            new ClientTableApi(workspace),
            new ClientTablePages(workspace, pages),
            new GroupsApi(workspace),
            new GroupsPages(workspace, pages),
            new GroupPages(workspace, pages),
            new TargetsApi(workspace),
            new TargetsPages(workspace, pages),
            new ParametersPages(workspace, pages),
            new BrandApi(workspace),
            new BrandPages(workspace, pages),
            new ClientBrandApi(workspace),
            new ClientBrandPages(workspace, pages),
            new RatesApi(workspace),
            new RatesPages(workspace, pages),
            new ConversionApi(workspace),
            new BackupsApi(workspace),
            new ConnectorsApi(workspace),
            new ConnectorsPages(workspace, pages),
            new ImportsApi(workspace, uploads, intake),
            new ImportsPages(workspace, pages),
            new UploadPages(workspace, uploads, queue, streams, pages),
            new MappingPages(workspace, sketches, pages),
            new CoverageApi(workspace),
            new CoveragePages(workspace, pages),
            new DataPages(workspace, pages),
            new CompositionPages(workspace, pages),
            new KpisApi(workspace),
            new CutsApi(workspace),
            new KpisPages(workspace, pages),
            new KpiPages(workspace, pages),
            new KpiEditPages(workspace, drafts, pages),
            new KpiScriptsApi(workspace, drafts)));
    if (!settings.role().hasPages()) {
      resources.add(new WithoutPages(settings.url()));
    }
    warmUp =
        new WarmUp(
            settings,
            workspace,
            servers,
            access.control(),
            access.ownerLink(),
            () -> begin(uploads));
  }

  Workspace workspace() {
    return workspace;
  }

  private void begin(Uploads uploads) {
    if (settings.role().works()) {
      work(uploads);
    } else {
      issuing.leaveToOthers();
    }
  }

  private void work(Uploads uploads) {
    try {
      queue.resume(uploads.leftovers(!workspace.isShared()));
    } catch (IOException e) {
      throw new UncheckedIOException("Uploads cannot be received", e);
    }
    List<Task<?>> tasks = new ArrayList<>(inbox.tasks());
    tasks.add(
        Tasks.recurring("source-pulls", FixedDelay.of(PULLS_EVERY))
            .execute((instance, context) -> puller.pullDue()));
    issuing.begin(tasks);
    lookout.begin(
        () -> {
          if (servers.isSureOfOthers()) {
            issuing.takeUp();
            queue.takeUp(settings.uploadFolder());
          }
        });
  }

  @Override
  public FrontDoor door() {
    return door;
  }

  @Override
  public Set<Object> resources() {
    return resources;
  }

  @Override
  public void open() {
    if (settings.sharedHome().isPresent()) {
      workspace.refuseUnlessShareable();
    }
    clock.follow(workspace.state());
    // Who works in the home alone says so before anybody is told to be gone.
    workspace.warehouse();
    servers.join();
    workspace.warehouse().workload().onAsked(Traces::asked);
    log.begin();
    warmUp.begin();
  }

  @Override
  public void close() {
    warmUp.end();
    log.close();
    lookout.close();
    streams.close();
    queue.close();
    inbox.close();
    sources.close();
    issuing.close();
    servers.close();
    clock.close();
    workspace.close();
    traces.close();
  }
}

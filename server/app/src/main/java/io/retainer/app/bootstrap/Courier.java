package io.retainer.app.bootstrap;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.access.ControlToken;
import io.retainer.app.access.FrontDoor;
import io.retainer.app.deliveries.Alerts;
import io.retainer.app.deliveries.Copies;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.LargeFiles;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.Transport;
import io.retainer.app.deliveries.UntoldOwner;
import io.retainer.app.links.LinkDesk;
import io.retainer.app.links.Links;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.traces.Traces;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.StateClock;
import io.retainer.workspace.StateException;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * A server that sends the mails of another one's home, beside that one and instead of it while it
 * is down. It works on the same PostgreSQL and reads the reports in the shared home; it has no
 * pages, no facts, and renders nothing.
 */
final class Courier implements Serving {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(20);

  private final Settings settings;
  private final FrontDoor door;
  private final StateClock clock;
  private final Workspace workspace;
  private final Clockwork clockwork;
  private final SetBackClock setBack;
  private final Postman postman;
  private final Alerts alerts;
  private final Traces.Telling traces;

  /**
   * @param settings with the mails of the home that it sends for
   * @param clock follows the state's once it is open
   */
  Courier(Settings settings, StateClock clock) {
    this.settings = settings;
    this.door = FrontDoor.ofStrangers(settings.proxies());
    this.clock = clock;
    Path shared = settings.deliveriesHome().orElseThrow();
    if (!Files.isDirectory(shared)) {
      throw new StateException(
          "retainer.deliveries.home is \"%s\", and there is no folder that this user may read"
              .formatted(shared));
    }
    workspace = Workspace.open(new HomeFolder(shared), settings.parts(), clock);
    traces = Traces.to(settings.traces());
    Supplier<Jdbi> state = () -> workspace.state().jdbi();
    clockwork = new Clockwork(workspace);

    var runs = new Runs(state, clock);
    URI address = settings.url();
    long most = Issuing.largestAttachments(address, settings.mail());
    var links = new LinkDesk(new Links(state, clock), runs, new RunSteps(state, clock), address);
    var deliveries = new Deliveries(state, clock, settings.mail().domain());
    Transport transport = Issuing.transport(workspace, settings.mail());
    postman =
        new Postman(
            deliveries,
            runs,
            new RunFiles(workspace.home()),
            workspace::mail,
            transport,
            clock,
            clockwork,
            new LargeFiles(most, links::forMail));
    setBack =
        new SetBackClock(
            clock,
            List.of(
                postman::clockSetBack,
                new UntoldOwner(state, clock)::clockSetBack,
                clockwork::clockSetBack));
    alerts =
        new Alerts(
            workspace,
            runs,
            deliveries,
            new Copies(state, clock),
            settings.mail(),
            transport,
            address.toString());
  }

  @Override
  public FrontDoor door() {
    return door;
  }

  @Override
  public Set<Object> resources() {
    return Set.of();
  }

  @Override
  public void open() {
    if (workspace.state().isOfOneProcess()) {
      throw new StateException(
          "Two servers share a state in a PostgreSQL only: set retainer.database.url for both.");
    }
    clock.follow(workspace.state());
    setBack.start();
    List<Task<?>> watching = new ArrayList<>();
    alerts.task().ifPresent(watching::add);
    watching.add(
        Tasks.recurring("waiting-mails", FixedDelay.of(LOOK_EVERY))
            .execute((instance, context) -> postman.sendWaiting()));
    clockwork.start(
        List.of(
            new Clockwork.Shift("watch", 1, watching),
            new Clockwork.Shift("post", Postman.THREADS, List.of(postman.task()))));
    try {
      new Announcement(settings, new ControlToken(), Optional.empty()).publish();
    } catch (IOException e) {
      throw new UncheckedIOException("The home cannot be written", e);
    }
  }

  @Override
  public void close() {
    setBack.close();
    clockwork.close();
    clock.close();
    workspace.close();
    Announcement.withdraw(settings);
    traces.close();
  }
}

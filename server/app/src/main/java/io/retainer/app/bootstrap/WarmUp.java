package io.retainer.app.bootstrap;

import io.retainer.app.access.ControlToken;
import io.retainer.app.access.OwnerLink;
import io.retainer.workspace.Servers;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is needed soon but not for the start: the facts' engine, scripts, templates, and the word to
 * the operator. It begins when the server answers, at low priority, so that being ready costs
 * little more than the container itself.
 */
final class WarmUp {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  /** Whoever waits for the server sees it ready before the machine is busy with something else. */
  private static final int GRACE_SECONDS = 3;

  private final Settings settings;
  private final Workspace workspace;
  private final Servers servers;
  private final ControlToken control;
  private final OwnerLink link;
  private final Runnable afterwards;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(WarmUp::quiet);

  WarmUp(
      Settings settings,
      Workspace workspace,
      Servers servers,
      ControlToken control,
      OwnerLink link,
      Runnable afterwards) {
    this.settings = settings;
    this.workspace = workspace;
    this.servers = servers;
    this.control = control;
    this.link = link;
    this.afterwards = afterwards;
  }

  private static Thread quiet(Runnable task) {
    var thread = new Thread(task, "retainer-warm-up");
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setDaemon(true);
    thread.setContextClassLoader(WarmUp.class.getClassLoader());
    return thread;
  }

  void begin() {
    thread.schedule(this::beginWhenReady, 1, TimeUnit.SECONDS);
  }

  private void beginWhenReady() {
    if (answers()) {
      thread.schedule(this::warmUp, GRACE_SECONDS, TimeUnit.SECONDS);
    } else {
      thread.schedule(this::beginWhenReady, 500, TimeUnit.MILLISECONDS);
    }
  }

  private boolean answers() {
    return answers("/health/ready");
  }

  private boolean answers(String path) {
    try {
      URI ready = settings.local().resolve(path);
      var connection = (HttpURLConnection) ready.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(60_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void warmUp() {
    try {
      workspace.warehouse().start();
    } catch (RuntimeException e) {
      if (!thread.isShutdown()) {
        Lifecycle.giveUp(e);
      }
      return;
    }
    try {
      // A link of another server that nobody has used yet stays good.
      boolean isFirst = settings.role().hasPages() && link.isNeeded() && servers.others().isEmpty();
      Optional<String> key = isFirst ? Optional.of(link.renew()) : Optional.empty();
      new Announcement(settings, control, key).publish();
      afterwards.run();
      answers("/sign-in");
      workspace.kpis().catalogue();
      workspace.reports().warmUp();
      workspace.connectors().refresh();
      workspace.warehouse().warmUp();
    } catch (RuntimeException | IOException e) {
      LOG.error("The server cannot work: {}", e.getMessage(), e);
    }
  }

  void end() {
    thread.shutdownNow();
    Announcement.withdraw(settings);
  }
}

package io.retainer.app.bootstrap;

import io.retainer.app.overview.OverviewPages;
import io.retainer.app.reports.ReportsPages;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunQueue;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.Runs;
import io.retainer.app.reports.RunsResource;
import io.retainer.app.shell.Pages;
import io.retainer.workspace.Workspace;
import java.time.Clock;
import java.util.Set;

/** What makes reports, and makes them at their time, and sends them: put together by hand. */
final class Issuing implements AutoCloseable {

  private final Set<Object> resources;
  private final RunQueue queue;

  Issuing(Workspace workspace, Clock clock, Pages pages) {
    var runs = new Runs(() -> workspace.state().jdbi(), clock);
    var files = new RunFiles(workspace.home());
    var renderer = new RunRenderer(workspace, runs);
    queue = new RunQueue(workspace, runs, renderer);
    resources =
        Set.of(
            new RunsResource(workspace, queue, runs, files),
            new ReportsPages(workspace, queue, runs, files, pages),
            new OverviewPages(workspace, runs, pages));
  }

  Set<Object> resources() {
    return resources;
  }

  /** Takes up what the last process left, and begins to watch the clock. */
  void begin() {
    queue.resume();
  }

  @Override
  public void close() {
    queue.close();
  }
}

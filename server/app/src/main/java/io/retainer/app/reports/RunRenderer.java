package io.retainer.app.reports;

import io.retainer.app.metrics.Metrics;
import io.retainer.app.traces.Step;
import io.retainer.app.traces.Traces;
import io.retainer.model.client.Client;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.rendering.RowsChangedException;
import io.retainer.rendering.mail.MailMark;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.ComposedReport;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Takes a queued run and makes it ready, or says why it cannot be. */
public final class RunRenderer {

  private static final Logger LOG = LoggerFactory.getLogger(RunRenderer.class);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Workspace workspace;
  private final Runs runs;
  private final Inspection inspection;
  private final RunFindings findings;
  private final long mostAttached;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  public RunRenderer(Workspace workspace, Runs runs, Inspection inspection, RunFindings findings) {
    this(workspace, runs, inspection, findings, Long.MAX_VALUE);
  }

  /**
   * @param inspection looks at each report once it is rendered
   * @param findings where it is kept what was found
   * @param mostAttached bytes of files that a mail carries; with more it has a link
   */
  public RunRenderer(
      Workspace workspace,
      Runs runs,
      Inspection inspection,
      RunFindings findings,
      long mostAttached) {
    this.mostAttached = mostAttached;
    this.workspace = workspace;
    this.runs = runs;
    this.inspection = inspection;
    this.findings = findings;
  }

  /**
   * Renders on the caller's thread. Does nothing when another thread or server renders the run, or
   * it is over.
   *
   * @throws RuntimeException when the state or the files cannot be written, as when the disk is
   *     full, or a database went: then it is rendered by whoever asks next
   */
  public void render(String id) {
    if (!underWay.add(id)) {
      return;
    }
    try {
      // What is taken here and not under way has an end that could not be written down.
      if (runs.claim(id) || runs.isTakenHere(id)) {
        renderClaimed(id);
      }
    } finally {
      underWay.remove(id);
    }
  }

  private void renderClaimed(String id) {
    Run run = runs.find(id).orElseThrow();
    long begin = System.nanoTime();
    boolean isReady = false;
    try (Step step = step(run)) {
      isReady = made(run);
      if (!isReady) {
        step.failed();
      }
    } finally {
      count(run, isReady, System.nanoTime() - begin);
    }
  }

  private static boolean hasFigure(List<Tile> scorecard) {
    return scorecard.stream().anyMatch(tile -> tile.figure().current().value().isPresent());
  }

  private static Step step(Run run) {
    return Traces.begin("report")
        .with("retainer.run", run.id())
        .with("retainer.client", run.client())
        .with("retainer.template", run.report());
  }

  /** Whether its files are there; else the run says why not. */
  private boolean made(Run run) {
    String id = run.id();
    try {
      storeOverSettledRows(run);
      return true;
    } catch (TemplateException | IllegalArgumentException | UnknownClientException e) {
      LOG.warn("Run {} cannot be rendered: {}", id, e.getMessage());
      runs.failed(id, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      if (HomeFolder.isFull(e) || !workspace.home().isWritable()) {
        throw new UncheckedIOException("The files of run " + id + " cannot be written", e);
      }
      LOG.error("Run {}: its files cannot be written", id, e);
      runs.failed(id, "The files cannot be written: " + e.getMessage());
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      if (LostDatabase.isCauseOf(e)) {
        throw e;
      }
      LOG.error("Run {} failed", id, e);
      runs.failed(id, "Rendering failed; the server's log has the cause under run " + id + ".");
    }
    return false;
  }

  private static void count(Run run, boolean isReady, long nanos) {
    Metrics.rendered(isReady, nanos);
    LOG.atLevel(nanos > LONG.toNanos() ? Level.WARN : Level.INFO)
        .log(
            "Run {}: {} {} of {} is {} after {} ms",
            run.id(),
            run.report(),
            run.period(),
            run.client(),
            isReady ? "ready" : "not made",
            nanos / 1_000_000);
  }

  /**
   * An import that ends while the files are made asks for one more round; a second one fails it.
   */
  private void storeOverSettledRows(Run run) throws IOException {
    try {
      store(run);
    } catch (RowsChangedException e) {
      LOG.info("Run {} is made again: {}", run.id(), e.getMessage());
      store(run);
    }
  }

  private boolean isTooLarge(List<RunFile> files) {
    return files.stream().mapToLong(RunFile::size).sum() > mostAttached;
  }

  private byte[] mail(ComposedReport report, Optional<MailMark> mark, List<RunFile> files) {
    Set<ReportFormat> formats = files.stream().map(RunFile::format).collect(Collectors.toSet());
    return RunMail.write(report.email(mark, formats, isTooLarge(files)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void store(Run run) throws IOException {
    Client client = workspace.clients().named(run.client());
    ComposedReport report =
        workspace
            .reports()
            .compose(client, run.report(), run.period(), Optional.of(run.locale()), run.id());
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    Map<ReportFormat, byte[]> byFormat = new EnumMap<>(ReportFormat.class);
    List<RunFile> files = new ArrayList<>();
    for (ReportFormat format : EnumSet.copyOf(run.formats())) {
      byte[] content = report.bytes(format);
      String name = report.fileName(format);
      bytes.put(name, content);
      byFormat.put(format, content);
      files.add(new RunFile(format, name, content.length, RunFile.sha256(content)));
    }
    bytes.put(RunFolder.MAIL, mail(report, Optional.empty(), files));
    if (run.origin().schedule().isPresent()) {
      bytes.put(
          RunFolder.CORRECTION, mail(report, Optional.of(run.origin().asCorrection()), files));
    }
    bytes.put(RunFolder.OVERVIEW, RunOverview.write(report).getBytes(StandardCharsets.UTF_8));
    bytes.put(
        RunFolder.KPIS,
        RunKpis.write(report.content().glossary()).getBytes(StandardCharsets.UTF_8));
    findings.keep(
        run.id(), inspection.of(new Inspection.Draft(run, client, report.content(), byFormat)));
    bytes.put(RunFolder.PAGE, report.page(run.formats(), false));
    bytes.put(RunFolder.SHARED_PAGE, report.page(run.formats(), true));
    RunFolder folder = RunFolder.of(workspace.home(), run);
    folder.prepare(bytes);
    List<Section> sections = report.content().sections();
    int empty = (int) sections.stream().filter(Section.Empty.class::isInstance).count();
    int parts = sections.size() + (hasFigure(report.content().tiles()) ? 1 : 0);
    if (!runs.ready(run.id(), parts, empty, files, folder::put)) {
      LOG.warn("Run {} was taken up by another server while this one stood still", run.id());
      folder.drop();
    }
  }
}

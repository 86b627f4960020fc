package io.retainer.app.reports;

import io.retainer.app.shell.Language;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.workspace.HomeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stored files of runs that are ready. */
public final class RunFiles {

  private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);

  private final HomeFolder home;

  public RunFiles(HomeFolder home) {
    this.home = home;
  }

  /**
   * @throws java.nio.file.NoSuchFileException when somebody has removed it from the disk
   */
  public Path path(Run run, RunFile file) throws IOException {
    return RunFolder.of(home, run).existing(file.name());
  }

  /** Whether each file is still there, byte for byte as it was rendered. */
  public boolean areAsRendered(Run run) {
    return run.files().stream().allMatch(file -> isAsRendered(run, file));
  }

  private boolean isAsRendered(Run run, RunFile file) {
    try {
      return RunFile.sha256(Files.readAllBytes(path(run, file))).equals(file.sha256());
    } catch (IOException e) {
      LOG.warn("Run {}: {} cannot be read: {}", run.id(), file.name(), e.getMessage());
      return false;
    }
  }

  /**
   * What the run's page shows of its figures, in the language of whoever looks. Nothing when the
   * run is not ready, was rendered by a version that kept none, or its files are gone.
   */
  public Optional<ReportOverview> overview(Run run, Language language) {
    if (run.state() != Run.State.READY) {
      return Optional.empty();
    }
    try {
      return RunOverview.read(RunFolder.of(home, run).text(RunFolder.OVERVIEW), language);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("Run {}: the figures of its page cannot be read: {}", run.id(), e.getMessage());
      return Optional.empty();
    }
  }

  /** The version of each KPI it showed, by id; nothing where an older version kept none. */
  public Map<String, String> kpis(Run run) {
    try {
      return RunKpis.read(RunFolder.of(home, run).text(RunFolder.KPIS));
    } catch (IOException e) {
      return Map.of();
    }
  }

  /**
   * The run as a page of its own, as it was rendered.
   *
   * @param isShared whether readers outside see it
   * @return nothing when the run is not ready, was rendered by a version that kept no page, or its
   *     files are gone
   */
  public Optional<String> page(Run run, boolean isShared) {
    if (run.state() != Run.State.READY) {
      return Optional.empty();
    }
    try {
      String name = isShared ? RunFolder.SHARED_PAGE : RunFolder.PAGE;
      return Optional.of(RunFolder.of(home, run).text(name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("Run {}: its page cannot be read: {}", run.id(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Subject and body of the e-mail that carries the files to whoever has no earlier ones. */
  public EmailBody mail(Run run) throws IOException {
    return RunMail.read(RunFolder.of(home, run).text(RunFolder.MAIL));
  }

  /** The same for whoever has earlier ones: it says first that these take their place. */
  public EmailBody correction(Run run) throws IOException {
    RunFolder folder = RunFolder.of(home, run);
    try {
      return RunMail.read(folder.text(RunFolder.CORRECTION));
    } catch (NoSuchFileException e) {
      // Made by a version that wrote one mail for all.
      return mail(run);
    }
  }
}

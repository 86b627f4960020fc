package io.retainer.app.reports;

import io.retainer.rendering.mail.EmailBody;
import io.retainer.workspace.HomeFolder;
import java.io.IOException;
import java.nio.file.Path;

/** The stored files of runs that are ready. */
public final class RunFiles {

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

  /** Subject and body of the e-mail that carries the files. */
  public EmailBody mail(Run run) throws IOException {
    return RunMail.read(RunFolder.of(home, run).text(RunFolder.MAIL));
  }
}

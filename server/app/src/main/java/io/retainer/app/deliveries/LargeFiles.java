package io.retainer.app.deliveries;

import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is too large for a mail is opened by a link instead.
 *
 * @param most bytes of all files of a mail together
 */
public record LargeFiles(long most, Links links) {

  /** Everything is attached, however large. */
  public static final LargeFiles ATTACHED =
      new LargeFiles(
          Long.MAX_VALUE,
          run -> {
            throw new IllegalStateException("Run " + run + " has a mail with a link, and none is");
          });

  /** Makes links to runs. */
  @FunctionalInterface
  public interface Links {
    Made make(String run);
  }

  /**
   * A link for one mail.
   *
   * @param withdraw takes it back when the mail did not leave with it
   */
  public record Made(URI address, Instant until, Runnable withdraw) {}

  /** Those that fit, the smaller ones first. */
  List<RunFile> attached(Run run) {
    List<RunFile> attached = new ArrayList<>();
    long size = 0;
    for (RunFile file :
        run.files().stream().sorted(Comparator.comparingLong(RunFile::size)).toList()) {
      size += file.size();
      if (size <= most) {
        attached.add(file);
      }
    }
    attached.sort(Comparator.comparing(RunFile::format));
    return attached;
  }
}

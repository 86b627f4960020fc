package io.retainer.cli;

import io.retainer.spi.Connector;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.Recognition;
import io.retainer.testkit.BrokenPromise;
import io.retainer.testkit.Promise;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.Subject;
import io.retainer.testkit.TestFile;
import io.retainer.warehouse.connector.ConnectorFailure;
import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All promises of one connector, a line for each. */
final class PromisesCheck {

  private final InstalledConnector installed;
  private final Connector connector;
  private final PrintWriter out;

  PromisesCheck(InstalledConnector installed, PrintWriter out) {
    this.installed = installed;
    this.connector = installed.connector();
    this.out = out;
  }

  /**
   * @param areNamed whether a user says that the connector reads these; else those that it refuses
   *     are no samples
   */
  boolean of(List<Path> files, boolean areNamed) throws IOException {
    out.println("  " + installed.description().title() + " (" + installed.id() + ")");
    List<TestFile> samples = new ArrayList<>();
    for (Path file : files) {
      TestFile sample = TestFile.of(file);
      if (tell(sample) || areNamed) {
        samples.add(sample);
      }
    }
    var subject = new Subject(connector, samples, Subject.usualSettings(), Set.of(), true);
    boolean isKept = true;
    for (Promise promise : Promise.values()) {
      if (!samples.isEmpty() || !needsSamples(promise)) {
        isKept &= check(promise, subject);
      }
    }
    if (samples.isEmpty()) {
      out.println("  –   what it reads was not checked: name some of its exports");
    }
    return isKept;
  }

  private static boolean needsSamples(Promise promise) {
    return switch (promise) {
      case DESCRIBES_ITSELF,
          REFUSES_FOREIGN_FILES,
          REFUSES_ITS_NEIGHBOURS,
          SURVIVES_FOREIGN_FILES,
          NEEDS_THE_SPI_ALONE ->
          false;
      default -> true;
    };
  }

  private boolean check(Promise promise, Subject subject) {
    try {
      promise.check(subject);
      out.println("  ok  it " + promise.words());
      return true;
    } catch (BrokenPromise broken) {
      out.println("  NO  it " + promise.words() + ": " + broken.getMessage());
      return false;
    }
  }

  /** What becomes of a file, and whether it is recognised. */
  private boolean tell(TestFile file) throws IOException {
    try {
      Recognition recognition = connector.recognise(file);
      if (recognition instanceof Recognition.Recognised recognised) {
        out.println("  " + file.name() + ": " + recognised.layout() + read(file));
        return true;
      }
      out.println(
          "  "
              + file.name()
              + ": refused, "
              + (recognition instanceof Recognition.Refused refused
                  ? refused.reason()
                  : ((Recognition.Unreadable) recognition).issue().saw()));
      return false;
    } catch (ConnectorFailure failure) {
      out.println("  " + file.name() + ": the connector failed, " + failure.getMessage());
      return true;
    }
  }

  /** An empty cell has nothing to show but its column. */
  private static String words(ReadIssue issue) {
    return "line %d%s: %s instead of %s"
        .formatted(
            issue.line(),
            issue.column().isEmpty() ? "" : ", column \"" + issue.column() + "\"",
            issue.saw().isBlank() ? "an empty cell" : "\"" + issue.saw() + "\"",
            issue.expected());
  }

  private String read(TestFile file) throws IOException {
    var sink = new RecordingSink();
    try {
      connector.read(file, Subject.usualSettings(), sink);
    } catch (BrokenPromise | ConnectorFailure failure) {
      return "; reading failed: " + failure.getMessage();
    }
    StringBuilder text = new StringBuilder();
    sink.tables()
        .forEach(
            table -> {
              text.append(
                  "; %d rows of %s"
                      .formatted(table.rows().size(), table.header().dataset().name()));
              table
                  .rejected()
                  .forEach(row -> text.append("\n       rejected, ").append(words(row.issue())));
            });
    sink.issues().forEach(issue -> text.append("; ").append(issue.saw()));
    long rejected = sink.tables().stream().mapToLong(table -> table.rejected().size()).sum();
    if (rejected > 0) {
      text.append("\n  –   ")
          .append(rejected)
          .append(
              rejected == 1
                  ? " row was rejected: the checks below do not ask whether it had to be"
                  : " rows were rejected: the checks below do not ask whether they had to be");
    }
    return text.toString();
  }
}

package io.retainer.app.reports;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A report somebody asked for.
 *
 * @param reason why it failed
 * @param requestedBy name of the account, program or schedule
 * @param attempts how often rendering began
 * @param sections channels of the report, with its scorecard where a figure of that has a value;
 *     and how many have no data
 * @param files in the order of the formats; empty until it is ready
 * @param origin what it was made for
 */
public record Run(
    String id,
    ClientId client,
    String report,
    Period period,
    Locale locale,
    Set<ReportFormat> formats,
    State state,
    Optional<String> reason,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    int attempts,
    int sections,
    int emptySections,
    List<RunFile> files,
    RunOrigin origin) {

  public Run {
    formats = Set.copyOf(formats);
    files = List.copyOf(files);
  }

  Run with(List<RunFile> kept) {
    return new Run(
        id,
        client,
        report,
        period,
        locale,
        formats,
        state,
        reason,
        requestedBy,
        requestedAt,
        startedAt,
        finishedAt,
        attempts,
        sections,
        emptySections,
        kept,
        origin);
  }

  /** Where a run stands. */
  public enum State {
    QUEUED,
    RUNNING,
    READY,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
      return this == READY || this == FAILED;
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** A report in which neither the scorecard nor any channel has anything to show. */
  public boolean isEmpty() {
    return sections > 0 && emptySections == sections;
  }

  public Optional<RunFile> file(ReportFormat format) {
    return files.stream().filter(file -> file.format() == format).findFirst();
  }
}

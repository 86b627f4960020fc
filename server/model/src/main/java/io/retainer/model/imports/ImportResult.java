package io.retainer.model.imports;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param batch id under which the result and its rejected rows are kept, whether accepted or
 *     rejected by a connector; of the earlier one when the file is a duplicate; empty when nothing
 *     is kept
 * @param connector id of the connector that read it
 * @param issueCount how many problems there are; {@code issues} carries the first of them
 * @param restatements how tables differ from those whose place they took
 * @param doubled what is counted twice from now on, as another source has it too
 * @param passedOver lines that became no row, nor were they rejected
 * @param assumed what the file does not say and was taken for granted, a sentence each
 */
public record ImportResult(
    String file,
    String sha256,
    Status status,
    Optional<String> batch,
    Optional<String> connector,
    Optional<String> account,
    List<Table> tables,
    List<ReadIssue> issues,
    long issueCount,
    List<Reconciliation> reconciliation,
    List<Restatement> restatements,
    List<Doubled> doubled,
    List<PassedOver> passedOver,
    List<String> assumed) {

  /** The result of a file that took nothing's place, doubles nothing and was read to the last. */
  public ImportResult(
      String file,
      String sha256,
      Status status,
      Optional<String> batch,
      Optional<String> connector,
      Optional<String> account,
      List<Table> tables,
      List<ReadIssue> issues,
      long issueCount,
      List<Reconciliation> reconciliation) {
    this(
        file,
        sha256,
        status,
        batch,
        connector,
        account,
        tables,
        issues,
        issueCount,
        reconciliation,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public ImportResult {
    restatements = List.copyOf(restatements);
    doubled = List.copyOf(doubled);
    passedOver = List.copyOf(passedOver);
    assumed = List.copyOf(assumed);
    tables = List.copyOf(tables);
    issues = List.copyOf(issues);
    reconciliation = List.copyOf(reconciliation);
  }

  /** Whether each line of the file became a row. */
  public boolean isReadToTheLast() {
    return status == Status.ACCEPTED && passedOver.isEmpty();
  }

  /** What became of a file. */
  public enum Status {
    ACCEPTED,
    /** Accepted without the rows that were rejected. */
    PARTIAL,
    REJECTED,
    /** The same bytes are already there; nothing changed. */
    DUPLICATE,
    /** No connector knows the file; the issues say why, one for each. */
    UNRECOGNISED;

    /** The word the command line and the API print. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the user has something to do about it. */
    public boolean isFinding() {
      return this == PARTIAL || this == REJECTED || this == UNRECOGNISED;
    }
  }

  /**
   * @param table title in the file and dataset it filled
   * @param span first to last day; empty when there is no row
   */
  public record Table(
      String table,
      String dataset,
      long rows,
      long rejectedRows,
      Optional<DateSpan> span,
      Grain grain) {}

  /**
   * A total of the source against the sum of its rows.
   *
   * @param metric dataset and column
   */
  public record Reconciliation(String metric, BigDecimal total, BigDecimal sum, Verdict verdict) {}

  /** How a total compares with the sum of its rows. */
  public enum Verdict {
    EQUAL,
    /** Within rounding of the source. */
    WITHIN_TOLERANCE,
    /** Less than the total, as the source itself leaves rows out or keeps values back. */
    INCOMPLETE,
    DIFFERENT;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}

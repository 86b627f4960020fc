package io.retainer.model.fact;

import io.retainer.spi.DateSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a number over a period rests on.
 *
 * @param extent how much of the period is there
 * @param missing the days of the period that are not there
 * @param inputs the batches the rows came from
 * @param currencies of the rows that the numbers are made of, earlier ones too; more than one
 *     cannot be added
 * @param complete false when the source itself left rows out of the chosen table
 * @param thresholds columns of which the source keeps small values back in the chosen tables, and
 *     what those are below; empty text where the source does not say
 * @param reason why there is nothing or not all; empty when all is there
 * @param converted present when the client's amounts are converted: then {@code currencies} are
 *     those they are in afterwards
 * @param lacks which account lacks which of the missing days; empty where that is not known
 * @param begins the first day from which all of the chosen tables have something, whatever the
 *     period; empty where that is not known
 */
public record Coverage(
    Extent extent,
    List<DateSpan> missing,
    List<Input> inputs,
    Set<String> currencies,
    boolean complete,
    Map<String, String> thresholds,
    Optional<Reason> reason,
    Optional<Converted> converted,
    List<Lack> lacks,
    Optional<LocalDate> begins) {

  /** Neither who lacks what is known, nor since when there is anything. */
  public Coverage(
      Extent extent,
      List<DateSpan> missing,
      List<Input> inputs,
      Set<String> currencies,
      boolean complete,
      Map<String, String> thresholds,
      Optional<Reason> reason,
      Optional<Converted> converted) {
    this(
        extent,
        missing,
        inputs,
        currencies,
        complete,
        thresholds,
        reason,
        converted,
        List.of(),
        Optional.empty());
  }

  /** Nothing is converted. */
  public Coverage(
      Extent extent,
      List<DateSpan> missing,
      List<Input> inputs,
      Set<String> currencies,
      boolean complete,
      Map<String, String> thresholds,
      Optional<Reason> reason) {
    this(extent, missing, inputs, currencies, complete, thresholds, reason, Optional.empty());
  }

  /** Nothing is kept back. */
  public Coverage(
      Extent extent,
      List<DateSpan> missing,
      List<Input> inputs,
      Set<String> currencies,
      boolean complete,
      Optional<Reason> reason) {
    this(extent, missing, inputs, currencies, complete, Map.of(), reason);
  }

  public Coverage {
    missing = List.copyOf(missing);
    inputs = List.copyOf(inputs);
    currencies = Set.copyOf(currencies);
    thresholds = Map.copyOf(thresholds);
    lacks = List.copyOf(lacks);
  }

  /** The same, with who lacks the days. */
  public Coverage lackedBy(List<Lack> accounts) {
    return new Coverage(
        extent,
        missing,
        inputs,
        currencies,
        complete,
        thresholds,
        reason,
        converted,
        accounts,
        begins);
  }

  /** The same, with the day since when there is anything. */
  public Coverage since(Optional<LocalDate> first) {
    return new Coverage(
        extent, missing, inputs, currencies, complete, thresholds, reason, converted, lacks, first);
  }

  /** The same in currencies that are known better. */
  public Coverage in(Set<String> known) {
    return new Coverage(
        extent, missing, inputs, known, complete, thresholds, reason, converted, lacks, begins);
  }

  /** The same of amounts that were converted. */
  public Coverage converted(Set<String> afterwards, Converted by) {
    return new Coverage(
        extent,
        missing,
        inputs,
        afterwards,
        complete,
        thresholds,
        reason,
        Optional.of(by),
        lacks,
        begins);
  }

  /** The same for another reason. */
  public Coverage because(Reason other) {
    return new Coverage(
        extent,
        missing,
        inputs,
        currencies,
        complete,
        thresholds,
        Optional.of(other),
        converted,
        lacks,
        begins);
  }

  /** How much of a period is there. */
  public enum Extent {
    NONE,
    PARTIAL,
    FULL
  }

  /**
   * Days that one account of a source lacks, while another may have them.
   *
   * @param source connector id
   */
  public record Lack(String source, String account, List<DateSpan> missing) {
    public Lack {
      missing = List.copyOf(missing);
    }
  }

  /**
   * One import that a number rests on.
   *
   * @param batch the import's id
   * @param source connector id
   * @param fileName the file's name as received
   * @param sha256 hash of the file
   * @param importedAt when it was accepted
   * @param rows how many of its rows in force lie in the period, before any condition of a KPI
   * @param layout the rows that were chosen among those of the account: {@link RowSource}
   */
  public record Input(
      String batch,
      String source,
      String account,
      String fileName,
      String sha256,
      Instant importedAt,
      long rows,
      String layout) {}
}

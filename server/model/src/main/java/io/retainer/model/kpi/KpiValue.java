package io.retainer.model.kpi;

import io.retainer.model.fact.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a KPI is worth over one period. Zero, no data, not computable and suppressed are different
 * values.
 *
 * @param value full precision; empty unless known, partial or estimated
 * @param numerator of a ratio or weighted mean, where it exists, whatever the status
 * @param base the smallest of the wholes that it is a part of: what it is divided by, and of a rate
 *     of rates what each of these is; empty when it is no rate
 * @param currency of money
 * @param reason why there is no value, or why it is not sure; empty when known
 * @param table the whole result, where it is more than one number
 * @param bounds between what the value lies when the values that it lacks are thought of; days and
 *     rows that are missing altogether are not. Empty when nobody can tell, or nothing is missing
 */
public record KpiValue(
    Status status,
    Optional<BigDecimal> value,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    Optional<BigDecimal> base,
    Optional<String> currency,
    Optional<Reason> reason,
    Optional<KpiTable> table,
    Optional<Bounds> bounds) {

  /** How sure a value is. */
  public enum Status {
    KNOWN("known"),
    NO_DATA("no-data"),
    NOT_COMPUTABLE("not-computable"),
    /** There is a value, but days or rows of the period are missing. */
    PARTIAL("partial"),
    /**
     * There is a value, and it was not counted but estimated, or is made of what was; the reason
     * says how closely, or what it lacks.
     */
    ESTIMATED("estimated"),
    /** There is a value, and the source keeps it back because it is below its threshold. */
    SUPPRESSED("suppressed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The word the command line and the API print. */
    public String word() {
      return word;
    }
  }

  /** One number, and nothing more. */
  public KpiValue(
      Status status,
      Optional<BigDecimal> value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      Optional<String> currency,
      Optional<Reason> reason) {
    this(status, value, numerator, denominator, currency, reason, Optional.empty());
  }

  /** Nobody can tell what it may be besides. */
  public KpiValue(
      Status status,
      Optional<BigDecimal> value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      Optional<BigDecimal> base,
      Optional<String> currency,
      Optional<Reason> reason,
      Optional<KpiTable> table) {
    this(status, value, numerator, denominator, base, currency, reason, table, Optional.empty());
  }

  /** A rate that is a part of what it is divided by. */
  public KpiValue(
      Status status,
      Optional<BigDecimal> value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      Optional<String> currency,
      Optional<Reason> reason,
      Optional<KpiTable> table) {
    this(status, value, numerator, denominator, denominator, currency, reason, table);
  }

  public KpiValue {
    boolean hasValue =
        status == Status.KNOWN || status == Status.PARTIAL || status == Status.ESTIMATED;
    if (hasValue != value.isPresent()) {
      throw new IllegalArgumentException("A value that is " + status + " has value " + value);
    }
    if ((status == Status.KNOWN) == reason.isPresent()) {
      throw new IllegalArgumentException("A value that is " + status + " has reason " + reason);
    }
  }

  /** Whether days, rows or values are missing from it, an estimate or not. */
  public boolean lacks() {
    return status == Status.PARTIAL
        || status == Status.ESTIMATED
            && reason.filter(why -> why.code() == Reason.Code.ESTIMATE).isEmpty();
  }

  /** What it lacks, as far as it is of some kinds. */
  Stream<Reason> lacking(Set<Reason.Code> kinds) {
    return reason.filter(any -> lacks()).stream()
        .flatMap(why -> why.grounds().stream())
        .filter(ground -> kinds.contains(ground.code()));
  }

  /** A value with nothing to be said against it. */
  public static KpiValue known(
      BigDecimal value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      Optional<String> currency) {
    return new KpiValue(
        Status.KNOWN, Optional.of(value), numerator, denominator, currency, Optional.empty());
  }

  /** The same value as the headline of a table. */
  public KpiValue with(KpiTable whole) {
    return new KpiValue(
        status, value, numerator, denominator, base, currency, reason, Optional.of(whole), bounds);
  }

  /** The same value, resting on so much. */
  public KpiValue on(Optional<BigDecimal> smallest) {
    return new KpiValue(
        status, value, numerator, denominator, smallest, currency, reason, table, bounds);
  }

  /** The same value, with what it may be besides. */
  public KpiValue within(Optional<Bounds> known) {
    return new KpiValue(
        status, value, numerator, denominator, base, currency, reason, table, known);
  }

  public static KpiValue noData(Reason reason) {
    return without(Status.NO_DATA, reason);
  }

  public static KpiValue notComputable(Reason reason) {
    return without(Status.NOT_COMPUTABLE, reason);
  }

  public static KpiValue suppressed(Reason reason) {
    return without(Status.SUPPRESSED, reason);
  }

  private static KpiValue without(Status status, Reason reason) {
    return new KpiValue(
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reason));
  }
}

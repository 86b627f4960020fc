package io.retainer.model.report;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.time.Base;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something a reader must know of some figures.
 *
 * @param kpis the figures it is about; empty for the whole section
 * @param perDay of a remark on periods of different lengths: the change of each figure per day
 * @param mix of a remark on a total that moved against its groups: how
 */
public record Remark(
    Kind kind,
    List<KpiDescriptor> kpis,
    Optional<Reason> reason,
    List<PerDay> perDay,
    Optional<MixEffect> mix) {

  /** Grounds that stand beside missing days, each with a remark of its own on the same figures. */
  private static final Set<Reason.Code> OF_VALUES =
      Set.of(
          Reason.Code.BELOW_THRESHOLD,
          Reason.Code.VALUES_MISSING,
          Reason.Code.PROFILES_ABSENT,
          Reason.Code.EARLIER_DAYS_MISSING,
          Reason.Code.ROWS_LEFT_OUT);

  public Remark {
    kpis = List.copyOf(kpis);
    perDay = List.copyOf(perDay);
  }

  public Remark(Kind kind, List<KpiDescriptor> kpis, Optional<Reason> reason) {
    this(kind, kpis, reason, List.of(), Optional.empty());
  }

  /** Tells it from the other remarks of its section, also when its figures change. */
  public String id() {
    String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (kind) {
      case PARTIAL,
          ESTIMATED,
          MISSING,
          WITHOUT_CHANGE,
          NO_GOAL,
          TOO_LITTLE,
          NOT_COMPARED,
          NO_CLAIMS,
          NOT_ADDED,
          MIX ->
          word
              + ":"
              + kpis.stream().map(kpi -> kpi.id().value()).collect(Collectors.joining(","))
              + reason
                  .map(Reason::code)
                  .filter(OF_VALUES::contains)
                  .map(code -> "/" + code)
                  .orElse("")
              + mix.map(effect -> "/" + effect.dimension()).orElse("");
      case FIRST_PERIOD, NO_PREVIOUS, NO_LAST_YEAR, SMALL_BASE, PER_DAY -> word;
    };
  }

  /** Whether nobody may leave it out or say it otherwise: it tells how far figures hold. */
  public boolean isFixed() {
    return kind == Kind.PARTIAL
        || kind == Kind.ESTIMATED
        || kind == Kind.MISSING
        || kind == Kind.WITHOUT_CHANGE;
  }

  /** A remark on amounts whose periods differ in length. */
  public static Remark perDay(List<PerDay> changes) {
    return new Remark(
        Kind.PER_DAY,
        changes.stream().map(one -> one.figure().kpi()).toList(),
        Optional.empty(),
        changes,
        Optional.empty());
  }

  /** A remark on a total that moved against its groups. */
  public static Remark mix(MixEffect effect) {
    return new Remark(
        Kind.MIX, List.of(effect.kpi()), Optional.empty(), List.of(), Optional.of(effect));
  }

  /** How an amount changed per day. */
  public record PerDay(KpiFigure figure, Base base, Delta delta) {}

  /** The remarks there are. */
  public enum Kind {
    /** The figure rests on a part of the period. */
    PARTIAL,
    /** The figure is an estimate. */
    ESTIMATED,
    /** The figure has no value. */
    MISSING,
    /** The figure's change is not shown, as days or values are missing of one of the periods. */
    WITHOUT_CHANGE,
    /** There is nothing earlier at all to compare with. */
    FIRST_PERIOD,
    /** There is nothing in the period before to compare with. */
    NO_PREVIOUS,
    /** There is nothing a year earlier to compare with. */
    NO_LAST_YEAR,
    /** An amount has neither a target nor a plan above zero, so it has no pace. */
    NO_GOAL,
    /** There is a figure and not enough behind it for the picture that was asked for. */
    TOO_LITTLE,
    /** The rows of a figure cannot be compared, for want of days, values or anything earlier. */
    NOT_COMPARED,
    /** No platform claims anything of what was booked. */
    NO_CLAIMS,
    /** Rows are told month by month, and such figures of months do not add up. */
    NOT_ADDED,
    /** The base is too small to judge a change. */
    SMALL_BASE,
    /** Amounts of periods that differ in length, per day. */
    PER_DAY,
    /** The total moved against all of its groups. */
    MIX
  }
}

package io.retainer.kpi;

import io.retainer.model.fact.Reason;
import io.retainer.model.fact.Reason.Code;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the points of some series lack: points of which there ought to be a number, and what those
 * lack that have one. Days that nobody imported are missing wherever they lie, before the first
 * import too.
 */
final class PointsLacked {

  /** There is nothing to have a number of. */
  private static final Set<Code> NOTHING_THERE =
      Set.of(Code.ZERO_DENOMINATOR, Code.NOTHING_TO_MEASURE);

  private final SortedSet<LocalDate> days = new TreeSet<>();
  private Optional<Reason> other = Optional.empty();

  /**
   * @param kind of the KPI that it is a point of
   */
  void note(DateSpan point, KpiValue value, KpiKind kind) {
    if (isOfDaysNotThere(value, kind)) {
      add(point);
    } else if (value.lacks() || isLeftOut(value)) {
      value.reason().stream().flatMap(why -> why.grounds().stream()).forEach(this::note);
    }
  }

  /** All days that are missing, and the latest of whatever else there is. */
  Optional<Reason> reason() {
    Optional<Reason> missing =
        days.isEmpty() ? Optional.empty() : Optional.of(Reasons.missing(spans()));
    return Reason.of(Stream.concat(missing.stream(), other.stream()));
  }

  private static boolean isOfDaysNotThere(KpiValue value, KpiKind kind) {
    return value.status() == Status.NO_DATA && !isNotMeasured(value, kind);
  }

  /** A level is not measured every day, and of nobody there is no number of people. */
  private static boolean isNotMeasured(KpiValue value, KpiKind kind) {
    return (kind == KpiKind.STOCK || kind == KpiKind.DISTINCT)
        && value.reason().filter(why -> why.code() == Code.COLUMN_NOT_IMPORTED).isPresent();
  }

  private static boolean isLeftOut(KpiValue value) {
    return value.status() == Status.SUPPRESSED
        || value.status() == Status.NOT_COMPUTABLE
            && value.reason().filter(why -> NOTHING_THERE.contains(why.code())).isEmpty();
  }

  private void note(Reason ground) {
    if (ground.code() == Code.MISSING_DAYS
        && ground.arguments().stream().allMatch(PointsLacked::isDays)) {
      ground.arguments().forEach(text -> add(Period.parse(text).span()));
    } else {
      other = Optional.of(ground);
    }
  }

  private void add(DateSpan span) {
    span.start().datesUntil(span.end()).forEach(days::add);
  }

  /** As a reason names days. */
  private static boolean isDays(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d\\.\\.\\d{4}-\\d\\d-\\d\\d");
  }

  private List<DateSpan> spans() {
    List<DateSpan> spans = new ArrayList<>();
    LocalDate first = days.first();
    for (LocalDate day : days) {
      if (!days.contains(day.plusDays(1))) {
        spans.add(DateSpan.ofDays(first, day));
        first = days.tailSet(day.plusDays(1)).stream().findFirst().orElse(day);
      }
    }
    return spans;
  }
}

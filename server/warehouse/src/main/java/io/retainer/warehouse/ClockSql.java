package io.retainer.warehouse;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.FactQuery;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Seconds between two times that were read on the clocks of a zone, through its changes of the
 * clock. The changes are written out, so that no database needs to know of zones.
 *
 * <p>An hour that there is twice in autumn is the first one; only what would end before it began
 * ends in the second one.
 *
 * @param first from when on the changes are told: an hour matters to short times alone, and those
 *     lie about the periods that are asked for
 * @param last until when
 */
record ClockSql(ZoneId zone, LocalDate first, LocalDate last) {

  private static final int YEARS_BEFORE = 6;

  /** Of queries in one zone. */
  static ClockSql of(Collection<FactQuery> queries) {
    List<DateSpan> periods = queries.stream().flatMap(each -> each.periods().stream()).toList();
    LocalDate start =
        periods.stream().map(DateSpan::start).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    LocalDate end =
        periods.stream().map(DateSpan::end).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    return new ClockSql(
        queries.iterator().next().zone(), start.minusYears(YEARS_BEFORE), end.plusYears(1));
  }

  Field<Long> secondsBetween(Field<LocalDateTime> from, Field<LocalDateTime> to) {
    Field<Long> read = ByDialect.secondsBetween(from, to);
    List<ZoneOffsetTransition> changes = changes();
    if (changes.isEmpty()) {
      return read;
    }
    Field<Long> elapsed = read.plus(offset(from, changes)).minus(offset(to, changes));
    List<ZoneOffsetTransition> back = changes.stream().filter(change -> !change.isGap()).toList();
    return back.isEmpty()
        ? elapsed
        : elapsed.plus(when(to.lt(from), twice(to, back)).otherwise(seconds(0)));
  }

  private List<ZoneOffsetTransition> changes() {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition next =
        rules.nextTransition(first.atStartOfDay().toInstant(ZoneOffset.UTC));
    while (next != null && next.getDateTimeBefore().isBefore(last.atStartOfDay())) {
      changes.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return changes;
  }

  /** Seconds that the clock is ahead: found by halves, as there are two changes in most years. */
  private static Field<Long> offset(Field<LocalDateTime> at, List<ZoneOffsetTransition> changes) {
    int half = changes.size() / 2;
    ZoneOffsetTransition middle = changes.get(half);
    List<ZoneOffsetTransition> earlier = changes.subList(0, half);
    List<ZoneOffsetTransition> later = changes.subList(half + 1, changes.size());
    LocalDateTime changed = middle.isGap() ? middle.getDateTimeAfter() : middle.getDateTimeBefore();
    return when(
            at.lt(inline(changed)),
            earlier.isEmpty()
                ? seconds(middle.getOffsetBefore().getTotalSeconds())
                : offset(at, earlier))
        .otherwise(
            later.isEmpty()
                ? seconds(middle.getOffsetAfter().getTotalSeconds())
                : offset(at, later));
  }

  /** How much later the second of two equal times is; nothing where there is one. */
  private static Field<Long> twice(Field<LocalDateTime> at, List<ZoneOffsetTransition> back) {
    List<Condition> any =
        back.stream()
            .map(
                change ->
                    at.ge(inline(change.getDateTimeAfter()))
                        .and(at.lt(inline(change.getDateTimeBefore()))))
            .toList();
    // All that we know of go back by the same time, such as an hour.
    return when(DSL.or(any), seconds(-back.get(0).getDuration().getSeconds()))
        .otherwise(seconds(0));
  }

  private static Field<Long> seconds(long number) {
    return inline(number, SQLDataType.BIGINT);
  }
}

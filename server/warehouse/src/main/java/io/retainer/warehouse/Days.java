package io.retainer.warehouse;

import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A set of days, as spans that neither touch nor overlap, in the order of time. */
record Days(List<DateSpan> spans) {

  static final Days NONE = new Days(List.of());

  static Days of(Collection<DateSpan> any) {
    List<DateSpan> joined = new ArrayList<>();
    for (DateSpan span : any.stream().sorted().toList()) {
      DateSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && !span.start().isAfter(last.end())) {
        LocalDate end = last.end().isAfter(span.end()) ? last.end() : span.end();
        joined.set(joined.size() - 1, new DateSpan(last.start(), end));
      } else {
        joined.add(span);
      }
    }
    return new Days(List.copyOf(joined));
  }

  Days within(DateSpan period) {
    List<DateSpan> inside = new ArrayList<>();
    for (DateSpan span : spans) {
      common(span, period).ifPresent(inside::add);
    }
    return new Days(List.copyOf(inside));
  }

  /** The days of the period that are not here. */
  Days missingFrom(DateSpan period) {
    List<DateSpan> missing = new ArrayList<>();
    LocalDate next = period.start();
    for (DateSpan span : within(period).spans) {
      if (span.start().isAfter(next)) {
        missing.add(new DateSpan(next, span.start()));
      }
      next = span.end();
    }
    if (next.isBefore(period.end())) {
      missing.add(new DateSpan(next, period.end()));
    }
    return new Days(List.copyOf(missing));
  }

  Days and(Days other) {
    List<DateSpan> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return of(all);
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  long count() {
    return spans.stream().mapToLong(DateSpan::days).sum();
  }

  private static Optional<DateSpan> common(DateSpan one, DateSpan other) {
    LocalDate start = one.start().isAfter(other.start()) ? one.start() : other.start();
    LocalDate end = one.end().isBefore(other.end()) ? one.end() : other.end();
    return end.isAfter(start) ? Optional.of(new DateSpan(start, end)) : Optional.empty();
  }
}

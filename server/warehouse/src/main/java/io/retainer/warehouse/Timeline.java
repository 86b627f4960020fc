package io.retainer.warehouse;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The days of several spans, cut wherever one of them begins or ends. Spans may overlap, their
 * pieces do not: a day lies in one piece, and a span is a run of pieces.
 */
record Timeline(List<LocalDate> cuts) {

  static Timeline of(Collection<DateSpan> spans) {
    TreeSet<LocalDate> cuts = new TreeSet<>();
    spans.forEach(
        span -> {
          cuts.add(span.start());
          cuts.add(span.end());
        });
    return new Timeline(List.copyOf(cuts));
  }

  int firstPiece(DateSpan span) {
    return cuts.indexOf(span.start());
  }

  int lastPiece(DateSpan span) {
    return cuts.indexOf(span.end()) - 1;
  }

  /** The piece a day lies in; the day is not before the first one. */
  Field<Integer> pieceOf(Field<LocalDate> day) {
    return search(day, 0, cuts.size() - 1, false);
  }

  /** The piece that the day before lies in; one after the last for what ends later. */
  Field<Integer> pieceBefore(Field<LocalDate> end) {
    return search(end, 0, cuts.size(), true);
  }

  /** A search by halves, since a piece may be a day and a year has many. */
  private Field<Integer> search(Field<LocalDate> day, int from, int to, boolean before) {
    if (to - from <= 1) {
      return inline(from);
    }
    int middle = (from + to) / 2;
    LocalDate cut = cuts.get(middle);
    return when(
            before ? day.le(inline(cut)) : day.lt(inline(cut)), search(day, from, middle, before))
        .otherwise(search(day, middle, to, before));
  }

  /** Whether a row that begins in a piece begins with it. */
  Condition beginsPiece(Field<LocalDate> start) {
    return start.in(cuts.stream().map(DSL::inline).toList());
  }

  /** Whether a row that ends in a piece ends with it. */
  Condition endsPiece(Field<LocalDate> end) {
    return end.in(cuts.stream().map(DSL::inline).toList());
  }

  /** Whether a day lies in any of the spans, whose pieces these are. */
  static Condition within(Field<LocalDate> day, Collection<DateSpan> spans) {
    List<Condition> any = new ArrayList<>();
    List<DateSpan> joined = Days.of(spans).spans();
    for (DateSpan span : joined) {
      any.add(day.ge(inline(span.start())).and(day.lt(inline(span.end()))));
    }
    if (any.size() == 1) {
      return any.get(0);
    }
    // The first and last day once more: the engine passes over blocks of rows by these.
    return day.ge(inline(joined.get(0).start()))
        .and(day.lt(inline(joined.get(joined.size() - 1).end())))
        .and(DSL.or(any));
  }
}

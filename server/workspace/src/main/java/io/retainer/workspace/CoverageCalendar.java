package io.retainer.workspace;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.warehouse.SeriesCoverage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which days there is anything about, by dataset and account: what an agency looks at to find the
 * export that somebody forgot.
 *
 * @param lines by dataset, source and account
 */
public record CoverageCalendar(List<Line> lines) {

  public CoverageCalendar {
    lines = List.copyOf(lines);
  }

  /** What is known about one day. */
  public enum Mark {
    /** Something about this very day. */
    DAY,
    /** The day is part of a week, a month or a longer period that is known as a whole only. */
    PART,
    NONE
  }

  /**
   * One account of a source in one dataset.
   *
   * @param days spans of days that are known one by one
   * @param periods spans that are known as a whole
   * @param today later days are missed by nobody
   */
  public record Line(
      String dataset,
      String source,
      String account,
      List<DateSpan> days,
      List<DateSpan> periods,
      LocalDate today) {

    public Line {
      days = List.copyOf(days);
      periods = List.copyOf(periods);
    }

    public Mark on(LocalDate day) {
      return days.stream().anyMatch(span -> span.contains(day))
          ? Mark.DAY
          : periods.stream().anyMatch(span -> span.contains(day)) ? Mark.PART : Mark.NONE;
    }

    /** From the first day about which anything is known to the last. */
    public DateSpan span() {
      List<DateSpan> all = new ArrayList<>(days);
      all.addAll(periods);
      LocalDate first = all.stream().map(DateSpan::start).min(LocalDate::compareTo).orElseThrow();
      LocalDate after = all.stream().map(DateSpan::end).max(LocalDate::compareTo).orElseThrow();
      return new DateSpan(first, after);
    }

    /** The months of the line within the period. */
    public List<Month> months(DateSpan period) {
      List<Month> months = new ArrayList<>();
      YearMonth month = YearMonth.from(later(span().start(), period.start()));
      LocalDate end = earlier(span().end(), period.end());
      for (; month.atDay(1).isBefore(end); month = month.plusMonths(1)) {
        List<Mark> marks = new ArrayList<>();
        LocalDate shown = later(today, span().end());
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
          if (month.atDay(day).isBefore(shown)) {
            marks.add(on(month.atDay(day)));
          }
        }
        months.add(new Month(month, marks));
      }
      return months;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
      return one.isBefore(other) ? one : other;
    }
  }

  /**
   * @param marks of each day, from the first; of a running month up to yesterday
   */
  public record Month(YearMonth month, List<Mark> marks) {

    public Month {
      marks = List.copyOf(marks);
    }

    public long known() {
      return marks.stream().filter(mark -> mark != Mark.NONE).count();
    }

    /** Days about which there is nothing, as spans. */
    public List<DateSpan> missing() {
      List<DateSpan> missing = new ArrayList<>();
      LocalDate from = null;
      for (int day = 1; day <= marks.size() + 1; day++) {
        boolean isMissing = day <= marks.size() && marks.get(day - 1) == Mark.NONE;
        if (isMissing && from == null) {
          from = month.atDay(day);
        } else if (!isMissing && from != null) {
          missing.add(new DateSpan(from, month.atDay(day - 1).plusDays(1)));
          from = null;
        }
      }
      return missing;
    }
  }

  static CoverageCalendar of(List<SeriesCoverage> coverage, LocalDate today) {
    Map<List<String>, List<SeriesCoverage>> byLine = new TreeMap<>(CoverageCalendar::compared);
    for (SeriesCoverage series : coverage) {
      if (!series.spans().isEmpty()) {
        byLine
            .computeIfAbsent(
                List.of(series.dataset(), series.source(), series.account()),
                any -> new ArrayList<>())
            .add(series);
      }
    }
    List<Line> lines = new ArrayList<>();
    byLine.forEach(
        (line, all) ->
            lines.add(
                new Line(
                    line.get(0),
                    line.get(1),
                    line.get(2),
                    spans(all, true),
                    spans(all, false),
                    today)));
    return new CoverageCalendar(lines);
  }

  private static int compared(List<String> one, List<String> other) {
    for (int i = 0; i < one.size(); i++) {
      int compared = one.get(i).compareTo(other.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  private static List<DateSpan> spans(List<SeriesCoverage> all, boolean byDay) {
    return all.stream()
        .filter(series -> isByDay(series.grain()) == byDay)
        .flatMap(series -> series.spans().stream())
        .sorted()
        .distinct()
        .toList();
  }

  private static boolean isByDay(Grain grain) {
    return grain == Grain.DAY || grain == Grain.EVENT || grain == Grain.SNAPSHOT;
  }
}

package io.retainer.workspace;

import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.warehouse.AccountName;
import io.retainer.warehouse.SeriesCoverage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which days there is anything about, by dataset and account: what an agency looks at to find the
 * export that somebody forgot.
 *
 * @param lines by dataset, source and account
 */
public record CoverageCalendar(List<Line> lines) {

  /** So many periods back nobody looks. */
  private static final int LONG_AGO = 120;

  public CoverageCalendar {
    lines = List.copyOf(lines);
  }

  /**
   * The last period of a kind that is over and that some account is known about from end to end.
   */
  public Optional<Period> lastWhole(Period.Kind kind, LocalDate today) {
    return Stream.iterate(Period.lastClosed(kind, today), Period::previous)
        .limit(LONG_AGO)
        .filter(period -> lines.stream().anyMatch(line -> line.isWhole(period.span())))
        .findFirst();
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
   * @param twice other sources of an account of the same name on some of the same days
   * @param today later days are missed by nobody
   */
  public record Line(
      String dataset,
      String source,
      String account,
      List<DateSpan> days,
      List<DateSpan> periods,
      List<Twice> twice,
      LocalDate today) {

    public Line {
      days = List.copyOf(days);
      periods = List.copyOf(periods);
      twice = List.copyOf(twice);
    }

    /** The days that the other line has too, from the first to the last; both have an account. */
    private Optional<DateSpan> sharedWith(Line other) {
      if (source.equals(other.source)
          || !dataset.equals(other.dataset)
          || bare().isEmpty()
          || !bare().equals(other.bare())) {
        return Optional.empty();
      }
      List<DateSpan> shared =
          all().stream()
              .flatMap(
                  one ->
                      other.all().stream()
                          .filter(one::overlaps)
                          .map(
                              two ->
                                  new DateSpan(
                                      later(one.start(), two.start()),
                                      earlier(one.end(), two.end()))))
              .sorted()
              .toList();
      return shared.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new DateSpan(
                  shared.get(0).start(),
                  shared.stream().map(DateSpan::end).max(LocalDate::compareTo).orElseThrow()));
    }

    private List<DateSpan> all() {
      List<DateSpan> all = new ArrayList<>(days);
      all.addAll(periods);
      return all;
    }

    private Optional<String> bare() {
      return AccountName.bare(source, account);
    }

    private Line with(List<Twice> found) {
      return new Line(dataset, source, account, days, periods, found, today);
    }

    public Mark on(LocalDate day) {
      return days.stream().anyMatch(span -> span.contains(day))
          ? Mark.DAY
          : periods.stream().anyMatch(span -> span.contains(day)) ? Mark.PART : Mark.NONE;
    }

    private boolean isWhole(DateSpan period) {
      return !span().start().isAfter(period.start()) && !span().end().isBefore(period.end());
    }

    /** From the first day about which anything is known to the last. */
    public DateSpan span() {
      List<DateSpan> all = all();
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
   * What comes from two sources is added, as nothing says that it is the same.
   *
   * @param source the other one
   * @param span the days that both have, from the first to the last
   */
  public record Twice(String source, DateSpan span) {}

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
                    List.of(),
                    today)));
    return new CoverageCalendar(lines.stream().map(line -> line.with(twice(line, lines))).toList());
  }

  private static List<Twice> twice(Line line, List<Line> all) {
    return all.stream()
        .flatMap(
            other -> line.sharedWith(other).map(span -> new Twice(other.source(), span)).stream())
        .toList();
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

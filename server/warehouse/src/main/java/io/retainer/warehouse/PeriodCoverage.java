package io.retainer.warehouse;

import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.Reason.Code;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the answer for one period rests on: the chosen series of every account, and what is not
 * there.
 */
record PeriodCoverage(DateSpan period, List<SeriesChoice> chosen, Coverage coverage) {

  /**
   * An account that has been silent for longer counts as closed, and is not missed. An account
   * whose rows begin after the period did not exist in it.
   */
  private static final int DAYS_UNTIL_AN_ACCOUNT_IS_CLOSED = 92;

  private static final int SPANS_NAMED = 5;

  static PeriodCoverage of(
      List<Series> all, Need need, DateSpan period, Map<Long, Series.Batch> batches) {
    Map<Series.Account, List<Series>> accounts =
        all.stream()
            .collect(Collectors.groupingBy(Series::owner, TreeMap::new, Collectors.toList()));
    List<SeriesChoice> chosen = new ArrayList<>();
    Days missing = Days.NONE;
    List<Series.Account> silent = new ArrayList<>();
    List<Coverage.Lack> lacks = new ArrayList<>();
    for (Map.Entry<Series.Account, List<Series>> account : accounts.entrySet()) {
      Optional<SeriesChoice> best = SeriesChoice.best(account.getValue(), need, period);
      if (best.isPresent()) {
        chosen.add(best.get());
        Days lacking = best.get().covered().missingFrom(period);
        missing = missing.and(lacking);
        if (!lacking.isEmpty()) {
          lacks.add(lack(account.getKey(), lacking.spans()));
        }
      } else if (isExpected(account.getValue(), need, period)) {
        silent.add(account.getKey());
        lacks.add(lack(account.getKey(), List.of(period)));
        missing = Days.of(List.of(period));
      }
    }
    if (chosen.isEmpty()) {
      return new PeriodCoverage(period, chosen, nothing(all, need, period));
    }
    boolean complete = chosen.stream().allMatch(SeriesChoice::isComplete);
    Extent extent = missing.isEmpty() ? Extent.FULL : Extent.PARTIAL;
    return new PeriodCoverage(
        period,
        chosen,
        new Coverage(
                extent,
                missing.spans(),
                inputs(chosen, batches),
                currencies(chosen),
                complete,
                thresholds(chosen),
                reason(missing, silent, complete))
            .lackedBy(lacks)
            .since(begins(chosen)));
  }

  /** An account that began later has nothing to say of the days before. */
  private static Optional<LocalDate> begins(List<SeriesChoice> chosen) {
    return chosen.stream()
        .flatMap(choice -> SeriesChoice.spans(choice.series()).spans().stream().limit(1))
        .map(DateSpan::start)
        .max(Comparator.naturalOrder());
  }

  private static Coverage.Lack lack(Series.Account account, List<DateSpan> missing) {
    return new Coverage.Lack(account.source(), account.name(), missing);
  }

  /** Reports that a column counted distinctly would have had to be added, unless worse is known. */
  PeriodCoverage refusing(Set<String> distinctColumns) {
    if (coverage.reason().isPresent() && coverage.extent() != Extent.FULL) {
      return this;
    }
    String names = String.join(", ", new TreeSet<>(distinctColumns));
    Reason reason =
        new Reason(
            Code.DISTINCT_OVER_DAYS,
            List.of(names),
            "%s counts distinct people, so rows cannot be added; import a table with one row for exactly %s"
                .formatted(names, period));
    return new PeriodCoverage(period, chosen, coverage.because(reason));
  }

  /** The day after the last one that any account knows about. */
  LocalDate endOfData() {
    return chosen.stream()
        .flatMap(choice -> choice.covered().spans().stream())
        .map(DateSpan::end)
        .max(Comparator.naturalOrder())
        .orElse(period.end());
  }

  /** Whatever currencies the chosen series ever had. */
  Set<String> currenciesOfAllTimes() {
    return chosen.stream()
        .flatMap(choice -> choice.series().presence().stream())
        .flatMap(rows -> rows.currency().stream())
        .collect(Collectors.toSet());
  }

  PeriodCoverage inCurrencies(Set<String> currencies) {
    return new PeriodCoverage(period, chosen, coverage.in(currencies));
  }

  PeriodCoverage converted(Set<String> afterwards, Converted by) {
    return new PeriodCoverage(period, chosen, coverage.converted(afterwards, by));
  }

  /** The amounts of its rows, but those that state no currency. */
  Set<Converted.Amounts> amounts() {
    return amounts(chosen.stream().flatMap(choice -> choice.present().stream()));
  }

  /** Those of the chosen series' rows of all times. */
  Set<Converted.Amounts> amountsOfAllTimes() {
    return amounts(chosen.stream().flatMap(choice -> choice.series().presence().stream()));
  }

  private static Set<Converted.Amounts> amounts(Stream<Series.Presence> rows) {
    Set<Converted.Amounts> found = new HashSet<>();
    rows.forEach(
        each ->
            each.currency()
                .ifPresent(currency -> found.add(new Converted.Amounts(currency, each.span()))));
    return found;
  }

  private static boolean isExpected(List<Series> ofAccount, Need need, DateSpan period) {
    List<DateSpan> spans =
        ofAccount.stream()
            .filter(series -> SeriesChoice.answers(series, need, period))
            .flatMap(series -> spans(series).stream())
            .toList();
    return spans.stream().anyMatch(span -> span.start().isBefore(period.end()))
        && spans.stream()
            .anyMatch(
                span ->
                    span.end().plusDays(DAYS_UNTIL_AN_ACCOUNT_IS_CLOSED).isAfter(period.start()));
  }

  private static Coverage nothing(List<Series> all, Need need, DateSpan period) {
    return new Coverage(
        Extent.NONE,
        List.of(period),
        List.of(),
        Set.of(),
        true,
        Optional.of(whyNothing(all, need, period)));
  }

  private static Reason whyNothing(List<Series> all, Need need, DateSpan period) {
    if (all.isEmpty()) {
      return new Reason(Code.NOTHING_IMPORTED, List.of(), "nothing of this kind was imported yet");
    }
    List<Series> usable =
        all.stream().filter(series -> SeriesChoice.answers(series, need, period)).toList();
    if (usable.isEmpty()) {
      return lacking(all, need);
    }
    List<DateSpan> spans =
        usable.stream().flatMap(series -> spans(series).stream()).distinct().sorted().toList();
    if (spans.isEmpty()) {
      return new Reason(Code.NOTHING_IMPORTED, List.of(), "nothing of this kind is in force");
    }
    boolean onlyWholeSpans =
        usable.stream().allMatch(series -> !series.keyed() && isWhole(series.grain()));
    if (onlyWholeSpans && spans.stream().anyMatch(period::overlaps)) {
      List<String> others =
          spans.stream()
              .filter(period::overlaps)
              .limit(SPANS_NAMED)
              .map(DateSpan::toString)
              .toList();
      return new Reason(
          Code.OTHER_SPANS_ONLY,
          others,
          "the imported tables are about %s as a whole and cannot be divided; export %s by itself"
              .formatted(String.join(", ", others), period));
    }
    LocalDate first =
        spans.stream().map(DateSpan::start).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last =
        spans.stream().map(DateSpan::lastDay).max(Comparator.naturalOrder()).orElseThrow();
    return new Reason(
        Code.NOT_IN_PERIOD,
        List.of(first.toString(), last.toString()),
        "there is data from %s to %s, none for %s".formatted(first, last, period));
  }

  private static Reason lacking(List<Series> all, Need need) {
    Set<String> lacking = new TreeSet<>(need.required());
    // A keyed series has room for every column; what was imported stands with its tables.
    all.stream()
        .filter(series -> !series.keyed())
        .forEach(series -> lacking.removeAll(series.columns()));
    all.stream()
        .flatMap(series -> series.tables().stream())
        .forEach(table -> lacking.removeAll(table.columns()));
    if (lacking.isEmpty() && need.bucket().isPresent()) {
      return new Reason(
          Code.OTHER_SPANS_ONLY,
          List.of(),
          need.ofWeekdays()
              ? "the imported tables are not by day, so their rows have no weekdays"
              : "the imported tables are not by day, so there is no series over time");
    }
    Set<String> named = lacking.isEmpty() ? need.required() : lacking;
    String columns = String.join(", ", named);
    return new Reason(
        Code.COLUMN_NOT_IMPORTED,
        List.of(columns),
        lacking.isEmpty()
            ? "no imported table has all of %s together".formatted(columns)
            : "no imported table has %s".formatted(columns));
  }

  private static boolean isWhole(Grain grain) {
    return grain == Grain.PERIOD || grain == Grain.MONTH || grain == Grain.WEEK;
  }

  private static List<DateSpan> spans(Series series) {
    List<DateSpan> spans =
        new ArrayList<>(series.presence().stream().map(Series.Presence::span).toList());
    if (spans.isEmpty() || series.isEvents()) {
      series.tables().forEach(table -> table.span().ifPresent(spans::add));
    }
    return spans;
  }

  private static Optional<Reason> reason(
      Days missing, List<Series.Account> silent, boolean complete) {
    if (!missing.isEmpty()) {
      List<String> spans = missing.spans().stream().map(DateSpan::toString).toList();
      String of =
          silent.isEmpty()
              ? ""
              : " of "
                  + silent.stream().map(Series.Account::toString).collect(Collectors.joining(", "));
      return Optional.of(
          new Reason(
              Code.MISSING_DAYS,
              spans,
              "days are missing%s: %s".formatted(of, String.join(", ", spans))));
    }
    if (!complete) {
      return Optional.of(
          new Reason(
              Code.ROWS_LEFT_OUT,
              List.of(),
              "the source left rows out of its table, so the whole may be more"));
    }
    return Optional.empty();
  }

  private static List<Coverage.Input> inputs(
      List<SeriesChoice> chosen, Map<Long, Series.Batch> batches) {
    List<Coverage.Input> inputs = new ArrayList<>();
    for (SeriesChoice choice : chosen) {
      choice.batches().stream()
          .sorted()
          .map(batches::get)
          .filter(java.util.Objects::nonNull)
          .map(
              batch ->
                  new Coverage.Input(
                      Long.toString(batch.id()),
                      choice.series().source(),
                      choice.series().account(),
                      batch.file(),
                      batch.sha256(),
                      batch.at(),
                      rows(choice, batch.id()),
                      Long.toString(choice.series().id())))
          .forEach(inputs::add);
    }
    return inputs;
  }

  private static long rows(SeriesChoice choice, long batch) {
    return choice.present().stream()
        .filter(rows -> rows.batch() == batch)
        .mapToLong(Series.Presence::rows)
        .sum();
  }

  private static Map<String, String> thresholds(List<SeriesChoice> chosen) {
    Map<String, String> found = new TreeMap<>();
    chosen.forEach(choice -> found.putAll(choice.series().thresholds()));
    return found;
  }

  private static Set<String> currencies(List<SeriesChoice> chosen) {
    return chosen.stream()
        .flatMap(choice -> choice.present().stream())
        .flatMap(rows -> rows.currency().stream())
        .collect(Collectors.toSet());
  }
}

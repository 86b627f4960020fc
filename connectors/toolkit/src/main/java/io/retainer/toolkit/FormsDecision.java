package io.retainer.toolkit;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at every row of a table before the first is read, and decides how its columns write numbers
 * and dates. What the rows leave open is asked, never guessed.
 */
public final class FormsDecision {

  private final Columns columns;
  private final char delimiter;
  private final Map<Integer, DateProfile> dates = new TreeMap<>();
  private final Map<Integer, NumberProfile> counts = new TreeMap<>();
  private final Map<Integer, NumberProfile> decimals = new TreeMap<>();

  /** The second column of a heading, by the first, and whether their cells were seen to differ. */
  private final Map<Integer, Integer> repeated = new TreeMap<>();

  private final Set<Integer> differing = new TreeSet<>();
  private DateOrder ordinaryOrder;
  private String dateAdvice = "Export more days, or write the dates as 2026-01-31.";

  /**
   * @param delimiter between cells: a comma there leaves the point for fractions
   */
  public FormsDecision(Columns columns, char delimiter) {
    this.columns = columns;
    this.delimiter = delimiter;
  }

  public FormsDecision dates(Collection<String> keys) {
    keys.forEach(this::repeated);
    keys.forEach(key -> columns.indexes(key).forEach(i -> dates.put(i, new DateProfile())));
    return this;
  }

  /**
   * Names the order of a platform that writes the same for every account. It holds for dates that
   * the rows leave open; what they prove holds first.
   */
  public FormsDecision ordinarily(DateOrder order) {
    ordinaryOrder = order;
    return this;
  }

  /** Says how the user can answer which of day and month comes first. */
  public FormsDecision answeredBy(String advice) {
    dateAdvice = advice;
    return this;
  }

  /** Columns of whole numbers, where {@code 1,234} can only be a thousand. */
  public FormsDecision counts(Collection<String> keys) {
    keys.forEach(this::repeated);
    keys.forEach(key -> columns.indexes(key).forEach(i -> counts.put(i, new NumberProfile())));
    return this;
  }

  public FormsDecision decimals(Collection<String> keys) {
    keys.forEach(this::repeated);
    keys.forEach(key -> columns.indexes(key).forEach(i -> decimals.put(i, new NumberProfile())));
    return this;
  }

  /** Of two columns with one heading nobody knows which is meant, unless they say the same. */
  private void repeated(String key) {
    if (columns.isRepeated(key)) {
      repeated.put(columns.index(key), columns.indexes(key).get(1));
    }
  }

  /** Whether a workbook holds all cells to decide about as typed values, or as none. */
  boolean isSettledBy(Row row) {
    return repeated.isEmpty()
        && Stream.of(dates, counts, decimals)
            .flatMap(profiles -> profiles.keySet().stream())
            .allMatch(index -> row.isTyped(index) || row.cell(index).isBlank());
  }

  /** Whether a row leaves nothing to decide, if no number of its table has a comma. */
  boolean isPlain(Row row) {
    return repeated.isEmpty()
        && dates.keySet().stream().allMatch(index -> DateProfile.isPlain(row.cell(index)))
        && Stream.of(counts, decimals)
            .flatMap(profiles -> profiles.keySet().stream())
            .allMatch(index -> NumberProfile.isPlain(row.cell(index)));
  }

  public void see(Row row) {
    repeated.forEach(
        (first, second) -> {
          if (!row.cell(first).equals(row.cell(second))) {
            differing.add(second);
          }
        });
    dates.forEach((index, profile) -> profile.see(row.cell(index)));
    counts.forEach((index, profile) -> see(row, index, profile));
    decimals.forEach((index, profile) -> see(row, index, profile));
  }

  private static void see(Row row, int index, NumberProfile profile) {
    if (!row.isTyped(index)) {
      profile.see(row.cell(index));
    }
  }

  /**
   * @return empty when a question had to be put to the user, as an issue of the file
   */
  public Optional<Forms> decide(FactSink sink) {
    var whole = new NumberProfile();
    counts.values().forEach(whole::add);
    decimals.values().forEach(whole::add);
    NumberForm ordinary =
        whole.proven().or(this::shownByCounts).orElse(delimiter == ',' ? NumberForm.POINT : null);
    Forms forms = Forms.ordinarily(ordinary == null ? NumberForm.POINT : ordinary);
    boolean decided = differing.isEmpty();
    differing.forEach(
        index ->
            sink.issue(
                issue(
                    index,
                    "two columns with this heading",
                    "each heading once",
                    "Delete the column that is not meant, or export the file again.")));
    for (var column : dates.entrySet()) {
      decided &= decideDate(column.getKey(), column.getValue(), forms, sink);
    }
    for (var column : counts.entrySet()) {
      var profile = column.getValue();
      decided &= isOfOneForm(column.getKey(), profile, sink);
      if (profile.isOpen()) {
        forms.with(column.getKey(), profile.asCounts());
      } else {
        profile.proven().ifPresent(form -> forms.with(column.getKey(), form));
      }
    }
    for (var column : decimals.entrySet()) {
      var profile = column.getValue();
      decided &= isOfOneForm(column.getKey(), profile, sink);
      profile.proven().ifPresent(form -> forms.with(column.getKey(), form));
      if (profile.isOpen() && ordinary == null) {
        decided = false;
        sink.issue(openNumbers(column.getKey(), profile));
      }
    }
    return decided ? Optional.of(forms) : Optional.empty();
  }

  /** Who writes 12.345 clicks writes a cost of 45.678 with the same sign of a thousand. */
  private Optional<NumberForm> shownByCounts() {
    Set<NumberForm> shown =
        counts.values().stream()
            .filter(NumberProfile::isOpen)
            .map(NumberProfile::asCounts)
            .collect(Collectors.toSet());
    return shown.size() == 1 ? shown.stream().findFirst() : Optional.empty();
  }

  private boolean decideDate(int index, DateProfile profile, Forms forms, FactSink sink) {
    if (profile.isMixed()) {
      sink.issue(
          issue(
              index,
              "dates with the day first and dates with the month first",
              "one order in the whole column",
              "The column was probably pasted together or re-saved in Excel: export it again."));
      return false;
    }
    if (profile.isHalfTurned()) {
      sink.issue(
          issue(
              index,
              "dates like "
                  + profile.settledSample()
                  + " and dates like "
                  + profile.slashedSample(),
              "one form in the whole column",
              "Excel has probably turned day and month round where it could, and left the other dates"
                  + " as they were: download the export again and upload it without opening it in"
                  + " Excel."));
      return false;
    }
    if (profile.isOpen() && ordinaryOrder != null) {
      forms.with(index, ordinaryOrder);
      return true;
    }
    if (profile.isOpen()) {
      sink.issue(
          issue(
              index,
              profile.openSample() + ", which reads both as day/month and as month/day",
              "a column in which at least one date reads one way only",
              dateAdvice));
      return false;
    }
    if (profile.isSerial()) {
      forms.withSerials(index);
    } else if (profile.proven() != null) {
      forms.with(index, profile.proven());
    }
    return true;
  }

  private boolean isOfOneForm(int index, NumberProfile profile, FactSink sink) {
    if (!profile.isMixed()) {
      return true;
    }
    sink.issue(
        issue(
            index,
            "numbers with a decimal point and numbers with a decimal comma",
            "one decimal sign in the whole column",
            "The column was probably pasted together or re-saved in Excel: export it again."));
    return false;
  }

  private ReadIssue openNumbers(int index, NumberProfile profile) {
    return issue(
        index,
        "numbers like 1"
            + profile.openSign()
            + "234, which are a thousand to some and one to others",
        "at least one number that shows which sign begins the fraction",
        "Save the file as CSV with commas between cells, or write the amounts with two decimals.");
  }

  private ReadIssue issue(int index, String saw, String expected, String advice) {
    return new ReadIssue(columns.line(), columns.heading(index), saw, expected, advice);
  }
}

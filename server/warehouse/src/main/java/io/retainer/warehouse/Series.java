package io.retainer.warehouse;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of one layout of one account, and what is known of them.
 *
 * @param keyed rows are replaced under their key, and tables of all layouts are one series
 * @param tables what was imported into it and not undone, in the order of import
 * @param presence which periods have rows in force, by their first day
 */
record Series(
    long id,
    String source,
    String account,
    Set<String> cut,
    Set<String> columns,
    Grain grain,
    boolean keyed,
    List<Table> tables,
    List<Presence> presence) {

  private static final int FEWEST_OF_A_RHYTHM = 3;

  /**
   * One imported table.
   *
   * @param span the days of its rows and those the source says it is about; empty for neither
   * @param silence the longest run of days without a row inside it; the source being silent as long
   *     at either end is no gap. Zero when the source says which days the table is about
   * @param thresholds columns of which values are kept back, and what those are below, where known
   * @param gaps columns that some of its rows lack a value of; empty when nobody looked
   */
  record Table(
      long batch,
      boolean complete,
      Set<String> columns,
      Optional<DateSpan> span,
      int silence,
      Map<String, String> thresholds,
      Optional<Set<String>> gaps) {}

  /** Rows in force of one batch and one period. */
  record Presence(DateSpan span, long batch, Optional<String> currency, long rows) {}

  /** One file that rows came from. */
  record Batch(long id, String source, String account, String file, String sha256, Instant at) {}

  /** The rows in force that lie in the period; a year has hundreds, a week a few. */
  List<Presence> within(DateSpan period) {
    int from = firstFrom(period.start());
    int to = firstFrom(period.end());
    return presence.subList(from, to).stream().filter(p -> period.contains(p.span())).toList();
  }

  /** Index of the first rows that begin on the day or later: they stand in that order. */
  private int firstFrom(LocalDate day) {
    int low = 0;
    int high = presence.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (presence.get(middle).span().start().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * How many days are nothing unusual between two with rows, in the year before a day; none as long
   * as there are too few to tell.
   */
  int usualSilence(LocalDate end) {
    List<LocalDate> days =
        presence.subList(firstFrom(end.minusYears(1)), firstFrom(end)).stream()
            .map(rows -> rows.span().start())
            .distinct()
            .toList();
    return days.size() < FEWEST_OF_A_RHYTHM ? 0 : Rhythm.silence(days);
  }

  Account owner() {
    return new Account(source, account);
  }

  /** Whether rows are single events rather than counts of a whole day. */
  boolean isEvents() {
    return keyed || grain == Grain.EVENT;
  }

  /** The columns that rows about these days carry. */
  Set<String> columnsIn(DateSpan period) {
    if (!keyed) {
      return columns;
    }
    Set<String> found = new java.util.HashSet<>();
    tables.stream()
        .filter(table -> table.span().isPresent() && table.span().get().overlaps(period))
        .forEach(table -> found.addAll(table.columns()));
    if (found.isEmpty()) {
      tables.forEach(table -> found.addAll(table.columns()));
    }
    return found;
  }

  /** Columns of which the source keeps values back in any table, and what those are below. */
  Map<String, String> thresholds() {
    Map<String, String> found = new java.util.TreeMap<>();
    tables.forEach(table -> found.putAll(table.thresholds()));
    return found;
  }

  /** Columns that rows may lack a value of, because their table has none or not everywhere. */
  Set<String> gaps() {
    Set<String> found = new java.util.HashSet<>();
    for (Table table : tables) {
      found.addAll(table.gaps().orElse(columns));
      if (keyed) {
        columns.stream().filter(column -> !table.columns().contains(column)).forEach(found::add);
      }
    }
    return found;
  }

  /** Whether every row is from a table that has the column. */
  boolean hasEverywhere(String column) {
    return keyed ? batchesWithout(column).isEmpty() : columns.contains(column);
  }

  /** Whether some row is from a table that has the column. */
  boolean hasAnywhere(String column) {
    return keyed
        ? tables.stream().anyMatch(table -> table.columns().contains(column))
        : columns.contains(column);
  }

  /** Imports with a table of this series that lacks the column. */
  Set<Long> batchesWithout(String column) {
    Set<Long> found = new java.util.TreeSet<>();
    for (Table table : tables) {
      if (!table.columns().contains(column)) {
        found.add(table.batch());
      }
    }
    return found;
  }

  long lastBatch() {
    return tables.stream().mapToLong(Table::batch).max().orElse(0);
  }

  /** An account of a platform. */
  record Account(String source, String name) implements Comparable<Account> {
    @Override
    public int compareTo(Account other) {
      int bySource = source.compareTo(other.source);
      return bySource != 0 ? bySource : name.compareTo(other.name);
    }

    @Override
    public String toString() {
      return source + " (" + (name.isBlank() ? "no account named" : name) + ")";
    }
  }
}

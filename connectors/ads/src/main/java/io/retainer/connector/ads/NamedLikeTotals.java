package io.retainer.connector.ads;

import io.retainer.connector.ads.AdLines.Kind;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Missing;
import io.retainer.toolkit.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells a total from a campaign that is called like one, {@code Total: Summer sale}, where the name
 * stands in the column of campaigns.
 *
 * <p>A campaign has a state, a kind or an id as the campaigns around it have; a total has none.
 * Where the table has no such columns, the platform's own words tell a total, then the sum of the
 * rows. What neither tells is said to the user: it is neither counted nor passed over.
 */
final class NamedLikeTotals {

  private final Columns columns;
  private final Set<Integer> things;
  private final Set<Integer> notes = new HashSet<>();
  private final Set<Integer> parts;
  private final Map<String, Kind> decided = new HashMap<>();
  private final SumOfRows rows;
  private final Map<String, SumOfRows> named = new HashMap<>();

  /** Columns that every row has filled; null until there was a row. */
  private Set<Integer> filled;

  private SumOfRows total;
  private boolean hasToAdd;

  /**
   * @param things columns that name campaigns, ads and the like, or divide them
   * @param parts columns of days, devices and the like
   */
  NamedLikeTotals(Columns columns, Set<Integer> things, Set<Integer> parts) {
    this.columns = columns;
    this.things = Set.copyOf(things);
    this.parts = Set.copyOf(parts);
    this.rows = new SumOfRows(columns);
    for (int i = 0; i < columns.width(); i++) {
      notes.add(i);
    }
    columns.keys().stream()
        .filter(key -> !key.startsWith(AdKeys.TEXT))
        .forEach(key -> notes.removeAll(columns.indexes(key)));
  }

  /** Whether a name stands in the column, and no state or device. */
  boolean isName(int column) {
    return things.contains(column) && !parts.contains(column);
  }

  /**
   * The first name of a row.
   *
   * @return its column, or -1
   */
  int first(Row row) {
    return things.stream()
        .filter(i -> !parts.contains(i) && !Missing.is(row.cell(i)) && !AdWords.isAll(row.cell(i)))
        .mapToInt(i -> i)
        .min()
        .orElse(-1);
  }

  /** A row that is neither a total nor called like one. */
  void look(Row row) {
    if (filled == null) {
      filled = new HashSet<>(notes);
      filled.addAll(things);
      filled.addAll(columns.indexes("currency"));
      filled.addAll(columns.indexes("account"));
    }
    if (!filled.isEmpty()) {
      filled.removeIf(i -> notes.contains(i) ? !isNote(row.cell(i)) : Missing.is(row.cell(i)));
    }
  }

  /** Whether all rows have something besides the name that no total has. */
  boolean isDescribed(int name) {
    return filled != null
        && filled.stream().anyMatch(i -> i != name && (notes.contains(i) || things.contains(i)));
  }

  /** What nothing but the sum of the rows can tell. */
  void lookAt(Row row, int name, Kind ofTotal) {
    hasToAdd |= told(row, name, ofTotal) == null;
  }

  boolean hasToAdd() {
    return hasToAdd;
  }

  /** A row, or the first total of all, on which the sums are tried. */
  void add(Fields fields, Kind kind) {
    if (kind == Kind.ROW) {
      rows.add(fields);
    } else if (kind == Kind.TOTAL && total == null) {
      total = new SumOfRows(columns).add(fields);
    }
  }

  void add(Fields fields, int name, Kind ofTotal) {
    Kind told = told(fields.row(), name, ofTotal);
    if (told == null) {
      named.computeIfAbsent(group(fields.row(), name), group -> new SumOfRows(columns)).add(fields);
    } else {
      add(fields, told);
    }
  }

  /** After all rows were added. */
  void decide() {
    SumOfRows all = new SumOfRows(columns).add(rows);
    named.values().forEach(all::add);
    boolean areTotals = total != null && total.is(rows);
    boolean areRows = total != null && !areTotals && total.is(all);
    named.forEach(
        (group, sum) -> {
          boolean isTotal = areTotals || !areRows && sum.is(rows);
          decided.put(group, isTotal ? Kind.TOTAL : areRows ? Kind.ROW : Kind.UNTOLD);
        });
  }

  /**
   * @param ofTotal what a total is here: of the table, or of a day or a device
   */
  Kind kind(Row row, int name, Kind ofTotal) {
    Kind kind = told(row, name, ofTotal);
    if (kind == null) {
      Kind bySum = decided.getOrDefault(group(row, name), Kind.UNTOLD);
      kind = bySum == Kind.TOTAL ? ofTotal : bySum;
    }
    // No platform is known to write "Total - Search" for each day, and some campaigns are so
    // called.
    boolean isRather = ofTotal == Kind.TOTAL_OF_PART && AdWords.isLooselyTotal(row.cell(name));
    return kind == Kind.UNTOLD && isRather ? Kind.ROW : kind;
  }

  /**
   * @return null where the row itself does not say it
   */
  private Kind told(Row row, int name, Kind ofTotal) {
    if (notes.stream().anyMatch(i -> i != name && isNote(row.cell(i)))) {
      return Kind.ROW;
    }
    boolean lacks =
        filled != null && filled.stream().anyMatch(i -> i != name && Missing.is(row.cell(i)));
    String label = row.cell(name);
    boolean isWorded =
        AdWords.isKnownTotal(label) && (ofTotal == Kind.TOTAL || label.indexOf(':') > 0);
    return lacks || isWorded ? ofTotal : null;
  }

  /** The name, and for which of the parts it has a row each. */
  private String group(Row row, int name) {
    var group = new StringBuilder(row.cell(name).strip());
    parts.stream()
        .sorted()
        .forEach(i -> group.append('\0').append(Missing.is(row.cell(i)) ? '-' : '+'));
    return group.toString();
  }

  /** Words such as {@code Eligible} or {@code Search}; shares and amounts have digits. */
  private static boolean isNote(String cell) {
    return !Missing.is(cell)
        && !AdWords.isAll(cell)
        && cell.chars().anyMatch(Character::isLetter)
        && cell.chars().noneMatch(Character::isDigit);
  }
}

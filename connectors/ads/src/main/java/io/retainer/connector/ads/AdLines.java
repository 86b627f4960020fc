package io.retainer.connector.ads;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Missing;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Tells the rows of a table from what else stands below its headings. */
final class AdLines {

  /** What a line is. */
  enum Kind {
    ROW,
    TOTAL,
    /** Of one campaign over the days that follow or precede it. */
    SUBTOTAL,
    /** Of all campaigns on one day, in one month, or on one device. */
    TOTAL_OF_PART,
    /** A total, or a campaign that is called like one: nothing in the table tells which. */
    UNTOLD,
    HEADINGS,
    REMARK
  }

  private final Columns columns;
  private final List<Integer> dimensions = new ArrayList<>();
  private final List<Integer> times = new ArrayList<>();
  private final List<Integer> segments = new ArrayList<>();
  private final List<Integer> unknown = new ArrayList<>();
  private final NamedLikeTotals names;
  private boolean isPartedByUnknown;

  AdLines(Columns columns) {
    this.columns = columns;
    for (String key : columns.keys()) {
      boolean isTime = Spans.UNITS.contains(key);
      boolean isDimension =
          AdKeys.DIMENSIONS.values().stream().anyMatch(keys -> keys.contains(key))
              || key.startsWith(AdKeys.SPLIT);
      if (isTime) {
        times.add(columns.index(key));
      } else if (isDimension) {
        dimensions.add(columns.index(key));
      }
      if (key.startsWith(AdKeys.SPLIT) || AdKeys.SEGMENTS.contains(key)) {
        segments.add(columns.index(key));
      }
    }
    if (dimensions.isEmpty()) {
      leftOfMeasures();
    }
    var parts = new HashSet<>(segments);
    parts.addAll(times);
    this.names = new NamedLikeTotals(columns, new HashSet<>(dimensions), parts);
  }

  /** What stands before the figures and is no key may be a breakdown that nobody foresaw. */
  private void leftOfMeasures() {
    int first =
        columns.keys().stream().filter(AdLines::isMeasure).mapToInt(columns::index).min().orElse(0);
    List<Integer> known =
        columns.keys().stream()
            .filter(key -> !key.startsWith(AdKeys.TEXT))
            .map(columns::index)
            .toList();
    for (int i = 0; i < first; i++) {
      if (!known.contains(i)) {
        unknown.add(i);
      }
    }
  }

  private static boolean isMeasure(String key) {
    return AdKeys.COUNTS.contains(key) || AdKeys.DECIMALS.contains(key) || key.equals(AdKeys.REACH);
  }

  /** Rows near the beginning, which tell nearly always what the others are. */
  void begin(List<Row> rows) {
    rows.stream().filter(row -> !row.isBlank()).forEach(this::look);
  }

  /** Whether all rows have to be looked at before the first is told from a total. */
  boolean hasToLook() {
    return !unknown.isEmpty()
        || dimensions.stream().anyMatch(i -> names.isName(i) && !names.isDescribed(i));
  }

  void look(Row row) {
    isPartedByUnknown |= !isHeadings(row) && !areEmpty(unknown, row);
    Plain plain = plainly(row);
    if (plain.name() >= 0) {
      names.lookAt(row, plain.name(), plain.kind());
    } else if (plain.kind() == Kind.ROW) {
      names.look(row);
    }
  }

  /** Whether nothing but the sum of the rows tells some of them from totals. */
  boolean hasToAdd() {
    return names.hasToAdd();
  }

  void add(Fields fields) {
    Plain plain = plainly(fields.row());
    if (plain.name() < 0) {
      names.add(fields, plain.kind());
    } else {
      names.add(fields, plain.name(), plain.kind());
    }
  }

  void decide() {
    names.decide();
  }

  Kind of(Row row) {
    Plain plain = plainly(row);
    return plain.name() < 0 ? plain.kind() : names.kind(row, plain.name(), plain.kind());
  }

  /**
   * What a line is by itself.
   *
   * @param name the column of campaigns or the like in which it says that it is a total; else -1
   */
  private record Plain(Kind kind, int name) {}

  private Plain plainly(Row row) {
    if (isHeadings(row)) {
      return new Plain(Kind.HEADINGS, -1);
    }
    int first = firstFilled(row);
    if (row.width() == first + 1 && columns.width() > 2) {
      return new Plain(Kind.REMARK, -1);
    }
    if (areAllEmpty(row) || isTotalOfUnknown(row)) {
      return new Plain(Kind.TOTAL, -1);
    }
    int label = firstNotMissing(row);
    if (AdWords.isTotal(row.cell(label)) && areEmptyBeside(label, row)) {
      return new Plain(Kind.TOTAL, names.isName(label) ? label : -1);
    }
    int name = names.first(row);
    if (name >= 0 && AdWords.isTotal(row.cell(name)) && areEmptyBut(name, row)) {
      return new Plain(Kind.TOTAL_OF_PART, name);
    }
    if (isLabelledWithinPart(row)) {
      return new Plain(Kind.TOTAL_OF_PART, -1);
    }
    boolean isOverTime = !times.isEmpty() && times.stream().allMatch(i -> isAll(row.cell(i)));
    return new Plain(isOverTime ? Kind.SUBTOTAL : Kind.ROW, -1);
  }

  private boolean isHeadings(Row row) {
    int index = columns.width() - 1;
    return !row.cell(index).isBlank()
        && row.cell(index).strip().equals(columns.heading(index))
        && row.cell(0).strip().equals(columns.heading(0));
  }

  private static int firstFilled(Row row) {
    int first = 0;
    while (first < row.size() && row.cell(first).isBlank()) {
      first++;
    }
    return first;
  }

  /**
   * {@code 2026-10-01,Total: Campaigns,…} or {@code Computers,Total: Account,…} where the days, or
   * the devices, stand in the first column; {@code 2026-10,Total: Locations,…} where places are the
   * second.
   */
  private boolean isLabelledWithinPart(Row row) {
    int label = 0;
    while (label < row.size() && !isLabel(row.cell(label)) && isPart(label, row)) {
      label++;
    }
    return isLabel(row.cell(label)) && areEmptyBut(label, row);
  }

  private static boolean isLabel(String cell) {
    return cell.indexOf(':') > 0 && AdWords.isTotal(cell);
  }

  private boolean isPart(int column, Row row) {
    return times.contains(column) || segments.contains(column) || Missing.is(row.cell(column));
  }

  private boolean areEmptyBut(int label, Row row) {
    return dimensions.stream()
        .allMatch(i -> i == label || segments.contains(i) || isEmptyOrAll(row.cell(i)));
  }

  /** Google's total of keywords stands in the third column, behind {@code --} for the status. */
  private static int firstNotMissing(Row row) {
    int first = 0;
    while (first < row.size() && Missing.is(row.cell(first))) {
      first++;
    }
    return first;
  }

  private boolean areEmptyBeside(int label, Row row) {
    return dimensions.stream().allMatch(i -> i == label || isEmptyOrAll(row.cell(i)));
  }

  private boolean areAllEmpty(Row row) {
    return !dimensions.isEmpty()
        && dimensions.stream().allMatch(i -> isEmptyOrAll(row.cell(i)))
        && times.stream().allMatch(i -> isEmptyOrAll(row.cell(i)))
        && !(times.isEmpty() && dimensions.size() == 1 && isAll(row.cell(dimensions.get(0))));
  }

  /** Meta's total by objective has no objective; a table of a single line has none either. */
  private boolean isTotalOfUnknown(Row row) {
    return isPartedByUnknown && areEmpty(unknown, row) && areEmpty(times, row);
  }

  private static boolean areEmpty(List<Integer> columns, Row row) {
    return columns.stream().allMatch(i -> isEmptyOrAll(row.cell(i)));
  }

  private static boolean isEmptyOrAll(String cell) {
    return Missing.is(cell) || isAll(cell);
  }

  private static boolean isAll(String cell) {
    return AdWords.isAll(cell);
  }
}

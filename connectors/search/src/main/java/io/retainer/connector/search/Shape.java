package io.retainer.connector.search;

import io.retainer.toolkit.DateText;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.NumberForm;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the sheets of an export in a language nobody taught us: by their order, which is always the
 * same, and by their numbers, as clicks, impressions and their quotient prove each other. Used for
 * whole archives and workbooks only: in a single table the fifth column might be anything.
 */
final class Shape {

  private static final MathContext EXACT_ENOUGH = new MathContext(12);

  /** The platform rounds to hundredths of a percent. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.000051");

  private Shape() {}

  /** What each sheet is, when days come first and pages where they belong; else empty. */
  static List<SheetKind> order(FileContent content) throws IOException {
    List<Sheet> sheets = content.sheets();
    List<SheetKind> order = SheetKind.ofExport(sheets.size());
    boolean isInOrder =
        !order.isEmpty()
            && values(sheets.get(0), cell -> DateText.parse(cell, null) != null)
            && values(sheets.get(order.indexOf(SheetKind.PAGES)), cell -> cell.contains("://"));
    return isInOrder ? order : List.of();
  }

  private static boolean values(Sheet sheet, java.util.function.Predicate<String> isOne)
      throws IOException {
    List<Row> rows = below(sheet);
    return !rows.isEmpty() && rows.stream().allMatch(row -> isOne.test(row.cell(0).strip()));
  }

  private static List<Row> below(Sheet sheet) throws IOException {
    return sheet.head().stream().filter(row -> !row.isBlank()).skip(1).toList();
  }

  /** The sheet's own headings under our keys; empty when its numbers are none of an export. */
  static Optional<Headings> headings(Sheet sheet, SheetKind kind) throws IOException {
    Optional<Row> first = sheet.head().stream().filter(row -> !row.isBlank()).findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<String> keys =
        kind == SheetKind.FILTERS
            ? List.of("filter", "value")
            : List.of(kind.key(), "clicks", "impressions", "ctr", "position");
    int width = first.get().width();
    boolean fits =
        kind == SheetKind.FILTERS
            ? width == keys.size()
            : width >= keys.size() - 1 && width <= keys.size() && addsUp(below(sheet));
    return fits ? named(first.get(), keys.subList(0, width)) : Optional.empty();
  }

  private static Optional<Headings> named(Row row, List<String> keys) {
    Map<String, List<String>> aliases = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      aliases.put(keys.get(i), List.of(row.cell(i)));
    }
    boolean areDifferent = row.cells().stream().distinct().count() == row.size();
    return areDifferent ? Optional.of(Headings.of(aliases)) : Optional.empty();
  }

  private static boolean addsUp(List<Row> rows) {
    return !rows.isEmpty() && rows.stream().allMatch(Shape::addsUp);
  }

  private static boolean addsUp(Row row) {
    BigDecimal clicks = NumberForm.POINT.parse(row.cell(1));
    BigDecimal impressions = NumberForm.POINT.parse(row.cell(2));
    String rate = row.cell(3).strip().replace(',', '.');
    boolean percent = rate.endsWith("%");
    BigDecimal ctr =
        NumberForm.POINT.parse(percent ? rate.substring(0, rate.length() - 1).strip() : rate);
    if (clicks == null || impressions == null || ctr == null) {
      return false;
    }
    BigDecimal fraction = percent ? ctr.movePointLeft(2) : ctr;
    return impressions.signum() == 0
        ? clicks.signum() == 0
        : clicks.divide(impressions, EXACT_ENOUGH).subtract(fraction).abs().compareTo(ROUNDING)
            <= 0;
  }
}

package io.retainer.toolkit;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How a sheet of several tables writes its numbers, and the dates of each column, decided once for
 * the whole sheet.
 */
public final class SheetForms {

  private SheetForms() {}

  /**
   * Reads the sheet once, unless its beginning already shows that nothing is open.
   *
   * @return empty when the user has to be asked first; the question is put to the sink
   */
  public static Optional<Forms> decide(Sheet sheet, FactSink sink) throws IOException {
    boolean plainNumbers =
        sheet.isWorkbook()
            ? sheet.head().stream().noneMatch(SheetForms::hasNumberAsText)
            : sheet.delimiter() == ',';
    var dates = new TreeMap<Integer, DateProfile>();
    sheet.head().forEach(row -> openDates(row).forEach(i -> dates.put(i, new DateProfile())));
    var numbers = new NumberProfile();
    if (!plainNumbers || !dates.isEmpty()) {
      try (var rows = sheet.rows()) {
        Row row;
        while ((row = rows.next()) != null) {
          for (var column : dates.entrySet()) {
            column.getValue().see(row.cell(column.getKey()));
          }
          for (int i = 1; i < row.size() && !plainNumbers; i++) {
            if (!row.isTyped(i) && !row.cell(i).isEmpty() && NumberForm.looksNumeric(row.cell(i))) {
              numbers.see(row.cell(i));
            }
          }
        }
      }
    }
    // Further to the right such a cell may be a name; as a date it is refused row by row.
    DateProfile first = dates.getOrDefault(0, new DateProfile());
    if (first.isMixed() || first.isOpen()) {
      sink.issue(
          ReadIssue.ofFile(
              first.isOpen()
                  ? first.openSample() + ", which reads both as day/month and as month/day"
                  : "dates with the day first and dates with the month first",
              "dates that read one way only",
              "Upload the export as it was downloaded, or write the dates as 2026-01-31."));
      return Optional.empty();
    }
    // Figures of which each has three digits after its only sign are thousands: fractions vary.
    NumberForm open = numbers.isOpen() ? numbers.asCounts() : NumberForm.POINT;
    Forms forms = Forms.ordinarily(numbers.proven().orElse(open));
    dates.forEach(
        (i, column) -> {
          if (column.proven() != null && !column.isMixed()) {
            forms.with(i, column.proven());
          }
        });
    return Optional.of(forms);
  }

  /** A number that a workbook holds as a text may have either sign. */
  private static boolean hasNumberAsText(Row row) {
    for (int i = 1; i < row.size(); i++) {
      String cell = row.cell(i);
      boolean hasSign = cell.indexOf(',') >= 0 || cell.indexOf('.') >= 0;
      if (hasSign && !row.isTyped(i) && NumberForm.looksNumeric(cell)) {
        return true;
      }
    }
    return false;
  }

  private static IntStream openDates(Row row) {
    return IntStream.range(0, row.size()).filter(i -> DateText.needsOrder(row.cell(i)));
  }
}

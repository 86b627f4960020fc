package io.retainer.app.data;

import io.retainer.app.shell.Csv;
import io.retainer.app.shell.Page;
import io.retainer.spi.Column;
import io.retainer.warehouse.DataTable;
import io.retainer.warehouse.RowsFound.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Rows as a table for a spreadsheet: headed as on the page, days and numbers as any program reads
 * them. Keys of people are left out, as they are from reports.
 */
final class RowsCsv {

  /** By it spreadsheets know that the letters are UTF-8. */
  private static final String MARK = "\uFEFF";

  private final DataTable table;
  private final StringBuilder text = new StringBuilder(MARK);

  RowsCsv(Page page, DataTable table) {
    this.table = table;
    List<String> heads = new ArrayList<>();
    heads.add(page.text("data.first-day"));
    heads.add(page.text("data.last-day"));
    heads.add(page.text("data.currency"));
    for (Column column : table.columns()) {
      if (!isLeftOut(column)) {
        heads.add(page.columnTitle(table.dataset().name(), column.name()));
      }
    }
    heads.add(page.text("data.file"));
    heads.add(page.text("import.line"));
    heads.add(page.text("uploads.import"));
    heads.add(page.text("import.at"));
    heads.add(page.text("import.by"));
    text.append(Csv.of(List.of(heads)));
  }

  void add(Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.span().start().toString());
    cells.add(row.span().lastDay().toString());
    cells.add(row.currency().orElse(""));
    for (int i = 0; i < table.columns().size(); i++) {
      if (!isLeftOut(table.columns().get(i))) {
        cells.add(plain(row.cells().get(i)));
      }
    }
    cells.add(row.file());
    cells.add(row.line() > 0 ? Long.toString(row.line()) : "");
    cells.add(row.batch());
    cells.add(row.importedAt().toString());
    cells.add(row.by());
    text.append(Csv.of(List.of(cells)));
  }

  String text() {
    return text.toString();
  }

  /** The row's own currency is there already. */
  private static boolean isLeftOut(Column column) {
    return Person.is(column) || column.name().equals("currency");
  }

  private static String plain(Object cell) {
    return cell instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : Objects.toString(cell, "");
  }
}

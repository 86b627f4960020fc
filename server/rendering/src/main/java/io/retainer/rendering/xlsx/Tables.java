package io.retainer.rendering.xlsx;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFTable;

/** Excel tables: a name, a filter, stripes. */
final class Tables {

  private Tables() {}

  /**
   * Makes a table of cells that are already written.
   *
   * @param lastRow the last row with data; a table has at least one
   */
  static void create(Page page, String name, int headerRow, int lastRow, int columns) {
    tellApart(page.sheet().getRow(headerRow), columns);
    AreaReference area =
        new AreaReference(
            new CellReference(headerRow, 0),
            new CellReference(Math.max(lastRow, headerRow + 1), columns - 1),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable table = page.sheet().createTable(area);
    table.setName(name);
    table.setDisplayName(name);
    table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    table.getCTTable().addNewTableStyleInfo();
    table.setStyleName("TableStyleLight1");
    table.getStyle();
    table.getCTTable().getTableStyleInfo().setShowRowStripes(true);
    table.updateHeaders();
  }

  /** Excel drops a table of which two columns have the same name, whatever their case. */
  private static void tellApart(Row header, int columns) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < columns; i++) {
      Cell cell = header.getCell(i);
      String name = cell.getStringCellValue().strip();
      String told = name;
      for (int n = 2; !names.add(told.toLowerCase(Locale.ROOT)); n++) {
        told = name + " " + n;
      }
      if (!told.equals(name)) {
        cell.setCellValue(told);
      }
    }
  }
}

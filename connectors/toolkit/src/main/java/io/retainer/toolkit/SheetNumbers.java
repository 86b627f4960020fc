package io.retainer.toolkit;

import java.io.IOException;

/** How a sheet of several tables writes its numbers, decided once for the whole sheet. */
public final class SheetNumbers {

  private SheetNumbers() {}

  /** Reads the sheet once, unless its delimiter already says that fractions begin with a point. */
  public static NumberForm form(Sheet sheet) throws IOException {
    if (sheet.isWorkbook() || sheet.delimiter() == ',') {
      return NumberForm.POINT;
    }
    var profile = new NumberProfile();
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        for (int i = 1; i < row.size(); i++) {
          if (!row.cell(i).isEmpty() && NumberForm.looksNumeric(row.cell(i))) {
            profile.see(row.cell(i));
          }
        }
      }
    }
    return profile.proven().orElse(NumberForm.POINT);
  }
}

package io.retainer.rendering.xlsx;

import java.time.LocalDate;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What may be typed into the cells of parameters, which stand in the second column. */
final class Allowed {

  private static final int COLUMN = 1;
  private static final String FIRST_DAY = serial(LocalDate.of(1990, 1, 1));
  private static final String LAST_DAY = serial(LocalDate.of(2199, 12, 31));

  private final XSSFSheet sheet;
  private final XSSFDataValidationHelper rules;

  Allowed(XSSFSheet sheet) {
    this.sheet = sheet;
    this.rules = new XSSFDataValidationHelper(sheet);
  }

  /** Days, the second not before the first. */
  void period(int start, int end) {
    allow(start, rules.createDateConstraint(OperatorType.BETWEEN, FIRST_DAY, LAST_DAY, ""));
    String first = "$B$" + (start + 1);
    allow(end, rules.createDateConstraint(OperatorType.GREATER_OR_EQUAL, first, null, ""));
  }

  /** A number; a share is one of the whole and not one of a hundred. */
  void number(int row, boolean isShare) {
    String most = isShare ? "10" : "1E+15";
    allow(row, rules.createDecimalConstraint(OperatorType.BETWEEN, "-" + most, most));
  }

  /** Three letters. */
  void code(int row) {
    allow(
        row,
        rules.createNumericConstraint(ValidationType.TEXT_LENGTH, OperatorType.EQUAL, "3", null));
  }

  private void allow(int row, DataValidationConstraint constraint) {
    XSSFDataValidation rule =
        (XSSFDataValidation)
            rules.createValidation(constraint, new CellRangeAddressList(row, row, COLUMN, COLUMN));
    rule.setShowErrorBox(true);
    rule.setEmptyCellAllowed(true);
    sheet.addValidationData(rule);
  }

  private static String serial(LocalDate day) {
    return Integer.toString((int) DateUtil.getExcelDate(day));
  }
}

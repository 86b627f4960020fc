package io.retainer.rendering.xlsx;

import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** How much of a target there is, as a bar in its cell; a full cell is the whole target. */
final class TargetBars {

  /** Light enough for the number on it. */
  private static final byte[] COLOUR = {(byte) 0xB4, (byte) 0xC0, (byte) 0xEF};

  private TargetBars() {}

  static void over(XSSFSheet sheet, CellRangeAddress shares) {
    XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    XSSFConditionalFormattingRule rule =
        formatting.createConditionalFormattingRule(new XSSFColor(COLOUR));
    XSSFDataBarFormatting bar = rule.getDataBarFormatting();
    at(bar.getMinThreshold(), 0);
    at(bar.getMaxThreshold(), 1);
    formatting.addConditionalFormatting(new CellRangeAddress[] {shares}, rule);
  }

  private static void at(ConditionalFormattingThreshold threshold, double value) {
    threshold.setRangeType(ConditionalFormattingThreshold.RangeType.NUMBER);
    threshold.setValue(value);
  }
}

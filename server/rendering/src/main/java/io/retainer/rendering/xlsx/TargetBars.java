package io.retainer.rendering.xlsx;

import io.retainer.rendering.chart.Ink;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** How much of a target there is, as a bar in its cell; a full cell is the whole target. */
final class TargetBars {

  private TargetBars() {}

  static void over(Page page, CellRangeAddress shares) {
    // Light enough for the number on it.
    XSSFColor colour = new XSSFColor(page.book().palette().bytes(Ink.HEAT_3));
    XSSFSheetConditionalFormatting formatting = page.sheet().getSheetConditionalFormatting();
    XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(colour);
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

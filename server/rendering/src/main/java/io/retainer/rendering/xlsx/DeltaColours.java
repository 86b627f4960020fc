package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** Colours changes by what they mean for the KPI, not by their sign. */
final class DeltaColours {

  private static final byte[] GOOD = {(byte) 0x0F, (byte) 0x7A, (byte) 0x4D};
  private static final byte[] BAD = {(byte) 0xB3, (byte) 0x26, (byte) 0x1E};

  private final XSSFSheet sheet;
  private final List<CellRangeAddress> upIsGood = new ArrayList<>();
  private final List<CellRangeAddress> downIsGood = new ArrayList<>();

  DeltaColours(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  /** A change too small to judge, or of a KPI without direction, stays grey. */
  void add(Direction better, Optional<Delta> delta, int row, int column) {
    if (delta.isEmpty()
        || better == Direction.NEUTRAL
        || delta.get().judgement() == Delta.Judgement.TOO_SMALL) {
      return;
    }
    boolean up = better == Direction.HIGHER || delta.get().style() == Delta.Style.PLACES;
    (up ? upIsGood : downIsGood).add(new CellRangeAddress(row, row, column, column));
  }

  void apply() {
    apply(upIsGood, GOOD, BAD);
    apply(downIsGood, BAD, GOOD);
  }

  private void apply(List<CellRangeAddress> cells, byte[] rising, byte[] falling) {
    if (cells.isEmpty()) {
      return;
    }
    XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    formatting.addConditionalFormatting(
        cells.toArray(CellRangeAddress[]::new),
        new ConditionalFormattingRule[] {
          rule(formatting, ComparisonOperator.GT, rising),
          rule(formatting, ComparisonOperator.LT, falling)
        });
  }

  private static XSSFConditionalFormattingRule rule(
      XSSFSheetConditionalFormatting formatting, byte operator, byte[] colour) {
    XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(operator, "0");
    rule.createFontFormatting().setFontColor(new XSSFColor(colour));
    return rule;
  }
}

package io.retainer.toolkit;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** Rows of an old binary workbook's sheet; missing rows come as blank ones. */
final class BinaryRows implements Rows {

  private static final int LONGEST_GAP = 100;
  private static final int MOST_COLUMNS = 256;

  private final BinaryWorkbook workbook;
  private final RecordFactoryInputStream records;
  private final MergedCells merged;
  private int depth;
  private boolean isOver;
  private CellValueRecordInterface waiting;
  private long lastLine;

  BinaryRows(BinaryWorkbook workbook, RecordFactoryInputStream records, MergedCells merged) {
    this.workbook = workbook;
    this.records = records;
    this.merged = merged;
  }

  /** The merged cells of the sheet at whose begin the records are; they stand behind its rows. */
  static MergedCells merged(RecordFactoryInputStream records) {
    var merged = new MergedCells();
    var sheet = new BinaryRows(null, records, merged);
    for (Record record = sheet.nextOwn(); record != null; record = sheet.nextOwn()) {
      if (record instanceof MergeCellsRecord areas) {
        for (int i = 0; i < areas.getNumAreas(); i++) {
          CellRangeAddress area = areas.getAreaAt(i);
          merged.reach(area.getFirstColumn(), area.getFirstRow() + 1L, area.getLastRow() + 1L);
        }
      }
    }
    return merged;
  }

  @Override
  public Row next() throws IOException {
    try {
      waiting = waiting == null ? nextCell() : waiting;
      if (waiting == null) {
        return null;
      }
      long line = waiting.getRow() + 1L;
      if (line > lastLine + 1 && line - lastLine < LONGEST_GAP) {
        return new Row(++lastLine, new String[] {""});
      }
      if (line <= lastLine) {
        throw UnreadableContent.of(
            "an old workbook whose rows are not in their order",
            "a workbook as Excel writes it",
            "Open it in Excel, save it as .xlsx, and upload that.");
      }
      lastLine = line;
      return row(line);
    } catch (RuntimeException failure) {
      isOver = true;
      throw BinaryWorkbook.translated(failure);
    }
  }

  private Row row(long line) {
    String[] cells = new String[MOST_COLUMNS];
    Arrays.fill(cells, "");
    var typed = new BitSet();
    int width = 1;
    do {
      int column = waiting.getColumn();
      if (column >= 0 && column < MOST_COLUMNS) {
        cells[column] = text(waiting, column, typed);
        width = Math.max(width, column + 1);
      }
      waiting = nextCell();
    } while (waiting != null && waiting.getRow() + 1L == line);
    return merged.filled(new Row(line, Arrays.copyOf(cells, width), typed));
  }

  private CellValueRecordInterface nextCell() {
    for (Record record = nextOwn(); record != null; record = nextOwn()) {
      if (record instanceof CellValueRecordInterface cell) {
        return cell;
      }
    }
    return null;
  }

  /** The next record of the sheet itself; a chart in it has cells of its own. */
  private Record nextOwn() {
    while (!isOver) {
      Record record = records.nextRecord();
      if (record == null) {
        isOver = true;
      } else if (record instanceof BOFRecord begin) {
        depth++;
        isOver = depth == 1 && begin.getType() != BOFRecord.TYPE_WORKSHEET;
      } else if (record instanceof EOFRecord) {
        isOver = --depth == 0;
      } else if (depth == 1) {
        return record;
      }
    }
    return null;
  }

  private String text(CellValueRecordInterface cell, int column, BitSet typed) {
    if (cell instanceof LabelSSTRecord label) {
      return workbook.word(label.getSSTIndex());
    }
    if (cell instanceof LabelRecord label) {
      return label.getValue();
    }
    if (cell instanceof NumberRecord number) {
      typed.set(column);
      return workbook.number(number.getValue(), number.getXFIndex());
    }
    if (cell instanceof BoolErrRecord truth) {
      return truth.isBoolean() ? truth(truth.getBooleanValue()) : error(truth.getErrorValue());
    }
    return cell instanceof FormulaRecord formula ? result(formula, column, typed) : "";
  }

  private String result(FormulaRecord formula, int column, BitSet typed) {
    return switch (formula.getCachedResultTypeEnum()) {
      case STRING -> records.nextRecord() instanceof StringRecord text ? text.getString() : "";
      case BOOLEAN -> truth(formula.getCachedBooleanValue());
      case ERROR -> error(formula.getCachedErrorValue());
      default -> {
        typed.set(column);
        yield workbook.number(formula.getValue(), formula.getXFIndex());
      }
    };
  }

  private static String truth(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  private static String error(int code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A";
  }

  @Override
  public void close() {
    isOver = true;
  }
}

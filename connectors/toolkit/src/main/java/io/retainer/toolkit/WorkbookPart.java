package io.retainer.toolkit;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Looks at a part of a workbook while it is unpacked, before it is held in memory: words that would
 * fill it, cells beyond the last column there is, and whether cells are merged.
 */
final class WorkbookPart extends OutputStream {

  private static final byte[] REFERENCE = {' ', 'r', '=', '"'};
  private static final byte[] MERGED = {'m', 'e', 'r', 'g', 'e', 'C', 'e', 'l', 'l', ' '};
  private static final int LONGEST_COLUMN = 3;

  private final boolean isSheet;
  private final boolean isWords;
  private long bytes;
  private int matched;
  private int letters;
  private int merged;

  WorkbookPart(String name) {
    isSheet = name.startsWith("xl/worksheets/");
    isWords = name.startsWith("xl/sharedStrings");
  }

  /** Whether a cell reaches over others. */
  boolean hasMergedCells() {
    return merged == MERGED.length;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] part, int offset, int length) throws IOException {
    bytes += length;
    if (isWords && bytes > Limits.WORKBOOK_WORDS) {
      throw UnreadableContent.of(
          "a workbook with more than " + (Limits.WORKBOOK_WORDS >> 20) + " MiB of texts",
          "a workbook of figures",
          "Export it as CSV: a CSV may have any size.");
    }
    for (int i = offset; isSheet && i < offset + length; i++) {
      see(part[i]);
    }
  }

  private void see(byte next) throws UnreadableContent {
    if (merged < MERGED.length) {
      merged = next == MERGED[merged] ? merged + 1 : next == MERGED[0] ? 1 : 0;
    }
    if (matched == REFERENCE.length) {
      letters = next >= 'A' && next <= 'Z' ? letters + 1 : 0;
      matched = letters > 0 ? matched : 0;
      if (letters > LONGEST_COLUMN) {
        throw UnreadableContent.of(
            "a damaged workbook, with a cell beyond the last column there is",
            "a sound XLSX workbook",
            "Open it in Excel, save it again as .xlsx or as CSV UTF-8, and upload that.");
      }
      return;
    }
    letters = 0;
    matched = next == REFERENCE[matched] ? matched + 1 : next == REFERENCE[0] ? 1 : 0;
  }
}

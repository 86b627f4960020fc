package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the merged cells of a sheet of an XLSX workbook. They stand behind its rows, and the
 * library that reads the rows does not tell of them.
 */
final class MergedRanges {

  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final Pattern RELATION = Pattern.compile("<Relationship\\b[^>]*>");
  private static final Pattern RANGE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");
  private static final byte[] BEGIN = "mergeCell ref=\"".getBytes(ISO_8859_1);
  private static final int LONGEST = 40;

  private MergedRanges() {}

  /**
   * @param workbook all of its bytes
   * @param relation by which the workbook names the sheet
   */
  static MergedCells of(byte[] workbook, String relation) throws IOException {
    var merged = new MergedCells();
    String path = path(workbook, relation);
    try (var part = WorkbookParts.open(workbook, path)) {
      read(part, merged);
    }
    return merged;
  }

  private static String path(byte[] workbook, String relation) throws IOException {
    try (var part = WorkbookParts.open(workbook, RELATIONS)) {
      return path(new String(part.readNBytes(Limits.JSON_HEAD), UTF_8), relation);
    }
  }

  private static String path(String relations, String relation) {
    Matcher each = RELATION.matcher(relations);
    while (each.find()) {
      if (relation.equals(attribute(each.group(), "Id"))) {
        String target = attribute(each.group(), "Target");
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
      }
    }
    return "";
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(tag);
    return found.find() ? found.group(1) : "";
  }

  private static void read(InputStream sheet, MergedCells merged) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    int matched = 0;
    StringBuilder range = null;
    for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
      for (int i = 0; i < read; i++) {
        byte next = buffer[i];
        if (range != null) {
          if (next == '"' || range.length() > LONGEST) {
            reach(range.toString(), merged);
            range = null;
          } else {
            range.append((char) next);
          }
        } else {
          matched = next == BEGIN[matched] ? matched + 1 : next == BEGIN[0] ? 1 : 0;
          if (matched == BEGIN.length) {
            matched = 0;
            range = new StringBuilder();
          }
        }
      }
    }
  }

  private static void reach(String range, MergedCells merged) {
    Matcher cells = RANGE.matcher(range);
    if (cells.matches()) {
      merged.reach(
          column(cells.group(1)), Long.parseLong(cells.group(2)), Long.parseLong(cells.group(4)));
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }
}

package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a file has to be unpacked for, found once for all connectors that are asked about it. They
 * may carry a toolkit of another time, so that the forms of the answers have a version.
 */
final class FirstLook {

  private static final String SHEETS = "toolkit 1: heads of sheets of ";

  private FirstLook() {}

  /** The first rows of a sheet, and its place in the workbook. */
  record Head(String name, int index, List<Row> rows) {}

  /** What finds the heads. */
  interface Heads {
    List<Head> all() throws IOException;
  }

  /** An answer of the JDK's types, or why there is none. */
  static Object at(SourceFile file, String question, SourceFile.Look look) throws IOException {
    Object answer =
        file.once(
            question,
            () -> {
              try {
                return look.answer();
              } catch (UnreadableContent known) {
                return known.issue();
              }
            });
    if (answer instanceof ReadIssue issue) {
      throw new UnreadableContent(issue);
    }
    return answer;
  }

  /**
   * @param kind of workbook
   */
  static List<Head> heads(SourceFile file, String kind, Heads heads) throws IOException {
    Object told = at(file, SHEETS + kind, () -> heads.all().stream().map(FirstLook::told).toList());
    List<Head> found = new ArrayList<>();
    for (Object each : (List<?>) told) {
      Object[] head = (Object[]) each;
      List<Row> rows = ((List<?>) head[2]).stream().map(FirstLook::row).toList();
      found.add(new Head((String) head[0], (Integer) head[1], rows));
    }
    return found;
  }

  private static Object told(Head head) {
    return new Object[] {
      head.name(), head.index(), head.rows().stream().map(FirstLook::told).toList()
    };
  }

  private static Object told(Row row) {
    var typed = new BitSet();
    for (int i = 0; i < row.size(); i++) {
      typed.set(i, row.isTyped(i));
    }
    return new Object[] {row.line(), row.cells().toArray(String[]::new), typed.toLongArray()};
  }

  private static Row row(Object told) {
    Object[] row = (Object[]) told;
    return new Row((Long) row[0], (String[]) row[1], BitSet.valueOf((long[]) row[2]));
  }
}

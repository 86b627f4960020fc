package io.retainer.connector.yandex;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Fields of the Logs API: their names without an attribution, and lists in one cell. */
final class LogFields {

  private static final Headings NAMES = Headings.load(LogFields.class, "logs.txt");
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "ym:s:(cross_device_)?(last_?sign(ificant)?|last_yandex_direct_click|last|automatic)"
              + "(?=\\p{Lu})",
          Pattern.CASE_INSENSITIVE);

  private LogFields() {}

  static Columns columns(Row headings) {
    String[] cells = headings.cells().toArray(new String[0]);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = withoutAttribution(cells[i]);
    }
    return NAMES.match(Row.of(headings.line(), cells));
  }

  /** {@code ym:s:TrafficSource} for {@code ym:s:lastsignTrafficSource}. */
  static String withoutAttribution(String field) {
    return ATTRIBUTION.matcher(field.strip()).replaceFirst("ym:s:");
  }

  /** The members of {@code [12,15]} or {@code ['a','b']}. */
  static List<String> list(String cell) {
    var members = new ArrayList<String>();
    if (cell == null || !cell.startsWith("[") || !cell.endsWith("]")) {
      return members;
    }
    for (String member : cell.substring(1, cell.length() - 1).split(",")) {
      String plain = member.strip().replaceAll("^[\\\\'\"]+|[\\\\'\"]+$", "");
      if (!plain.isEmpty()) {
        members.add(plain);
      }
    }
    return members;
  }
}

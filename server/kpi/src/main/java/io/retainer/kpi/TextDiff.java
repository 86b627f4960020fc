package io.retainer.kpi;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** What changed from one text to the next, as lines with {@code -}, {@code +} or a space before. */
public final class TextDiff {

  private static final int LINES_AROUND = 2;

  private TextDiff() {}

  /** Empty when nothing changed. */
  public static List<String> lines(String before, String after) {
    List<String> old = before.isEmpty() ? List.of() : before.lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "before", "after", old, DiffUtils.diff(old, after.lines().toList()), LINES_AROUND);
    return lines.stream().skip(2).toList();
  }
}

package io.retainer.toolkit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dates in the name of a file, the year first: {@code Overview_2026-01-31}, {@code
 * 20260101_20260131}. Where a table does not say its days, the name often does.
 */
public final class DatesInName {

  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)(?!\\d)");

  private DatesInName() {}

  /** In the order of the name; an empty list when it holds none. */
  public static List<LocalDate> of(String name) {
    List<LocalDate> dates = new ArrayList<>();
    Matcher matcher = DATE.matcher(name);
    while (matcher.find()) {
      try {
        dates.add(
            LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))));
      } catch (DateTimeException otherNumber) {
        // Digits that are no date, such as an id.
      }
    }
    return dates;
  }
}

package io.retainer.connector.search;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An export of two periods side by side: each measure stands there twice, under a label in front of
 * its name or behind it. {@code Last 28 days Clicks, Previous 28 days Clicks} and {@code 2026/7/4 -
 * 2026/7/10 Clicks} are seen in programs that read such exports.
 *
 * @param current label of the period that was asked for
 * @param previous label of the one it is compared with
 */
record Comparison(String current, String previous) {

  private static final Headings WORDS = Headings.load(Comparison.class, "comparison.txt");
  private static final Pattern DAYS = Pattern.compile("(.*\\d)\\s*[-–—]\\s*(\\d.*)");
  private static final Pattern NUMBER = Pattern.compile("\\D*(\\d{1,3})\\D*");

  /**
   * The two labels of a file's sheets.
   *
   * @return empty when it compares nothing
   */
  static Optional<List<String>> labels(FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Halves> halves = Halves.of(sheet);
      if (halves.isPresent()) {
        return Optional.of(halves.get().labels());
      }
    }
    return Optional.empty();
  }

  /**
   * Which label is which.
   *
   * @return empty when two devices or countries are compared, or in words nobody taught us
   */
  static Optional<Comparison> of(List<String> labels) {
    if (labels.stream().allMatch(label -> span(label, Optional.empty()).isPresent())) {
      return Optional.of(new Comparison(labels.get(0), labels.get(1)));
    }
    boolean first = isPrevious(labels.get(0));
    boolean second = isPrevious(labels.get(1));
    if (first == second) {
      return Optional.empty();
    }
    return Optional.of(new Comparison(labels.get(first ? 1 : 0), labels.get(first ? 0 : 1)));
  }

  private static boolean isPrevious(String label) {
    String words = label.toLowerCase(Locale.ROOT);
    for (int i = 0; i < words.length(); i++) {
      for (int end = i + 1; end <= words.length(); end++) {
        if (WORDS.matches("previous", words.substring(i, end))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The days of the period that was asked for, when its label writes them out.
   *
   * @param given the days the user named, which tell 7/4 from 4/7
   */
  Optional<DateSpan> currentDays(Optional<DateSpan> given) {
    return span(current, given);
  }

  /** The days compared with: written out, or as many as there are, directly before. */
  Optional<DateSpan> previousDays(Optional<DateSpan> currentDays, Optional<DateSpan> given) {
    Optional<DateSpan> written = span(previous, given);
    if (written.isPresent() || currentDays.isEmpty()) {
      return written;
    }
    Matcher number = NUMBER.matcher(previous);
    long days = currentDays.get().days();
    boolean isAsLong = number.matches() && Long.parseLong(number.group(1)) == days;
    return isAsLong
        ? Optional.of(
            new DateSpan(currentDays.get().start().minusDays(days), currentDays.get().start()))
        : Optional.empty();
  }

  /** Two dates with a dash between them, whatever order of day and month reads them. */
  private static Optional<DateSpan> span(String label, Optional<DateSpan> given) {
    Matcher matcher = DAYS.matcher(label.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var readings = new ArrayList<DateSpan>();
    for (DateOrder order : DateOrder.values()) {
      var first = DateText.parse(matcher.group(1), order);
      var last = DateText.parse(matcher.group(2), order);
      if (first != null && last != null && !last.date().isBefore(first.date())) {
        var span = DateSpan.ofDays(first.date(), last.date());
        if (!readings.contains(span)) {
          readings.add(span);
        }
      }
    }
    return readings.size() == 1
        ? Optional.of(readings.get(0))
        : readings.stream().filter(span -> given.equals(Optional.of(span))).findFirst();
  }

  /** The file with the columns of one label only, as an export without comparison. */
  static FileContent half(FileContent content, String label) throws IOException {
    var sheets = new ArrayList<Sheet>();
    for (Sheet sheet : content.sheets()) {
      Optional<Halves> halves = Halves.of(sheet);
      sheets.add(halves.isPresent() ? halves.get().sheet(sheet, label) : sheet);
    }
    return new FileContent(content.kind(), sheets, List.of());
  }
}

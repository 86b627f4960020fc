package io.retainer.connector.google;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that begin with {@code #}: account and property once, then a title and two dates before
 * each table. Dates and their order are understood in every language; words only where they must
 * be.
 */
final class Preamble {

  private static final Headings WORDS = Headings.load(Preamble.class, "preamble.txt");
  private static final Pattern DATED = Pattern.compile("(.*?)[:：]\\s*(\\d{8})");
  private static final Pattern RANGE = Pattern.compile("(\\d{8})\\s*[-–]\\s*(\\d{8})");
  private static final Pattern NAMED = Pattern.compile("([^:：]{2,40})[:：]\\s*(.*)");

  private String property = "";
  private String title = "";
  private LocalDate start;
  private LocalDate end;
  private boolean bothDates;
  private int rulers;
  private boolean exploration;
  private boolean comparison;
  private boolean knownLanguage;
  private final List<String> block = new ArrayList<>();

  static boolean isLine(Row row) {
    return row.cell(0).stripLeading().startsWith("#");
  }

  private static String words(Row row) {
    String joined = String.join(",", row.cells().subList(0, Math.max(1, row.width())));
    return joined.strip().replaceFirst("^#+", "").strip();
  }

  void take(Row row) {
    String words = words(row);
    if (words.matches("-{8,}")) {
      // A file that lost its first line still has account and property above the second ruler.
      rulers = rulers == 0 && !block.isEmpty() ? 2 : rulers + 1;
      return;
    }
    Matcher dated = DATED.matcher(words);
    Matcher range = RANGE.matcher(words);
    if (range.matches() && rulers == 1 && bothDates) {
      comparison = true;
    } else if (range.matches()) {
      start = day(range.group(1));
      end = day(range.group(2));
      bothDates = true;
      exploration = rulers == 1;
    } else if (dated.matches()) {
      takeDate(dated);
    } else if (rulers == 1 || rulers == 0 && isOfBlock(words)) {
      takeOfBlock(words);
    } else if (!words.isEmpty()) {
      title = words;
    }
  }

  private void takeDate(Matcher dated) {
    LocalDate day = day(dated.group(2));
    boolean saysStart = WORDS.matches("start", dated.group(1));
    boolean saysEnd = WORDS.matches("end", dated.group(1));
    knownLanguage |= saysStart;
    boolean isEnd = saysEnd || !saysStart && start != null && !bothDates;
    if (isEnd) {
      end = day;
      bothDates = true;
    } else {
      start = day;
      end = null;
      bothDates = false;
    }
  }

  private static boolean isOfBlock(String words) {
    Matcher named = NAMED.matcher(words);
    return named.matches()
        && WORDS.key(named.group(1)).filter(Set.of("account", "property")::contains).isPresent();
  }

  /**
   * Between the rulers: what the report is called, then account and property, or an exploration.
   */
  private void takeOfBlock(String words) {
    if (!words.isEmpty()) {
      block.add(words);
      Matcher named = NAMED.matcher(words);
      if (named.matches() && WORDS.matches("property", named.group(1))) {
        property = named.group(2).strip();
      }
    }
  }

  private static LocalDate day(String digits) {
    var moment = DateText.parse(digits, null);
    return moment == null ? null : moment.date();
  }

  /** Whether lines between two rulers were seen, as every export begins. */
  boolean isComplete() {
    return rulers >= 2;
  }

  /** Whether something is left of it that only GA4 writes. */
  boolean isTelling() {
    return rulers > 0 || !block.isEmpty() || knownLanguage || bothDates;
  }

  /** The property: said so, or the first line of an exploration, or the last line of the block. */
  String property() {
    if (!property.isEmpty() || block.isEmpty()) {
      return property;
    }
    if (exploration) {
      return block.get(0);
    }
    Matcher named = NAMED.matcher(block.get(block.size() - 1));
    return named.matches() ? named.group(2).strip() : "";
  }

  Optional<DateSpan> period() {
    return start == null || end == null || end.isBefore(start)
        ? Optional.empty()
        : Optional.of(DateSpan.ofDays(start, end));
  }

  /** The title above the next table: a card's, or the name of a comparison. */
  String title() {
    return title;
  }

  /** Whether the title says "All Users", or says something in a language nobody taught us. */
  boolean isAllUsers() {
    return isAllUsers(title);
  }

  /** Whether the name of a segment or comparison says that it leaves nobody out. */
  static boolean isAllUsers(String name) {
    return WORDS.matches("all_users", name);
  }

  /** Whether the lines name two periods. */
  boolean isComparison() {
    return comparison;
  }

  /** Lines without rulers follow that belong between them, as in a workbook's first sheet. */
  void beginBlock() {
    rulers = 1;
  }

  boolean isInKnownLanguage() {
    return knownLanguage || exploration;
  }

  /** A table has begun: the next title belongs to the next one. */
  void consumeTitle() {
    title = "";
  }
}

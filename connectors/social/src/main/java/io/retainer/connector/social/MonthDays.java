package io.retainer.connector.social;

import java.time.DateTimeException;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days without a year, in whichever language the owner of the account reads the network: {@code
 * January 15}, {@code 15 января}, {@code 31 de julho}, {@code 15-Jan}, {@code 9月13日}.
 */
final class MonthDays {

  /** A longer cell is a text, on which the patterns below would spend their time. */
  private static final int LONGEST = 40;

  private static final List<String> LANGUAGES =
      List.of(
          "en", "ru", "be", "fi", "uk", "de", "fr", "es", "pt", "it", "pl", "nl", "sv", "da", "nb",
          "et", "lv", "lt", "cs", "ro", "tr", "id", "kk");
  private static final Map<String, Month> MONTHS = months();

  private static final Pattern NUMBERED =
      Pattern.compile("(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[.\\s-]*(?:de |of )?\\s*(\\p{L}[\\p{L}\\s]*)\\.?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}[\\p{L}\\s]*?)\\.?[\\s-]*(\\d{1,2})\\.?");

  private MonthDays() {}

  static Optional<MonthDay> parse(String cell) {
    if (cell.length() > LONGEST) {
      return Optional.empty();
    }
    String text = cell.strip().toLowerCase(Locale.ROOT);
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches()) {
      return of(Integer.parseInt(numbered.group(1)), numbered.group(2));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return of(dayFirst.group(2), dayFirst.group(1));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    return monthFirst.matches() ? of(monthFirst.group(1), monthFirst.group(2)) : Optional.empty();
  }

  private static Optional<MonthDay> of(String month, String day) {
    Month named = MONTHS.get(month.strip());
    return named == null ? Optional.empty() : of(named.getValue(), day);
  }

  private static Optional<MonthDay> of(int month, String day) {
    try {
      return Optional.of(MonthDay.of(month, Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = month.getDisplayName(style, locale).toLowerCase(locale).replace(".", "");
          if (name.chars().anyMatch(Character::isLetter)) {
            // The first language wins where two disagree: Polish "lis" and its like are rare.
            months.putIfAbsent(name, month);
          }
        }
      }
    }
    return months;
  }
}

package io.retainer.connector.ads;

import io.retainer.toolkit.Headings;

/** Words that stand in the cells of ads exports, in the platforms' languages. */
final class AdWords {

  private static final Headings WORDS = Headings.load(AdWords.class, "words.txt");

  private AdWords() {}

  /**
   * Whether the first cell of a line says that it is a total: {@code Total}, {@code Gesamt: Konto},
   * {@code Total - Search}, {@code Total of 12}, {@code Всего с 01.10.2026 по 31.10.2026}.
   */
  static boolean isTotal(String cell) {
    String text = cell.strip();
    return is("total", text)
        || is("total", before(text, ":"))
        || is("total", before(text, " - "))
        || is("total", before(text, " – "))
        || is("total", text.replaceFirst("[\\d(].*$", ""));
  }

  /**
   * Whether a platform is known to write a total so. {@code Total: Summer sale}, {@code Total -
   * Brand} and {@code Total 2026} may be the names of campaigns.
   */
  static boolean isKnownTotal(String cell) {
    String text = cell.strip();
    String counted = text.replaceFirst("[\\d(].*$", "").strip();
    boolean isPhrase = is("total", counted) && counted.indexOf(' ') > 0;
    return is("total", text) || isPhrase || isOfAccount(text) || is("of", of(text));
  }

  /** A total by a dash or a number behind the word: {@code Total - Search}, {@code Total 12}. */
  static boolean isLooselyTotal(String cell) {
    return !is("total", cell.strip()) && !is("total", before(cell.strip(), ":"));
  }

  /** A total of the account, whatever the table shows of it. */
  static boolean isOfAccount(String total) {
    String what = of(total);
    return is("account", what) || is("account", what.replaceFirst("^\\s*all ", ""));
  }

  /** What is added up, behind a colon or a dash. */
  private static String of(String total) {
    int sign = Math.max(total.indexOf(':'), total.indexOf(" - "));
    return total.substring(sign + 1).replaceFirst("^\\s*-", "");
  }

  /** What stands in a dimension of a line that is about all of its values. */
  static boolean isAll(String cell) {
    return is("all", cell);
  }

  /** {@code Semaine du 30 déc. 2024} without the words before its day. */
  static String ofWeek(String cell) {
    for (int blank = cell.indexOf(' '); blank > 0; blank = cell.indexOf(' ', blank + 1)) {
      if (is("week", cell.substring(0, blank))) {
        return cell.substring(blank + 1);
      }
    }
    return cell;
  }

  private static boolean is(String key, String word) {
    return WORDS.matches(key, word);
  }

  private static String before(String text, String sign) {
    int at = text.indexOf(sign);
    return at < 0 ? "" : text.substring(0, at);
  }
}

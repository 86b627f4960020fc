package io.retainer.kpi.script;

import io.retainer.kpi.KpiProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words and signs of other languages that no definition can have: of SQL, of spreadsheets, of
 * programs. They are found before the text is parsed, since the parser could only say that it does
 * not understand it.
 */
final class Slips {

  private static final int MOST = 20;
  private static final String HEADING = "the ')' after the id of a KPI is missing";
  private static final String BEFORE_A_NUMBER = "(?:[<>:]|==|!=|>=|<=)[ \\t]*+-?+";
  private static final String BY = "(?<=\\))[ \\t]*+[*/][ \\t]*+";
  private static final String AFTER_A_PART = "(?<=[\\w'\\])])[ \\t]++";

  /**
   * @param sign what is looked for; the first group is where the problem is. It gives nothing back
   *     and repeats nothing without a bound that it may have to try again from the next word: an
   *     author chooses the text
   */
  private record Slip(Pattern sign, String message, String advice) {

    static Slip of(String sign, String message, String advice) {
      return new Slip(Pattern.compile(sign), message, advice);
    }
  }

  /** {@code total between 1 and 2}; its "and" is none between conditions. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<![\\w.])(\\w{1,60}+)[ \\t]++(between|BETWEEN)[ \\t]++(-?+[\\w.]{1,60}+)[ \\t]++"
              + "(?:and|AND|&&)[ \\t]++(-?+[\\w.]{1,60}+)");

  private static final String SETTINGS =
      Vocabulary.SETTINGS.keySet().stream()
          .filter(word -> !word.equals("smallBase"))
          .collect(Collectors.joining("|"));

  private static final List<Slip> ALL =
      List.of(
          Slip.of(
              "(?m)^[ \\t]*+kpi[ \\t]*+\\([ \\t]*+'[^'\\n]{0,200}+'[ \\t]*+(\\{)",
              HEADING,
              "write kpi('area.name') {"),
          Slip.of(
              "(?m)^[ \\t]*+((?!(?:" + SETTINGS + ")\\b)(?i:" + SETTINGS + ")\\b)[ \\t]++[\\w']",
              "a setting with a capital letter",
              "settings are written in small letters, like unit money"),
          Slip.of(
              "(?m)^[ \\t]*+(?:title|about)\\b[^\\n'=]{0,40}?(=)(?!=)",
              "'=' between a language and its text",
              "write a colon: title en: '…'"),
          Slip.of(
              "(?m)^[ \\t]*+value[ \\t]++([^\\s{=:.])",
              "'value' without its braces",
              "write value { sum(clicks) }"),
          Slip.of(
              "(?m)^[ \\t]*+value[ \\t]*+(=)[ \\t]*+\\{",
              "'=' after 'value'",
              "leave it out: value { sum(clicks) }"),
          Slip.of(
              "\\{[ \\t]*+(=)[ \\t]*+[\\w(]",
              "a formula that begins with '=', as in a spreadsheet",
              "leave it out: value { sum(clicks) }"),
          Slip.of(
              "(,)[ \\t]*+\\n[ \\t]*+(?:" + SETTINGS + ")\\b[ \\t]++[\\w'{]",
              "a comma at the end of a setting",
              "leave it out; a setting that has more to say goes on in the next line"),
          Slip.of(
              "(?m)^[ \\t]*+by\\b[ \\t]++\\w[^\\n]{0,80}?[ \\t](and|AND|&&|\\+)[ \\t]",
              "'and' between two dimensions",
              "write a comma: by channel, device"),
          Slip.of(
              "(?m)^[ \\t]*+by\\b[ \\t]++\\w++(?:[ \\t]*+,[ \\t]*+\\w++){0,20}+[ \\t]++([a-zA-Z_])",
              "two dimensions without a comma",
              "write one between them: by channel, device"),
          Slip.of(
              "(?<![\\w.'])(select|SELECT)[ \\t]",
              "'select', as in SQL",
              "write from orders on a line of its own, and value { sum(total) }"),
          Slip.of(
              "(?<![\\w.'])(case|CASE)[ \\t]++(?:when|WHEN)\\b",
              "'case when', as in SQL",
              "say which rows count with where(…), like sum(total).where(status == 'placed')"),
          Slip.of(
              "(?<![\\w.'])(not|NOT)[ \\t]++(?!in\\b|IN\\b|null\\b|NULL\\b)[\\w(]",
              "'not' before a condition",
              "write ! and brackets: !(status == 'placed')"),
          Slip.of("(?m)^[ \\t]*+(--|#)", "a comment that begins with -- or #", "begin it with //"),
          Slip.of(
              "(?<=\\))[ \\t]*+(:)[ \\t]*+\\w++\\(",
              "':' between two parts of a formula",
              "divide with /"),
          Slip.of(
              "(?<=~)(')[a-z]{1,30}+[ \\t,.!?]",
              "a quote that ends the text before its end",
              "write \\' for one inside of a text, or put the text between two \""),
          Slip.of(AFTER_A_PART + "(and|AND)\\b", "'and' between two conditions", "write &&"),
          Slip.of(AFTER_A_PART + "(or|OR)\\b", "'or' between two conditions", "write ||"),
          Slip.of(
              "(?m)^[ \\t]*+(and|AND|or|OR)[ \\t]++[\\w(!]",
              "a line that begins with 'and' or 'or'",
              "write && or || at the end of the line before, and the rest behind it"),
          Slip.of(
              "(?m)^[ \\t]*+where\\b[^\\n=<>!]{0,80}?[\\w)][ \\t]*+(=)(?![=~])",
              "'=' between the two sides of a condition",
              "write =="),
          Slip.of(
              "(?:&&|\\|\\|)[ \\t]*+\\n[ \\t]*+\\w++[ \\t]*+(=)(?![=~])",
              "'=' between the two sides of a condition",
              "write =="),
          Slip.of(
              "(?m)^[ \\t]*+param\\b[^\\n]{0,200}?[:=][ \\t]*+(-?\\d++(?:[.,]\\d++)?[ \\t]*+[A-Za-z%$]++)",
              "a number with its unit behind it",
              "write the unit in front: money(3.50, 'EUR'), percent(0.05) for 5 %, or days(90)"),
          Slip.of(
              "(?m)^[ \\t]*+param[ \\t]++[a-zA-Z]\\w{0,40}+[ \\t]*+(=|(?=['\\d\\[]))",
              "'param' without a colon",
              "put one after the name: param notRankedAs: 101"),
          Slip.of(
              "\\b(?:money|percent|count|days|hours|minutes|seconds)[ \\t]*+\\([ \\t]*+(\\d++,\\d++)[ \\t]*+[,)]",
              "a number with a comma",
              "write a point: 10.5"),
          Slip.of(AFTER_A_PART + "(<>)", "'<>' between two sides", "write !="),
          Slip.of(
              "[{;][ \\t]*+\\w++[ \\t]*+=[^=;{}\\n]{1,80}?\\)[ \\t]*+(,)[ \\t]*+\\w++[ \\t]*+=(?!=)",
              "a comma between two results",
              "write each on a line of its own, or ; between them"),
          Slip.of(
              AFTER_A_PART + "(not[ \\t]++in|NOT[ \\t]++IN)\\b",
              "'not in'",
              "turn it round: !(country in ['FI', 'SE'])"),
          Slip.of(
              AFTER_A_PART + "(like|LIKE)\\b",
              "'like' with a pattern",
              "write column.contains('part'), startsWith or endsWith, without %"),
          Slip.of(
              AFTER_A_PART + "(is[ \\t]++null|is[ \\t]++not[ \\t]++null|IS[ \\t]++N\\w++)\\b",
              "'is null'",
              "write column == null, or != null"),
          Slip.of(
              "(?<![\\w.])(\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3}){1,6}+)\\b",
              "a number in several parts", "write its digits together, like 1000"),
          Slip.of(
              "(?:"
                  + BEFORE_A_NUMBER
                  + "|(?<![\\w.,])(?=\\d{1,3},000))(\\d{1,3}(?:,\\d{3}){1,6}+)(?![\\d,])",
              "a number with a comma",
              "write no sign between thousands, like 1000, and a point before decimals, like 10.5"),
          Slip.of(
              "(?:" + BEFORE_A_NUMBER + "|" + BY + ")(\\d++,(?!\\d{3}(?!\\d))\\d++)",
              "a number with a comma",
              "write a point: 10.5"),
          Slip.of(
              "(?<=[\\w'\\])])(?<!\\bnot|\\bNOT)[ \\t]++(IN\\b|in[ \\t]*+\\([ \\t]*+['\\d])",
              "a list in round brackets, as in SQL",
              "write small letters and square brackets: status in ['placed', 'paid']"),
          Slip.of(
              "\\b(group[ \\t]++by|GROUP[ \\t]++BY)\\b",
              "'group by'",
              "write by channel, on a line of its own beside value"),
          Slip.of("\\b(count[ \\t]*+\\([ \\t]*+\\*[ \\t]*+\\))", "count(*)", "write count()"),
          Slip.of(
              "\\bkpi[ \\t]*+\\([ \\t]*+([a-z][a-z0-9-]*+\\.[a-z][a-z0-9-]*+)[ \\t]*+\\)",
              "a KPI's id without quotes",
              "write kpi('area.name')"),
          Slip.of(
              "\\b(if|IF)[ \\t]*+\\(",
              "'if' is no word of a definition",
              "say which rows count with where(…), like sum(total).where(status == 'placed')"),
          Slip.of(
              "(?<![\\w.])(return)\\b",
              "'return' is no word of a definition",
              "leave it out: the formula is the value"),
          Slip.of(
              "(?<=['\\]\\d])[ \\t]++([a-z][a-z_]*+)[ \\t]*+:",
              "no comma before this word",
              "put one there, like example 'title', rows: [[total: 1, items: 2]], expect: 1"));

  private Slips() {}

  /** All there are, in a text of bearable size. */
  static List<KpiProblem> of(String file, String text) {
    if (text.length() > ScriptGuard.MOST_CHARACTERS) {
      return List.of();
    }
    Problems found = new Problems(file);
    List<Integer> lines = lineStarts(text);
    Set<Place> told = new HashSet<>();
    String bare = withoutBetween(withoutTexts(text), lines, found);
    for (Slip slip : ALL) {
      Matcher matcher = slip.sign.matcher(bare);
      while (found.size() < MOST && matcher.find()) {
        Place at = place(lines, matcher.start(1));
        if (told.add(at)) {
          found.add(at, slip.message, slip.advice);
        }
      }
    }
    return found.list();
  }

  private static String withoutBetween(String text, List<Integer> lines, Problems found) {
    StringBuilder bare = new StringBuilder(text);
    Matcher matcher = BETWEEN.matcher(text);
    while (found.size() < MOST && matcher.find()) {
      found.add(
          place(lines, matcher.start(2)),
          "'between' two bounds",
          "write %1$s >= %2$s && %1$s <= %3$s"
              .formatted(matcher.group(1), matcher.group(3), matcher.group(4)));
      for (int i = matcher.start(2); i < matcher.end(); i++) {
        bare.setCharAt(i, ' ');
      }
    }
    return bare.toString();
  }

  /** Whether it is not known where a definition begins, so that nothing else can be said. */
  static boolean areHeadings(List<KpiProblem> slips) {
    return slips.stream().anyMatch(slip -> slip.message().equals(HEADING));
  }

  static Set<Integer> lines(List<KpiProblem> slips) {
    Set<Integer> lines = new TreeSet<>();
    slips.forEach(slip -> lines.add(slip.line()));
    return lines;
  }

  /** What stands in quotes and comments says nothing: it is blotted out, letter by letter. */
  private static String withoutTexts(String text) {
    StringBuilder bare = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      for (int i = at; i < end; i++) {
        boolean isQuote = text.charAt(at) != '/' && (i == at || i == end - 1);
        if (!isQuote && text.charAt(i) != '\n') {
          bare.setCharAt(i, text.charAt(at) == '/' ? ' ' : '~');
        }
      }
      if (end > at && text.charAt(at) != '/') {
        bare.setCharAt(at, '\'');
        bare.setCharAt(end - 1, '\'');
      }
      at = Math.max(end, at + 1);
    }
    return bare.toString();
  }

  /** Where what begins here is over; the same place when it is neither text nor comment. */
  private static int end(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '"') {
      int i = at + 1;
      while (i < text.length() && text.charAt(i) != c && text.charAt(i) != '\n') {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      return Math.min(i + 1, text.length());
    }
    if (text.startsWith("//", at)) {
      int line = text.indexOf('\n', at);
      return line < 0 ? text.length() : line;
    }
    if (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      return close < 0 ? text.length() : close + 2;
    }
    return at;
  }

  private static List<Integer> lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
    return starts;
  }

  private static Place place(List<Integer> lines, int offset) {
    int found = java.util.Collections.binarySearch(lines, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Place(line + 1, offset - lines.get(line) + 1);
  }
}

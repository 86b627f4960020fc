package io.retainer.kpi.script;

import java.util.List;
import java.util.Optional;

/**
 * Looks at a script before Groovy's parser does. Some short texts keep that parser busy for minutes
 * or overflow its stack: rows of {@code <}, thousands of operators, deep brackets, enormous
 * exponents. They are refused here, together with every sign no definition needs: annotations,
 * string templates, keywords.
 *
 * <p>It reads strings and comments exactly as Groovy does because it refuses the forms that are
 * ambiguous: slashy and dollar strings, unicode escapes.
 */
final class ScriptGuard {

  static final int MOST_CHARACTERS = 64 * 1024;

  private static final String TOO_LONG = Script.LIMITS + "; make several files of it";
  static final int MOST_LINES = 2_000;
  private static final int LONGEST_NUMBER = 25;
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_PROBLEMS = 20;
  private static final String SIGNS = "(){}[],.:;=+-*/<>!&|";

  private final String text;
  private final Problems problems;
  private final ScriptLimits limits;
  private int at;
  private int line = 1;
  private int lineStart;
  private int nextWord;
  private boolean lastWasOperand;
  private int indentedLine;
  private int firstOfLine;

  private ScriptGuard(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
    this.limits = new ScriptLimits(problems);
  }

  /**
   * The outermost blocks of a text that may be shown to the parser; empty when it may not, and the
   * problems say why.
   */
  static Optional<List<ScriptLimits.Outermost>> admit(String text, Problems problems) {
    int before = problems.size();
    if (text.length() > MOST_CHARACTERS) {
      problems.addForFile("the script has " + text.length() + " characters", TOO_LONG);
      return Optional.empty();
    }
    ScriptGuard guard = new ScriptGuard(text, problems);
    guard.look();
    return problems.size() == before ? Optional.of(guard.limits.blocks()) : Optional.empty();
  }

  private void look() {
    while (at < text.length()
        && problems.size() < MOST_PROBLEMS
        && line <= MOST_LINES
        && !limits.areHopeless()) {
      char c = text.charAt(at);
      if (c == '\n') {
        if (lastWasOperand && at >= nextWord && !goesOn()) {
          limits.line(here());
        }
        newLine();
      } else if (c == '\r') {
        carriageReturn();
      } else if (c == ' ' || c == '\t') {
        at++;
      } else if (text.startsWith("//", at)) {
        at = endOfLine();
      } else if (text.startsWith("/*", at)) {
        blockComment();
      } else if (c == '\'' || c == '"') {
        quoted(c);
      } else if (isDigit(c)) {
        number();
      } else if (isLetter(c)) {
        word();
      } else if (SIGNS.indexOf(c) >= 0) {
        sign(c);
      } else {
        stranger(c);
      }
    }
    if (line > MOST_LINES) {
      problems.add(here(), "the script has more than " + MOST_LINES + " lines", TOO_LONG);
    } else if (problems.size() < MOST_PROBLEMS && !limits.areHopeless()) {
      limits.end();
    }
  }

  private void newLine() {
    limits.lineOfText(here());
    at++;
    line++;
    lineStart = at;
  }

  /** For the parser it ends a line, for editors it does not. */
  private void carriageReturn() {
    if (!text.startsWith("\r\n", at)) {
      problems.add(
          here(),
          "a line end that only very old machines write",
          "save the file with LF line ends");
    }
    at++;
  }

  /** Whether the next line begins with an operator, so that the parser takes both for one. */
  private boolean goesOn() {
    nextWord = Definition.afterBlanks(text, at);
    return nextWord < text.length()
        && ("=+-*/<>!&|.:".indexOf(text.charAt(nextWord)) >= 0 || text.startsWith("in ", nextWord));
  }

  private Place here() {
    return new Place(line, at - lineStart + 1);
  }

  private int endOfLine() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private void blockComment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      problems.add(here(), "a comment is never closed", "end it with */");
      at = text.length();
      return;
    }
    skipTo(end + 2);
  }

  private void skipTo(int end) {
    while (at < end) {
      if (text.charAt(at) == '\n') {
        newLine();
      } else {
        at++;
      }
    }
  }

  private void quoted(char quote) {
    Place start = here();
    operand(start);
    lastWasOperand = true;
    if (text.startsWith(String.valueOf(quote).repeat(3), at)) {
      problems.add(start, "a text in three quotes", "use one quote: '…'");
      at = text.length();
      return;
    }
    int begin = ++at;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at);
      if (c == '\n') {
        problems.add(
            start,
            "the text is not closed on its line",
            "end it with " + quote + "; one inside of it is written \\" + quote);
        return;
      }
      if (c == '$' && quote == '"') {
        problems.add(here(), "a text with $ in double quotes", "use single quotes: '…'");
      }
      if (c == '\\') {
        at++;
        if (at >= text.length() || "'\"\\".indexOf(text.charAt(at)) < 0) {
          problems.add(
              here(), "an escape that is not \\' or \\\" or \\\\", "write the letter itself");
          at = Math.min(at, text.length() - 1);
          if (text.charAt(at) == '\n') {
            return;
          }
        }
      } else if (Character.isISOControl(c) && c != '\t') {
        problems.add(here(), "a control character in a text", "remove it");
      }
      at++;
    }
    if (at >= text.length()) {
      problems.add(start, "the text is never closed", "end it with " + quote);
    } else if (at - begin > LONGEST_TEXT) {
      problems.add(start, "a text of " + (at - begin) + " letters", "shorten it");
    }
    at++;
  }

  private void operand(Place start) {
    limits.token(start);
    if (lastWasOperand) {
      limits.besideAnother(start);
    }
  }

  private void number() {
    Place start = here();
    operand(start);
    lastWasOperand = true;
    int begin = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || isDecimalPoint())) {
      at++;
    }
    if (at - begin > LONGEST_NUMBER) {
      problems.add(start, "a number of " + (at - begin) + " digits", "use a shorter one");
    }
    if (at < text.length() && isLetter(text.charAt(at))) {
      problems.add(
          start,
          "a number followed by '" + text.charAt(at) + "'",
          "write plain digits and a point, like 1500 or 0.05");
      while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
        at++;
      }
    } else if (begin + 1 < at && text.charAt(begin) == '0' && isDigit(text.charAt(begin + 1))) {
      problems.add(start, "a number that begins with 0", "write it without the leading zero");
    }
  }

  private boolean isDecimalPoint() {
    return text.charAt(at) == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
  }

  private void word() {
    Place start = here();
    int begin = at;
    while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String word = text.substring(begin, at);
    if (indentation() == start.column() && isSetting(word) && limits.setting(start)) {
      lastWasOperand = false;
    }
    if (word.equals("in")) {
      limits.token(start);
    } else {
      operand(start);
    }
    lastWasOperand = !word.equals("in");
    if (!lastWasOperand) {
      limits.operator(start);
      limits.ambiguous(start);
    }
    if (word.length() > LONGEST_WORD) {
      problems.add(start, "a word of " + word.length() + " letters", "use a shorter one");
    } else {
      Keywords.check(word, start, problems);
    }
  }

  /** A word of a setting that something follows, so that it is no key and no part of a formula. */
  private boolean isSetting(String word) {
    int next = at;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    return Vocabulary.SETTINGS.containsKey(word)
        && next < text.length()
        && "\n\r:,;)].=*/<>&|+?".indexOf(text.charAt(next)) < 0;
  }

  private void sign(char c) {
    Place place = here();
    if (c == '{' && limits.isInBrackets()) {
      problems.add(
          place, "a '{' inside of ( … ) or [ … ]", "a block stands by itself: value { … }");
    }
    Operators.check(text, at, place, problems);
    limits.sign(c, place);
    boolean wasOperand = lastWasOperand;
    lastWasOperand = c == ')' || c == ']' || c == '}';
    at++;
    switch (c) {
      case '(', '[', '{' -> limits.open(c, place, at - 1, indentation(), wasOperand);
      case ')', ']', '}' -> at = limits.close(c, place, at - 1) ? at : text.length();
      case '<', '>' -> limits.comparison(place);
      case '/' -> {
        operator(place);
        if (!wasOperand) {
          problems.add(place, "a '/' that divides nothing", "quote texts with '…'");
        }
      }
      case '+', '-' -> {
        operator(place);
        if (wasOperand && isAfterBracket()) {
          limits.ambiguous(place);
        }
      }
      case ';' -> {
        if (limits.isInBrackets()) {
          problems.add(
              place,
              "a ';' between what stands in brackets",
              "write a comma; numbers have a point: percentile(total, 90.5)");
        }
        limits.line(place);
      }
      case '.' -> limits.link(place);
      case '*', '&', '|', '!', '=' -> operator(place);
      default -> {}
    }
  }

  /** The column where this line begins to say something. */
  private int indentation() {
    if (indentedLine != line) {
      indentedLine = line;
      firstOfLine = lineStart;
      while (firstOfLine < at && Character.isWhitespace(text.charAt(firstOfLine))) {
        firstOfLine++;
      }
    }
    return firstOfLine - lineStart + 1;
  }

  private boolean isAfterBracket() {
    int before = at - 2;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return before >= 0 && text.charAt(before) == ')';
  }

  /** Two signs side by side are one operator, {@code &&}, unless the second stands by itself. */
  private void operator(Place place) {
    boolean isSecond = at >= 2 && "+-*/&|!=<>".indexOf(text.charAt(at - 2)) >= 0;
    boolean byItself = text.charAt(at - 1) == '-' || text.charAt(at - 1) == '!';
    if (!isSecond || byItself) {
      limits.operator(place);
      boolean isComparison = at < text.length() && text.charAt(at) == '=';
      if (text.charAt(at - 1) == '=' && !isComparison) {
        limits.assignment(place);
      }
    }
  }

  private void stranger(char c) {
    StrangeSign.report(c, here(), problems);
    at++;
    // One word in other letters is one problem.
    while (Character.isLetter(c)
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
  }
}

package io.retainer.compute.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Looks at a computation before Groovy's parser does: its size, its signs and keywords, how deep
 * and how long it goes. Forms that could be read in two ways (strings with templates or slashes,
 * unicode escapes) are refused, so it reads texts and comments exactly as Groovy does.
 */
final class TextGuard {

  static final int MOST_CHARACTERS = 8_000;
  private static final int MOST_TOKENS = 1_200;
  private static final int DEEPEST = 12;
  private static final int MOST_OPERATORS = 150;
  private static final int MOST_IN_A_LINE = 16;
  private static final int MOST_ASSIGNMENTS_IN_A_LINE = 3;
  private static final int MOST_AMBIGUOUS = 24;
  private static final int MOST_COMPARISONS = 40;
  private static final int MOST_SEMICOLONS = 100;
  private static final int LONGEST_WORD = 60;
  private static final int LONGEST_NUMBER = 18;
  private static final String SIGNS = "(){}[],.:;=+-*/<>!&|?%";

  /** Keywords that are admitted. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "def",
          "if",
          "else",
          "for",
          "in",
          "while",
          "return",
          "break",
          "continue",
          "true",
          "false",
          "null",
          "int",
          "long",
          "double",
          "boolean");

  private static final Set<String> GROOVY =
      Set.of(
          ("abstract as assert async await byte case catch char class const default defer do enum"
                  + " extends final finally float goto implements import instanceof interface"
                  + " module native new package permits private protected public record sealed"
                  + " short static strictfp super switch synchronized this thisObject threadsafe"
                  + " throw throws trait transient try val var void volatile yield owner delegate"
                  + " metaClass")
              .split(" "));

  private final String text;
  private final Findings findings;
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;
  private int line;
  private int lineStart;
  private int tokens;
  private int operators;
  private int operatorsInLine;
  private int assignmentsInLine;
  private int ambiguous;
  private int comparisons;
  private int semicolons;
  private boolean lastWasOperand;

  private TextGuard(String text, int line, int column, Findings findings) {
    this.text = text;
    this.line = line;
    this.lineStart = 1 - column;
    this.findings = findings;
  }

  /** Whether the text may be shown to the parser; else the findings say why not. */
  static boolean admits(String text, int line, int column, Findings findings) {
    if (text.length() > MOST_CHARACTERS) {
      findings.add(
          line,
          column,
          "the computation has " + text.length() + " characters",
          "it has at most " + MOST_CHARACTERS);
      return false;
    }
    new TextGuard(text, line, column, findings).look();
    return findings.isEmpty();
  }

  private void look() {
    while (at < text.length() && !findings.isFull()) {
      char c = text.charAt(at);
      if (c == '\n') {
        newLine();
      } else if (c == ' ' || c == '\t') {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        find("a comment between /* and */", "write // …");
        at = text.length();
      } else if (c == '\'') {
        quoted();
      } else if (isDigit(c)) {
        number();
      } else if (isLetter(c)) {
        word();
      } else if (SIGNS.indexOf(c) >= 0) {
        sign(c);
      } else {
        find(
            shown(c) + " is no sign of a computation",
            c == '"' ? "use single quotes" : "remove it");
        at++;
      }
    }
    if (tokens == semicolons && findings.isEmpty()) {
      find("the computation is empty", "end it with its value");
    }
    if (!open.isEmpty() && findings.isEmpty()) {
      find("a bracket '" + open.peek() + "' is never closed", "add the closing bracket");
    }
  }

  private void newLine() {
    at++;
    line++;
    lineStart = at;
    if (lastWasOperand) {
      operatorsInLine = 0;
      assignmentsInLine = 0;
    }
  }

  private void find(String message, String advice) {
    findings.add(line, at - lineStart + 1, message, advice);
  }

  private void token() {
    if (++tokens == MOST_TOKENS + 1) {
      find("more than " + MOST_TOKENS + " words", "split the computation");
    }
  }

  private void quoted() {
    token();
    if (text.startsWith("'''", at)) {
      find("a text in three quotes", "use one quote: '…'");
      at = text.length();
      return;
    }
    for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        at = i + 1;
        lastWasOperand = true;
        return;
      } else if (c == '\\' || Character.isISOControl(c)) {
        find("an escape or a control character in a text", "write the letter itself");
        break;
      } else if (UnseenSigns.has(text.codePointAt(i))) {
        find("a sign in a text that is not seen, or turns what stands around it", "remove it");
        break;
      }
    }
    find("a text that is not closed on its line", "end it with '");
    at = text.length();
  }

  private void number() {
    token();
    int begin = at;
    while (at < text.length()
        && (isDigit(text.charAt(at))
            || text.charAt(at) == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      at++;
    }
    boolean isPlain = at == text.length() || !isLetter(text.charAt(at));
    boolean isOctal = at - begin > 1 && text.charAt(begin) == '0' && text.charAt(begin + 1) != '.';
    if (!isPlain || isOctal || at - begin > LONGEST_NUMBER) {
      find("a number of an unusual form", "write it plainly, like 1200 or 0.5");
    }
    lastWasOperand = true;
  }

  private void word() {
    token();
    int begin = at;
    int end = at;
    while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    String word = text.substring(begin, end);
    if (word.length() > LONGEST_WORD) {
      find("a word of " + word.length() + " letters", "use a shorter one");
    } else if (GROOVY.contains(word)) {
      find("'" + word + "' is no word of a computation", Instead.ofMethod(word));
    }
    lastWasOperand = !KEYWORDS.contains(word) || Set.of("true", "false", "null").contains(word);
    if (word.equals("in")) {
      operator();
    }
    at = end;
  }

  private void sign(char c) {
    token();
    boolean wasOperand = lastWasOperand;
    lastWasOperand = c == ')' || c == ']' || c == '}';
    switch (c) {
      case '(', '[', '{' -> {
        open.push(c);
        if (open.size() == DEEPEST + 1) {
          find("brackets more than " + DEEPEST + " deep", "simplify it");
        }
      }
      case ')', ']', '}' -> close(c);
      case ';' -> {
        operatorsInLine = 0;
        assignmentsInLine = 0;
        if (++semicolons == MOST_SEMICOLONS + 1) {
          find("more than " + MOST_SEMICOLONS + " ';'", "write lines");
        }
      }
      case '<', '>' -> {
        operator();
        if (++comparisons == MOST_COMPARISONS + 1) {
          find("more than " + MOST_COMPARISONS + " comparisons", "split the computation");
        }
      }
      case '/' -> {
        operator();
        if (!wasOperand) {
          find("a '/' that divides nothing", "quote texts with '…'");
        }
      }
      case '+', '-' -> {
        operator();
        if (isAfterBracket() && ++ambiguous == MOST_AMBIGUOUS + 1) {
          find("more than " + MOST_AMBIGUOUS + " times ')+' or ')-'", "use names for parts");
        }
      }
      case '=' -> {
        operator();
        if (isAssignment() && ++assignmentsInLine == MOST_ASSIGNMENTS_IN_A_LINE + 1) {
          find("more than " + MOST_ASSIGNMENTS_IN_A_LINE + " '=' in one line", "use several lines");
        }
      }
      case '*', '&', '|', '!', '?', ':', '%' -> operator();
      default -> {}
    }
    at++;
  }

  private boolean isAfterBracket() {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return before >= 0 && text.charAt(before) == ')';
  }

  private boolean isAssignment() {
    boolean isFirst = at + 1 < text.length() && text.charAt(at + 1) == '=';
    boolean isSecond = at > 0 && "=!<>".indexOf(text.charAt(at - 1)) >= 0;
    return !isFirst && !isSecond;
  }

  private void operator() {
    if (++operators == MOST_OPERATORS + 1) {
      find("more than " + MOST_OPERATORS + " operators", "split the computation");
    }
    if (++operatorsInLine == MOST_IN_A_LINE + 1) {
      find("more than " + MOST_IN_A_LINE + " operators in one line", "use several lines");
    }
  }

  private void close(char c) {
    if (open.isEmpty() || "([{".indexOf(open.pop()) != ")]}".indexOf(c)) {
      find("'" + c + "' closes nothing", "remove it or add the opening bracket");
      at = text.length();
    }
  }

  private static String shown(char c) {
    return c < ' ' || c > 126 ? "character U+%04X".formatted((int) c) : "'" + c + "'";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}

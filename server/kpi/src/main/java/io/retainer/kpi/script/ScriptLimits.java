package io.retainer.kpi.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How much of everything a definition may have, so that the parser is done with it in no time. What
 * is counted begins anew with each definition.
 */
final class ScriptLimits {

  private static final int DEEPEST = 16;
  private static final int MOST_COMPARISONS = 40;
  private static final int MOST_COMPARISONS_IN_BRACKETS = 8;
  private static final int MOST_OPERATORS = 80;
  private static final int MOST_ASSIGNMENTS = 12;
  private static final int MOST_AMBIGUOUS = 24;
  private static final int MOST_LINES = 150;
  private static final int MOST_TOKENS = 6_000;

  private final Problems problems;
  private final Deque<Bracket> open = new ArrayDeque<>();
  private final List<Outermost> blocks = new ArrayList<>();
  private int tokens;
  private int operators;
  private int comparisons;
  private int assignments;
  private int ambiguous;
  private int lines;
  private int lineOfToken;
  private boolean isTooDeep;

  ScriptLimits(Problems problems) {
    this.problems = problems;
  }

  /**
   * A bracket {@code { … }} that stands in no other one.
   *
   * @param from offset of the opening brace
   * @param to offset of the closing brace
   */
  record Outermost(int from, int to) {}

  private static final class Bracket {
    final char sign;
    final Place place;
    final int offset;
    int comparisons;

    Bracket(char sign, Place place, int offset) {
      this.sign = sign;
      this.place = place;
      this.offset = offset;
    }
  }

  /** The outermost blocks so far. */
  List<Outermost> blocks() {
    return List.copyOf(blocks);
  }

  void open(char sign, Place place, int offset) {
    open.push(new Bracket(sign, place, offset));
    if (open.size() > DEEPEST && !isTooDeep) {
      isTooDeep = true;
      problems.add(place, "brackets more than " + DEEPEST + " deep", "simplify the expression");
    }
  }

  /** False when the bracket closes nothing, so that what follows cannot be understood. */
  boolean close(char sign, Place place, int offset) {
    if (open.isEmpty() || "([{".indexOf(open.peek().sign) != ")]}".indexOf(sign)) {
      problems.add(place, "'" + sign + "' closes nothing", "remove it or add the opening bracket");
      open.clear();
      return false;
    }
    Bracket closed = open.pop();
    if (open.isEmpty() && sign == '}') {
      blocks.add(new Outermost(closed.offset, offset));
      tokens = 0;
      operators = 0;
      comparisons = 0;
      assignments = 0;
      ambiguous = 0;
      lines = 0;
    }
    return true;
  }

  void comparison(Place place) {
    comparisons++;
    int inBrackets = open.isEmpty() ? comparisons : ++open.peek().comparisons;
    boolean isManyHere = inBrackets == MOST_COMPARISONS_IN_BRACKETS + 1 && !isBlock();
    if (isManyHere || comparisons == MOST_COMPARISONS + 1) {
      problems.add(
          place, "too many '<' and '>' in one definition", "combine the conditions with in [ … ]");
    }
  }

  /** Directly inside the definition, comparisons stand on lines of their own. */
  private boolean isBlock() {
    return open.size() == 1 && open.peek().sign != '[';
  }

  void operator(Place place) {
    if (++operators == MOST_OPERATORS + 1) {
      problems.add(
          place,
          "more than " + MOST_OPERATORS + " operators in one definition",
          "split it: other KPIs are operands, kpi('area.name')");
    }
  }

  /** Each {@code =} in a row doubles the parser's work. */
  void assignment(Place place) {
    if (++assignments == MOST_ASSIGNMENTS + 1) {
      problems.add(place, "more than " + MOST_ASSIGNMENTS + " '=' in one definition", "split it");
    }
  }

  /** {@code (a) - b} may be a cast of {@code -b}, and {@code in} a name: the parser tries both. */
  void ambiguous(Place place) {
    if (++ambiguous == MOST_AMBIGUOUS + 1) {
      problems.add(
          place,
          "more than " + MOST_AMBIGUOUS + " times 'in', ')+' or ')-' in one definition",
          "split it: other KPIs are operands, kpi('area.name')");
    }
  }

  /** A line that ends inside a block ends a setting; one inside other brackets ends nothing. */
  void line(Place place) {
    boolean isInBlock = lineOfToken == place.line() && !open.isEmpty() && open.peek().sign != '[';
    if (isInBlock && ++lines == MOST_LINES + 1) {
      problems.add(place, "more than " + MOST_LINES + " lines of settings", "split the KPI");
    }
  }

  void token(Place place) {
    lineOfToken = place.line();
    if (++tokens == MOST_TOKENS + 1) {
      problems.add(
          place, "more than " + MOST_TOKENS + " words in one definition", "use fewer example rows");
    }
  }

  /** The text is over. */
  void end() {
    if (!open.isEmpty()) {
      Bracket last = open.peek();
      problems.add(last.place, "'" + last.sign + "' is never closed", "add the closing bracket");
    }
  }
}

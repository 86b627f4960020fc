package io.retainer.kpi.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of everything a definition may have, so that the parser is done with it in no time. What
 * is counted begins anew with each definition.
 */
final class ScriptLimits {

  private static final int MOST_COMPARISONS = 40;
  private static final int MOST_COMPARISONS_IN_BRACKETS = 8;
  private static final int MOST_OPERATORS = 80;
  private static final int MOST_ASSIGNMENTS = 12;
  private static final int MOST_AMBIGUOUS = 24;
  private static final int MOST_LINES = 150;
  private static final int MOST_TOKENS = 6_000;

  private final Problems problems;
  private final Brackets brackets;
  private final List<Outermost> blocks = new ArrayList<>();
  private int tokens;
  private int operators;
  private int comparisons;
  private int assignments;
  private int ambiguous;
  private int lines;
  private int lineOfToken;
  private Optional<Waiting> waiting = Optional.empty();

  ScriptLimits(Problems problems) {
    this.problems = problems;
    this.brackets = new Brackets(problems);
  }

  /**
   * A bracket {@code { … }} that stands in no other one.
   *
   * @param from offset of the opening brace
   * @param to offset of the closing brace
   */
  record Outermost(int from, int to) {}

  /** The outermost blocks so far. */
  List<Outermost> blocks() {
    return List.copyOf(blocks);
  }

  void open(char sign, Place place, int offset, int indentation) {
    brackets.open(sign, place, offset, indentation);
  }

  /** False when the bracket closes nothing, so that what follows cannot be understood. */
  boolean close(char sign, Place place, int offset) {
    Optional<Brackets.Bracket> closed = brackets.close(sign, place);
    if (closed.isPresent() && brackets.areClosed() && sign == '}') {
      blocks.add(new Outermost(closed.get().offset, offset));
      tokens = 0;
      operators = 0;
      comparisons = 0;
      assignments = 0;
      ambiguous = 0;
      lines = 0;
    }
    return closed.isPresent();
  }

  void comparison(Place place) {
    comparisons++;
    int inBrackets = brackets.innermost().map(b -> ++b.comparisons).orElse(comparisons);
    boolean isManyHere = inBrackets == MOST_COMPARISONS_IN_BRACKETS + 1 && !isBlock();
    if (isManyHere || comparisons == MOST_COMPARISONS + 1) {
      problems.add(
          place, "too many '<' and '>' in one definition", "combine the conditions with in [ … ]");
    }
  }

  /** Directly inside the definition, comparisons stand on lines of their own. */
  private boolean isBlock() {
    return brackets.depth() == 1 && brackets.areOfBlock();
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
    boolean isInBlock = lineOfToken == place.line() && brackets.areOfBlock();
    if (isInBlock && ++lines == MOST_LINES + 1) {
      problems.add(place, "more than " + MOST_LINES + " lines of settings", "split the KPI");
    }
  }

  void token(Place place) {
    waiting = Optional.empty();
    lineOfToken = place.line();
    if (++tokens == MOST_TOKENS + 1) {
      problems.add(
          place, "more than " + MOST_TOKENS + " words in one definition", "use fewer example rows");
    }
  }

  /** A sign; what stands before it must not wait for something else. */
  void sign(char sign, Place place) {
    Optional<Waiting> before = waiting;
    token(place);
    if (")]},".indexOf(sign) >= 0) {
      before.ifPresent(operator -> operator.isLeftAlone(sign, problems));
    }
    waiting = Waiting.of(sign, place, before);
  }

  /** The text is over. */
  void end() {
    brackets.end();
  }
}

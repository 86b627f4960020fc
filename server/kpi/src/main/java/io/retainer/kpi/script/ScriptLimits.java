package io.retainer.kpi.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of everything a definition may have, so that the parser is done with it in no time. What
 * is counted begins anew with each definition.
 */
final class ScriptLimits {

  private static final String IN_PARTS =
      " make KPIs of some numbers, and name these in the formula, like kpi('area.one') +"
          + " kpi('area.two')";

  private static final int MOST_COMPARISONS = 40;
  private static final int MOST_COMPARISONS_IN_BRACKETS = 8;
  private static final int MOST_OPERATORS = 40;
  private static final int MOST_ASSIGNMENTS = 12;
  private static final int MOST_ASSIGNMENTS_IN_A_LINE = 2;
  private static final int MOST_OPERATORS_IN_BRACKETS = 12;
  private static final int MOST_AMBIGUOUS = 12;
  private static final int MOST_AMBIGUOUS_IN_A_LINE = 5;
  static final int MOST_LINES = 150;
  private static final int MOST_LINES_OF_TEXT = 400;
  private static final int MOST_TOKENS = 6_000;
  private static final int MOST_BLOCKS = 20;

  /** Far more than forty operators need; thousands of them keep the parser busy for seconds. */
  private static final int MOST_BRACKETS = 150;

  /** A hundred long definitions have half of it. */
  private static final int MOST_BRACKETS_OF_A_FILE = 4_000;

  private static final int MOST_TOKENS_IN_BLOCKS_OF_A_FILE = 12_000;
  private static final int LONGEST_CHAIN = 12;
  private static final int MOST_SIDE_BY_SIDE = 3;

  private final Problems problems;
  private final Brackets brackets;
  private final List<Outermost> blocks = new ArrayList<>();
  private int tokens;
  private int tokensInBlocksOfFile;
  private int bracketsInDefinition;
  private int bracketsOfFile;
  private int operators;
  private int comparisons;
  private int assignments;
  private int assignmentsInLine;
  private int assignmentsInBrackets;
  private int ambiguous;
  private int ambiguousInLine;
  private int lines;
  private int linesOfText;
  private int blocksInside;
  private int chain;
  private int sideBySide;
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

  /**
   * @param afterOperand whether it belongs to what stands before it, like the brackets of a call
   */
  void open(char sign, Place place, int offset, int indentation, boolean afterOperand) {
    brackets.open(sign, place, offset, indentation);
    if (sign == '(' || sign == '[' && brackets.areInsideOfSetting()) {
      bracket(place);
    }
    if (afterOperand) {
      link(place);
    }
    if (sign == '{' && ++blocksInside == MOST_BLOCKS + 1) {
      problems.add(place, "more than " + MOST_BLOCKS + " '{' in one definition", "split it");
    }
  }

  /** Rows of examples cost the parser little. */
  private void bracket(Place place) {
    if (++bracketsInDefinition == MOST_BRACKETS + 1) {
      problems.add(
          place,
          "more than " + MOST_BRACKETS + " brackets in one definition, besides rows of examples",
          "simplify the formula;" + IN_PARTS);
    } else if (++bracketsOfFile == MOST_BRACKETS_OF_A_FILE + 1) {
      problems.add(
          place,
          "more than " + MOST_BRACKETS_OF_A_FILE + " brackets in one file",
          "make several files of it");
    }
  }

  /** A line begins with the word of a setting; whether something was still open before it. */
  boolean setting(Place place) {
    boolean wasOpen = brackets.setting(place);
    if (wasOpen) {
      separate();
      sideBySide = 0;
      assignmentsInLine = 0;
      ambiguousInLine = 0;
    }
    return wasOpen;
  }

  /** Whether what follows cannot be understood. */
  boolean areHopeless() {
    return brackets.areTooDeep();
  }

  /** Whether anything but blocks is open. */
  boolean isInBrackets() {
    return !brackets.areBlocks();
  }

  /** A point or a bracket after an operand: the parser tries what each may belong to. */
  void link(Place place) {
    if (++chain == LONGEST_CHAIN + 1) {
      problems.add(
          place,
          "more than " + LONGEST_CHAIN + " calls one after the other",
          "simplify the expression, or write a line break before the next setting");
    }
  }

  /** An operand directly after another one, as a setting's value after its name. */
  void besideAnother(Place place) {
    if (++sideBySide == MOST_SIDE_BY_SIDE + 1) {
      problems.add(
          place,
          "too many words side by side",
          "put a comma or a sign between them, and each setting on a line of its own");
    }
  }

  /** A sign or a line's end, after which something new begins. */
  private void separate() {
    chain = 0;
  }

  /** False when the bracket closes nothing, so that what follows cannot be understood. */
  boolean close(char sign, Place place, int offset) {
    Optional<Brackets.Bracket> closed = brackets.close(sign, place);
    if (closed.isPresent() && brackets.areClosed() && sign == '}') {
      blocks.add(new Outermost(closed.get().offset, offset));
      tokens = 0;
      bracketsInDefinition = 0;
      operators = 0;
      comparisons = 0;
      assignments = 0;
      assignmentsInLine = 0;
      assignmentsInBrackets = 0;
      ambiguous = 0;
      ambiguousInLine = 0;
      lines = 0;
      blocksInside = 0;
      chain = 0;
      sideBySide = 0;
    }
    return closed.isPresent();
  }

  void comparison(Place place) {
    separate();
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
    separate();
    int inBrackets = isInBrackets() ? brackets.innermost().map(b -> ++b.operators).orElse(0) : 0;
    boolean isManyHere = inBrackets == MOST_OPERATORS_IN_BRACKETS + 1;
    if (++operators == MOST_OPERATORS + 1 || isManyHere) {
      problems.add(
          place,
          isManyHere
              ? "more than " + MOST_OPERATORS_IN_BRACKETS + " operators in one pair of brackets"
              : "more than " + MOST_OPERATORS + " operators in one definition",
          "name many values in a list, like query.contains(['a', 'b']) or channel in ['a', 'b'];"
              + IN_PARTS);
    }
  }

  /** Each {@code =} in a row doubles the parser's work. */
  void assignment(Place place) {
    if (++assignments == MOST_ASSIGNMENTS + 1) {
      problems.add(place, "more than " + MOST_ASSIGNMENTS + " '=' in one definition", "split it");
    } else if (++assignmentsInLine > MOST_ASSIGNMENTS_IN_A_LINE
        || isInBrackets() && ++assignmentsInBrackets > MOST_ASSIGNMENTS_IN_A_LINE) {
      problems.add(
          place,
          "an '=' that gives no name to a result",
          "compare with '=='; write results of per and history on lines of their own");
    }
  }

  /** {@code (a) - b} may be a cast of {@code -b}, and {@code in} a name: the parser tries both. */
  void ambiguous(Place place) {
    boolean isManyHere = ++ambiguousInLine == MOST_AMBIGUOUS_IN_A_LINE + 1;
    if (++ambiguous == MOST_AMBIGUOUS + 1 || isManyHere) {
      problems.add(
          place,
          isManyHere
              ? "more than "
                  + MOST_AMBIGUOUS_IN_A_LINE
                  + " of 'in', and of + and - after a bracket, in one setting such as value"
              : "more than "
                  + MOST_AMBIGUOUS
                  + " of 'in', and of + and - after a bracket, in one definition",
          "a setting has room for six numbers that are added;" + IN_PARTS);
    }
  }

  /** The parser pays for empty lines and comments too. */
  void lineOfText(Place place) {
    linesOfText = brackets.areClosed() ? 0 : linesOfText + 1;
    if (linesOfText == MOST_LINES_OF_TEXT + 1) {
      problems.add(
          place,
          "a definition of more than " + MOST_LINES_OF_TEXT + " lines",
          "remove empty lines, or split it");
    }
  }

  /** A line that ends inside a block ends a setting; one inside other brackets ends nothing. */
  void line(Place place) {
    boolean isInBlock = lineOfToken == place.line() && brackets.areOfBlock();
    if (isInBlock) {
      separate();
      sideBySide = 0;
      assignmentsInLine = 0;
      ambiguousInLine = isInBrackets() ? ambiguousInLine : 0;
    }
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
    if (brackets.areInsideOfSetting()
        && ++tokensInBlocksOfFile == MOST_TOKENS_IN_BLOCKS_OF_A_FILE + 1) {
      problems.add(
          place,
          "more than "
              + MOST_TOKENS_IN_BLOCKS_OF_A_FILE
              + " words and signs inside of value, per and the like in one file",
          "make several files of it");
    }
  }

  /** A sign; what stands before it must not wait for something else. */
  void sign(char sign, Place place) {
    Optional<Waiting> before = waiting;
    token(place);
    if (sign == ',' || sign == ':') {
      separate();
    }
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

package io.retainer.kpi.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Which brackets are open, and which one was forgotten. */
final class Brackets {

  private static final int DEEPEST = 12;
  private static final int DEEPEST_BLOCK = 4;
  private static final int DEEPEST_LIST = 4;

  private final Problems problems;
  private final Deque<Bracket> open = new ArrayDeque<>();
  private Optional<Bracket> suspect = Optional.empty();
  private Place closedBy;
  private boolean isTooDeep;

  Brackets(Problems problems) {
    this.problems = problems;
  }

  /** One that was opened. */
  static final class Bracket {
    final char sign;
    final Place place;
    final int offset;
    final int indentation;
    int comparisons;
    int operators;

    Bracket(char sign, Place place, int offset, int indentation) {
      this.sign = sign;
      this.place = place;
      this.offset = offset;
      this.indentation = indentation;
    }
  }

  /** Whether there were so many that looking on means nothing. */
  boolean areTooDeep() {
    return isTooDeep;
  }

  int depth() {
    return open.size();
  }

  boolean areClosed() {
    return open.isEmpty();
  }

  Optional<Bracket> innermost() {
    return Optional.ofNullable(open.peek());
  }

  /** Whether the innermost one holds lines, and no list. */
  boolean areOfBlock() {
    return !open.isEmpty() && open.peek().sign != '[';
  }

  void open(char sign, Place place, int offset, int indentation) {
    open.push(new Bracket(sign, place, offset, indentation));
    boolean isDeep =
        open.size() > DEEPEST || count('{') > DEEPEST_BLOCK || count('[') > DEEPEST_LIST;
    if (isDeep && !isTooDeep) {
      isTooDeep = true;
      problems.add(
          place, "brackets inside of brackets, too many of them", "simplify the expression");
    }
  }

  private long count(char sign) {
    return open.stream().filter(bracket -> bracket.sign == sign).count();
  }

  /** Whether the block of a setting is open, as of {@code value { … }}. */
  boolean areInsideOfSetting() {
    return open.size() > 1 && count('{') > 1;
  }

  /** Whether all that are open are {@code { … }}. */
  boolean areBlocks() {
    return open.stream().allMatch(bracket -> bracket.sign == '{');
  }

  /**
   * A setting begins, so that what stands no further in than it was forgotten to be closed; whether
   * anything was.
   */
  boolean setting(Place place) {
    int before = open.size();
    while (!open.isEmpty()
        && open.peek().sign != '{'
        && open.peek().indentation >= place.column()) {
      Bracket forgotten = open.pop();
      problems.add(forgotten.place, neverClosed(forgotten.sign), missing(forgotten.sign));
    }
    return open.size() < before;
  }

  private static String neverClosed(char sign) {
    return "'" + sign + "' is never closed";
  }

  private static String missing(char sign) {
    return "add the missing '" + closing(sign) + "' where its part ends";
  }

  /** Empty, with the reason said, when it closes nothing. */
  Optional<Bracket> close(char sign, Place place) {
    char opening = "([{".charAt(")]}".indexOf(sign));
    Bracket innermost = open.peek();
    if (innermost != null && innermost.sign == opening) {
      open.pop();
      if (sign == '}' && place.column() < innermost.indentation) {
        suspect = Optional.of(innermost);
        closedBy = place;
      }
      return Optional.of(innermost);
    }
    if (open.stream().anyMatch(bracket -> bracket.sign == opening)) {
      problems.add(
          place,
          "the '%s' of line %d, column %d is still open before this '%s'"
              .formatted(innermost.sign, innermost.place.line(), innermost.place.column(), sign),
          "add the missing '" + closing(innermost.sign) + "'");
    } else {
      problems.add(
          place,
          "there is no open '" + opening + "' that this '" + sign + "' could close",
          "remove it, or add the '" + opening + "' where its part begins");
    }
    open.clear();
    return Optional.empty();
  }

  private static char closing(char opening) {
    return ")]}".charAt("([{".indexOf(opening));
  }

  /**
   * The text is over. A brace that ends further out than it began tells which one was forgotten.
   */
  void end() {
    if (open.isEmpty()) {
      return;
    }
    Bracket last = open.peek();
    Bracket forgotten = last.sign == '{' ? suspect.orElse(last) : last;
    String until =
        forgotten == last
            ? ""
            : " before the '}' of line %d, which ends the whole".formatted(closedBy.line());
    problems.add(forgotten.place, neverClosed(forgotten.sign) + until, missing(forgotten.sign));
  }
}

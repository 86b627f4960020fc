package io.retainer.kpi.script;

import java.util.Optional;

/** A sign that something must follow: an operator, or a comma. */
record Waiting(String sign, Place place) {

  private static final String OPERATORS = "+-*/=<>&|!";

  /**
   * @param before what waited when this sign came
   */
  static Optional<Waiting> of(char sign, Place place, Optional<Waiting> before) {
    if (sign == ',') {
      return Optional.of(new Waiting(",", place));
    }
    if (OPERATORS.indexOf(sign) < 0) {
      return Optional.empty();
    }
    return before
        .filter(first -> first.isBeside(place))
        .map(first -> new Waiting(first.sign + sign, first.place))
        .or(() -> Optional.of(new Waiting(String.valueOf(sign), place)));
  }

  private boolean isBeside(Place next) {
    return !sign.equals(",")
        && next.line() == place.line()
        && next.column() == place.column() + sign.length();
  }

  /** A list may end with a comma. */
  void isLeftAlone(char next, Problems problems) {
    if (sign.equals(",") && next != ',') {
      return;
    }
    problems.add(
        place,
        "nothing stands between '" + sign + "' and '" + next + "'",
        "add what is missing there, or take one of them out");
  }
}

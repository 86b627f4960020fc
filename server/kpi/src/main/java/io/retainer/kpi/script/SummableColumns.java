package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.spi.Additivity;
import java.util.Set;

/** Which columns may be added up over rows, and what to write in the place of the others. */
record SummableColumns(Fields fields, Problems problems) {

  /**
   * Says what is wrong with it, if it may not.
   *
   * @param factors columns that multiply it
   */
  boolean check(Node.Name name, Fields.Field field, Set<String> factors) {
    String column = field.name();
    Additivity additivity = field.additivity();
    if (fields.isRepeated(column)) {
      repeated(name);
    } else if (field.dimension().equals(Dimension.POSITION) && additivity == Additivity.LEVEL) {
      problems.add(name.at(), column + " is a rank and cannot be summed", Fields.ranks(column));
    } else if (fields.isOrdinal(column)) {
      problems.add(
          name.at(),
          column + " says which row of its key each row is, and cannot be summed",
          Fields.rowsOf(column));
    } else if (fields.isScale(column)) {
      problems.add(
          name.at(),
          column + " says how far a page was seen, and cannot be summed",
          Fields.reached(column));
    } else if (additivity == Additivity.LEVEL) {
      problems.add(
          name.at(), column + " is a level and cannot be summed", "write last(" + column + ")");
    } else if (additivity == Additivity.DISTINCT) {
      problems.add(
          name.at(),
          column + " counts distinct people and cannot be summed",
          "write asCounted("
              + column
              + "); days added up are sumOfCounts("
              + column
              + ") in a KPI whose id ends with -daily-sum");
    } else if (additivity == Additivity.WEIGHTED && !factors.contains(field.weight().orElse(""))) {
      String weight = field.weight().orElse("");
      problems.add(
          name.at(),
          column + " is an average and cannot be summed",
          "write weightedMean(" + column + ") or sum(" + column + " * " + weight + ")");
    } else if (additivity == Additivity.MARK) {
      problems.add(
          name.at(),
          column
              + (fields.areOfKeys()
                  ? notOfKeys(field)
                  : " is an answer on a scale and cannot be summed"),
          fields.areOfKeys()
              ? "count the keys instead, like count().where(" + column + " <= 10)"
              : "write avg("
                  + column
                  + "), or count answers with count().where("
                  + column
                  + " >= …)");
    } else {
      return true;
    }
    return false;
  }

  /** Says that a column counts as often as its key has rows. */
  void repeated(Node.Name name) {
    problems.add(
        name.at(),
        name.name() + " is the same in all rows of a key and would count once for each of them",
        "take the row that it is of, like n = nth() and sum(total).where(n == 1)");
  }

  private static String notOfKeys(Fields.Field field) {
    return field.isMiddle()
        ? " is a mean or median of each key and has neither sum nor mean"
        : " counts different things of each key, and those of two keys may be the same";
  }
}

package io.retainer.kpi.script;

import io.retainer.spi.Additivity;

/**
 * What to write in the place of a count, a mean or a maximum of rows that are no things: each is
 * what the source had for one day and one combination of dimensions, as finely as somebody exported
 * it.
 */
record RowsAreNoThings(Fields fields, Problems problems) {

  void report(Node.Call call) {
    if (call.word().equals("count") || call.arguments().isEmpty()) {
      problems.add(
          call.at(),
          "rows of "
              + fields.owner()
              + " are not counted: one thing may stand in several, such as one for each day",
          "sum a column, or count what stands in one: per(column) { … } or distinct(column)");
      return;
    }
    problems.add(
        call.at(),
        "'"
            + call.word()
            + "' over rows of "
            + fields.owner()
            + ", of which each is a cut of a day and no thing: it would tell how finely they were"
            + " exported",
        instead(call));
  }

  private String instead(Node.Call call) {
    String key = fields.names().stream().filter(fields::isText).findFirst().orElse("column");
    if (!(call.arguments().get(0) instanceof Node.Name name)) {
      return "sum a column, or take it over results: per(" + key + ") { n = sum(…) }, then max(n)";
    }
    String column = name.name();
    Additivity additivity = fields.additivity(column).orElseThrow();
    return switch (additivity) {
      case LEVEL -> "write last(" + column + ")";
      case WEIGHTED -> "write weightedMean(" + column + ")";
      case DISTINCT -> "write asCounted(" + column + ")";
      default ->
          "write sum("
              + column
              + "), or say of what: per("
              + key
              + ") { n = sum("
              + column
              + ") }, then "
              + call.word()
              + (call.word().equals("percentile") ? "(n, 90)" : "(n)");
    };
  }
}

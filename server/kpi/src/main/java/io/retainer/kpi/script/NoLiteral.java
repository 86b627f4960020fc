package io.retainer.kpi.script;

import io.retainer.spi.ColumnType;
import java.util.List;
import java.util.Optional;

/** What stands where a condition needs a fixed value. */
record NoLiteral(Fields fields, Problems problems) {

  void report(Fields.Field field, Node literal) {
    if (literal instanceof Node.Name name) {
      ofName(field, name);
    } else if (literal instanceof Node.Call call && UnitWords.report(call, problems)) {
      return;
    } else if (literal instanceof Node.Call call) {
      problems.add(
          literal.at(),
          field.name() + " is compared with '" + call.word() + "(…)'",
          "a condition knows fixed values only, not what is computed from all rows; write one, or"
              + " leave it to the client: param threshold: 100");
    } else {
      problems.add(
          literal.at(),
          field.name() + " cannot be compared with " + Shown.of(literal),
          holds(field));
    }
  }

  private void ofName(Fields.Field field, Node.Name name) {
    if (fields.isTorn(name.name())) {
      return;
    }
    Optional<String> near = Nearest.to(name.name(), meant(field));
    if (fields.names().contains(name.name())) {
      problems.add(
          name.at(),
          field.name() + " is compared with the column " + name.name(),
          field.isNumeric()
              ? "a number is compared with numbers"
              : "a condition compares a column with a fixed value");
    } else if (field.type() == ColumnType.TEXT) {
      problems.add(
          name.at(),
          "'" + name.name() + "' without quotes",
          "write '" + near.orElse(name.name()) + "' as a text");
    } else if (near.isPresent()) {
      problems.add(
          name.at(),
          "unknown column of " + fields.owner() + " '" + name.name() + "'",
          "did you mean '" + near.get() + "'?");
    } else if (field.type() == ColumnType.BOOLEAN) {
      problems.add(
          name.at(), field.name() + " cannot be compared with " + name.name(), holds(field));
    } else {
      problems.add(
          name.at(),
          "unknown name '" + name.name() + "'",
          "write a value, or give the name one: param " + name.name() + ": 100");
    }
  }

  /** A column that it may be compared with, or a text that may stand in it. */
  private List<String> meant(Fields.Field field) {
    return field.isNumeric()
        ? fields.names().stream().filter(fields::isNumeric).toList()
        : fields.values(field.name());
  }

  private static String holds(Fields.Field field) {
    return switch (field.type()) {
      case TEXT -> "it holds texts: '…'";
      case BOOLEAN -> "it is true or false";
      case INTEGER, DECIMAL -> "it holds numbers: write one without quotes";
      case DATE, TIMESTAMP -> "the period chooses the days, not the script";
    };
  }
}

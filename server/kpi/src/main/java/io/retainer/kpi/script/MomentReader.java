package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.model.fact.RowValue;
import java.util.Map;
import java.util.Optional;

/** Reads numbers that are made of dates: {@code days(created_at, closed_at)}. */
record MomentReader(Fields fields, Problems problems) {

  private static final Map<String, RowValue.Measured> MEASURED =
      Map.of(
          "days", RowValue.Measured.DAYS,
          "hours", RowValue.Measured.HOURS,
          "minutes", RowValue.Measured.MINUTES);

  private static final Map<String, RowValue.Part> PARTS =
      Map.of("weekday", RowValue.Part.WEEKDAY, "hour", RowValue.Part.HOUR);

  static boolean knows(String word) {
    return MEASURED.containsKey(word) || PARTS.containsKey(word);
  }

  /**
   * @param isCondition whether the number only decides if a row counts: a mean of weekdays means
   *     nothing
   */
  Optional<RowValueReader.Typed> read(Node.Call call, boolean isCondition) {
    return MEASURED.containsKey(call.word()) ? elapsed(call) : part(call, isCondition);
  }

  private Optional<RowValueReader.Typed> elapsed(Node.Call call) {
    if (call.arguments().size() != 2 || !call.named().isEmpty()) {
      problems.add(
          call.at(),
          "'" + call.word() + "' without two dates",
          "write " + call.word() + "(created_at, closed_at)");
      return Optional.empty();
    }
    Optional<String> from = date(call.arguments().get(0));
    Optional<String> to = date(call.arguments().get(1));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (fields.isAfter(from.get(), to.get())) {
      problems.add(
          call.at(),
          "%s comes after %s, so that the time from it is below zero"
              .formatted(from.get(), to.get()),
          "turn the two round: %s(%s, %s)".formatted(call.word(), to.get(), from.get()));
      return Optional.empty();
    }
    RowValue.Measured in = MEASURED.get(call.word());
    return Optional.of(
        new RowValueReader.Typed(
            new RowValue.Elapsed(in, from.get(), to.get()),
            switch (in) {
              case DAYS -> Dimension.DAYS;
              case HOURS -> Dimension.HOURS;
              case MINUTES -> Dimension.MINUTES;
            }));
  }

  private Optional<RowValueReader.Typed> part(Node.Call call, boolean isCondition) {
    if (!isCondition) {
      problems.add(
          call.at(),
          "'" + call.word() + "' outside a condition",
          "write count().where(" + call.word() + "(ordered_at) == 7)");
      return Optional.empty();
    }
    if (call.arguments().size() != 1 || !call.named().isEmpty()) {
      problems.add(
          call.at(),
          "'" + call.word() + "' without one date",
          "write " + call.word() + "(ordered_at)");
      return Optional.empty();
    }
    if (call.arguments().get(0) instanceof Node.Name day && isOwnDay(day)) {
      return ofOwnDay(call);
    }
    return date(call.arguments().get(0))
        .map(
            column ->
                new RowValueReader.Typed(
                    new RowValue.OfMoment(PARTS.get(call.word()), column), Dimension.NONE));
  }

  /** The day that a row is counted on, which every dataset has, whatever its columns are. */
  private boolean isOwnDay(Node.Name name) {
    return name.name().equals("day") && !fields.has("day") && !fields.areOfKeys();
  }

  private Optional<RowValueReader.Typed> ofOwnDay(Node.Call call) {
    if (PARTS.get(call.word()) == RowValue.Part.HOUR) {
      problems.add(
          call.at(),
          "a day has no hour",
          "name a column with a moment, like hour(ordered_at); a day has a weekday: weekday(day)");
      return Optional.empty();
    }
    return Optional.of(new RowValueReader.Typed(new RowValue.Weekday(), Dimension.NONE));
  }

  private Optional<String> date(Node argument) {
    if (!(argument instanceof Node.Name name)) {
      problems.add(argument.at(), "this is no column", "name a column with a date");
      return Optional.empty();
    }
    Optional<Fields.Field> field = fields.find(name, problems);
    if (field.isPresent() && !field.get().isDate()) {
      problems.add(name.at(), name.name() + " is no date", "name a column with a date");
      return Optional.empty();
    }
    return field.map(Fields.Field::name);
  }
}

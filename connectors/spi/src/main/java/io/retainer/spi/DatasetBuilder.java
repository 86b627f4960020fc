package io.retainer.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a dataset down, column by column. */
final class DatasetBuilder {

  private final String name;
  private final List<Column> columns = new ArrayList<>();
  private List<String> key = List.of();
  private Set<String> noneWhereEmpty = Set.of();
  private final Map<String, Set<String>> parts = new LinkedHashMap<>();
  private final List<Set<String>> apart = new ArrayList<>();
  private final Map<String, String> opposed = new LinkedHashMap<>();
  private final List<Set<String>> overlapping = new ArrayList<>();
  private final Map<String, String> repeats = new LinkedHashMap<>();
  private final Map<String, Set<String>> steps = new LinkedHashMap<>();
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Set<String> kinds = new LinkedHashSet<>();
  private final Map<String, String> things = new LinkedHashMap<>();
  private final Map<String, Set<String>> rates = new LinkedHashMap<>();
  private final Map<String, Set<String>> without = new LinkedHashMap<>();
  private final Map<String, List<List<String>>> sequences = new LinkedHashMap<>();
  private final Map<String, Relations.Only> only = new LinkedHashMap<>();
  private final Map<String, Relations.Scale> scales = new LinkedHashMap<>();
  private final List<List<String>> moments = new ArrayList<>();

  private DatasetBuilder(String name) {
    this.name = name;
  }

  static DatasetBuilder dataset(String name) {
    return new DatasetBuilder(name);
  }

  /** The column whose value tells rows apart. */
  DatasetBuilder key(String column) {
    key = List.of(column);
    return identifiers(column);
  }

  DatasetBuilder identifiers(String... names) {
    return texts(Additivity.KEY, names);
  }

  DatasetBuilder dimensions(String... names) {
    return texts(Additivity.DIMENSION, names);
  }

  private DatasetBuilder texts(Additivity additivity, String... names) {
    for (String column : names) {
      add(column, ColumnType.TEXT, Unit.NONE, additivity);
    }
    return this;
  }

  /** Moments; the first one of a dataset says on which day a row is. */
  DatasetBuilder timestamps(String... names) {
    for (String column : names) {
      add(column, ColumnType.TIMESTAMP, Unit.NONE, Additivity.DIMENSION);
    }
    return this;
  }

  /** What is true, false or not known of a row. */
  DatasetBuilder flags(String... names) {
    for (String column : names) {
      add(column, ColumnType.BOOLEAN, Unit.NONE, Additivity.DIMENSION);
    }
    return this;
  }

  /** Counts that may be summed. */
  DatasetBuilder counts(String... names) {
    return integers(Additivity.ADDITIVE, names);
  }

  /** Counts of distinct people. */
  DatasetBuilder people(String... names) {
    return integers(Additivity.DISTINCT, names);
  }

  /** Answers on a scale of whole numbers. */
  DatasetBuilder marks(String... names) {
    return integers(Additivity.MARK, names);
  }

  /** Counts at an instant. */
  DatasetBuilder levels(String... names) {
    return integers(Additivity.LEVEL, names);
  }

  private DatasetBuilder integers(Additivity additivity, String... names) {
    for (String column : names) {
      add(column, ColumnType.INTEGER, Unit.COUNT, additivity);
    }
    return this;
  }

  /** Amounts in the row's currency that may be summed. */
  DatasetBuilder amounts(String... names) {
    for (String column : names) {
      decimal(column, Unit.MONEY, Additivity.ADDITIVE);
    }
    return this;
  }

  DatasetBuilder decimal(String column, Unit unit, Additivity additivity) {
    return add(column, ColumnType.DECIMAL, unit, additivity);
  }

  DatasetBuilder weighted(String column, Unit unit, String weight) {
    columns.add(
        new Column(column, ColumnType.DECIMAL, unit, Additivity.WEIGHTED, Optional.of(weight)));
    return this;
  }

  private DatasetBuilder add(String column, ColumnType type, Unit unit, Additivity additivity) {
    columns.add(new Column(column, type, unit, additivity, Optional.empty()));
    return this;
  }

  /** Columns of which an empty value says that there was none. */
  DatasetBuilder noneWhereEmpty(String... names) {
    noneWhereEmpty = Set.of(names);
    return this;
  }

  /** What is counted in a whole as well. */
  DatasetBuilder parts(String whole, String... names) {
    parts.put(whole, new LinkedHashSet<>(List.of(names)));
    return this;
  }

  /** Columns of which none counts what another one counts. */
  DatasetBuilder apart(String... names) {
    apart.add(new LinkedHashSet<>(List.of(names)));
    return this;
  }

  /** What came, and what went: nothing is in both, and their sum is a number of nothing. */
  DatasetBuilder opposed(String came, String went) {
    opposed.put(came, went);
    return apart(came, went);
  }

  /** Columns that may count the same thing. */
  DatasetBuilder overlapping(String... names) {
    overlapping.add(new LinkedHashSet<>(List.of(names)));
    return this;
  }

  /** A column that counts everybody again each time, and the one that counts them once. */
  DatasetBuilder repeats(String again, String once) {
    repeats.put(again, once);
    return this;
  }

  /** A column of which these values, or all, are steps that the same thing takes. */
  DatasetBuilder steps(String column, String... values) {
    steps.put(column, Set.of(values));
    return this;
  }

  /** All that may stand in a column, the most usual first. */
  DatasetBuilder values(String column, String... all) {
    values.put(column, List.of(all));
    return this;
  }

  /**
   * All that a row may be, the most usual first: unlike things, of which a definition means some.
   */
  DatasetBuilder kinds(String column, String... all) {
    kinds.add(column);
    return values(column, all);
  }

  /** What columns are numbers of, in one word for all of them. */
  DatasetBuilder things(String word, String... names) {
    for (String column : names) {
      things.put(column, word);
    }
    return this;
  }

  /** What a row is, in one word for all of them. */
  DatasetBuilder rowsAre(String word) {
    things.put(Relations.ROWS, word);
    return this;
  }

  /** What is spoken of as a percentage of a whole that it is no part of. */
  DatasetBuilder rates(String whole, String... names) {
    rates.put(whole, Set.of(names));
    return this;
  }

  /** What is not in a column any more. */
  DatasetBuilder without(String column, String... takenOff) {
    without.put(column, Set.of(takenOff));
    return this;
  }

  /** Values of a column in an order in which they happen. */
  DatasetBuilder sequence(String column, String... values) {
    sequences.computeIfAbsent(column, none -> new ArrayList<>()).add(List.of(values));
    return this;
  }

  /** A column that tells something of rows with these values of another one alone. */
  DatasetBuilder only(String column, String of, String... values) {
    only.put(column, new Relations.Only(of, List.of(values)));
    return this;
  }

  /** A column of answers from the lowest to the highest that there may be. */
  DatasetBuilder scale(String column, int lowest, int highest) {
    scales.put(column, new Relations.Scale(lowest, highest));
    return this;
  }

  /** Moments of a row in an order in which they happen. */
  DatasetBuilder moments(String... names) {
    moments.add(List.of(names));
    return this;
  }

  Dataset build() {
    var relations =
        new Relations(
            parts,
            apart,
            opposed,
            overlapping,
            repeats,
            steps,
            values,
            kinds,
            things,
            rates,
            without,
            sequences,
            only,
            scales,
            moments);
    var dataset = new Dataset(name, columns, key, noneWhereEmpty, relations);
    noneWhereEmpty.forEach(dataset::column);
    relations.columns().forEach(dataset::column);
    return dataset;
  }
}

package io.retainer.connector.tabular;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.TableChoices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a dataset the headings of a table stand over.
 *
 * @param columns by the position of the heading
 */
record Guess(Dataset dataset, Map<Integer, String> columns) {

  private static final double LEAST = 0.5;

  /** The dataset that fits best, if any does. */
  static Optional<Guess> best(TableCells table, TableChoices choices) {
    return Datasets.all().stream()
        .filter(dataset -> choices.columns().values().stream().allMatch(it -> has(dataset, it)))
        .map(dataset -> of(dataset, table, choices))
        .filter(guess -> guess.score(table, choices) >= LEAST)
        .max(Comparator.comparingDouble(guess -> guess.score(table, choices)));
  }

  /** The chosen columns that more than one heading was chosen for, with those headings. */
  static Map<String, List<String>> chosenTwice(TableCells table, TableChoices choices) {
    var headings = new LinkedHashMap<String, List<String>>();
    table.headings().stream()
        .map(String::strip)
        .distinct()
        .filter(heading -> !choices.columns().getOrDefault(heading, "").isEmpty())
        .forEach(
            heading ->
                headings
                    .computeIfAbsent(choices.columns().get(heading), it -> new ArrayList<>())
                    .add(heading));
    headings.values().removeIf(chosen -> chosen.size() == 1);
    return headings;
  }

  private static boolean has(Dataset dataset, String column) {
    return column.isEmpty() || column.equals(TableChoices.DAY) || dataset.find(column).isPresent();
  }

  static Guess of(Dataset dataset, TableCells table, TableChoices choices) {
    var columns = new LinkedHashMap<Integer, String>();
    List<String> headings = table.headings();
    for (int i = 0; i < headings.size(); i++) {
      String chosen = choices.columns().getOrDefault(headings.get(i).strip(), "");
      if (!chosen.isEmpty() && has(dataset, chosen) && !columns.containsValue(chosen)) {
        columns.put(i, chosen);
      }
    }
    var guess = new Guess(dataset, columns);
    for (int i = 0; i < headings.size(); i++) {
      boolean isOpen =
          !headings.get(i).isBlank() && !choices.columns().containsKey(headings.get(i).strip());
      if (isOpen && isFirst(headings, i)) {
        guess.meaning(table, i);
      }
    }
    if (guess.moment().isPresent() && !columns.containsValue(guess.moment().get())) {
      guess.onlyDate(table, choices);
    }
    return guess;
  }

  /** Of two columns with one heading the first is meant. */
  private static boolean isFirst(List<String> headings, int index) {
    return headings.indexOf(headings.get(index)) == index;
  }

  private void meaning(TableCells table, int index) {
    Set<String> meanings = table.meanings().get(index);
    if (isByDay()
        && !columns.containsValue(TableChoices.DAY)
        && meanings.contains(TableChoices.DAY)
        && table.isOfDates(index)) {
      columns.put(index, TableChoices.DAY);
      return;
    }
    dataset.columns().stream()
        .filter(column -> !columns.containsValue(column.name()))
        .filter(column -> meanings.contains(column.name()))
        .filter(column -> fits(column, table, index))
        .findFirst()
        .ifPresent(column -> columns.put(index, column.name()));
  }

  private static boolean fits(Column column, TableCells table, int index) {
    return switch (column.type()) {
      case INTEGER, DECIMAL -> table.isOfNumbers(index);
      case DATE, TIMESTAMP -> table.isOfDates(index);
      case TEXT, BOOLEAN -> true;
    };
  }

  /** A single column of dates says when, whatever its heading. */
  private void onlyDate(TableCells table, TableChoices choices) {
    List<Integer> dates =
        java.util.stream.IntStream.range(0, table.headings().size())
            .filter(index -> !columns.containsKey(index))
            .filter(index -> !choices.columns().containsKey(table.headings().get(index).strip()))
            .filter(index -> table.isOfDates(index) && !table.headings().get(index).isBlank())
            .boxed()
            .toList();
    if (dates.size() == 1) {
      columns.put(dates.get(0), moment().orElseThrow());
    }
  }

  private boolean isByDay() {
    return moment().filter(TableChoices.DAY::equals).isPresent();
  }

  /** What has to be known of a row's time: a moment of the dataset, or the day. */
  private Optional<String> moment() {
    return dataset.columns().stream()
        .filter(column -> column.type() == ColumnType.TIMESTAMP)
        .map(Column::name)
        .findFirst()
        .or(() -> Optional.of(TableChoices.DAY));
  }

  /**
   * How well the dataset explains the table. A column that few datasets have says more, one that is
   * only where the dates went says nothing; without its key or its day a dataset fits badly.
   */
  private double score(TableCells table, TableChoices choices) {
    double score = 0;
    boolean counts = !dataset.key().isEmpty();
    for (Map.Entry<Integer, String> entry : columns.entrySet()) {
      Optional<Column> column = dataset.find(entry.getValue());
      String heading = table.headings().get(entry.getKey()).strip();
      boolean isMeant =
          choices.columns().containsKey(heading)
              || table.meanings().get(entry.getKey()).contains(entry.getValue());
      if (column.isEmpty() || !isMeant) {
        continue;
      }
      boolean measure =
          column.get().type() == ColumnType.INTEGER || column.get().type() == ColumnType.DECIMAL;
      counts |= measure && column.get().additivity() != Additivity.DIMENSION;
      score += (measure ? 1.5 : 1) / owners(entry.getValue());
    }
    for (String key : dataset.key()) {
      score = columns.containsValue(key) ? score + 1.0 / owners(key) : score / 2;
    }
    boolean dated = columns.containsValue(moment().orElseThrow());
    return !counts ? 0 : dated ? score : score * 0.8;
  }

  private static long owners(String column) {
    return Datasets.all().stream().filter(dataset -> dataset.find(column).isPresent()).count();
  }
}

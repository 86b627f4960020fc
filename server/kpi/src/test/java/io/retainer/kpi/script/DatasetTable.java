package io.retainer.kpi.script;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Journey;
import io.retainer.spi.Relations;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guide's table of datasets, made of the vocabulary. Its first moment is a row's day. */
final class DatasetTable {

  private DatasetTable() {}

  static String text() {
    String rows = Datasets.all().stream().map(DatasetTable::row).collect(Collectors.joining());
    return "| Dataset | Keys | Dimensions | Flags | Moments | Amounts | Levels | Distinct people |"
        + " Averages | Answers on a scale |\n|---|---|---|---|---|---|---|---|---|---|\n"
        + rows;
  }

  /** Of which columns an empty cell says that there was none. */
  static String noneWhereEmpty() {
    return Datasets.all().stream()
        .filter(dataset -> !dataset.noneWhereEmpty().isEmpty())
        .map(
            dataset ->
                "- `%s`: %s\n"
                    .formatted(
                        dataset.name(),
                        cell(dataset, column -> dataset.noneWhereEmpty().contains(column.name()))))
        .collect(Collectors.joining());
  }

  /** Which columns have others in them; parts of a part are not said twice. */
  static String parts() {
    return "| Dataset | Column | Has in it |\n|---|---|---|\n"
        + Datasets.all().stream()
            .flatMap(
                dataset ->
                    dataset.relations().parts().entrySet().stream()
                        .map(whole -> partsOf(dataset, whole.getKey(), whole.getValue())))
            .collect(Collectors.joining());
  }

  private static String partsOf(Dataset dataset, String whole, Set<String> parts) {
    return "| `%s` | `%s` | %s |\n"
        .formatted(
            dataset.name(),
            whole,
            cell(
                dataset,
                column ->
                    parts.contains(column.name())
                        && parts.stream()
                            .noneMatch(
                                other -> dataset.relations().isPartOf(column.name(), other))));
  }

  /** Columns of which none has in it what another one has. */
  static String apart() {
    return Datasets.all().stream()
        .flatMap(
            dataset ->
                dataset.relations().apart().stream()
                    .map(
                        set ->
                            "- `%s`: %s\n"
                                .formatted(
                                    dataset.name(),
                                    cell(dataset, column -> set.contains(column.name())))))
        .collect(Collectors.joining());
  }

  /** Columns of what came, each with that of what went. */
  static String opposed() {
    return Datasets.all().stream()
        .flatMap(
            dataset ->
                dataset.relations().opposed().entrySet().stream()
                    .map(
                        both ->
                            "- `%s`: `%s`, `%s`\n"
                                .formatted(dataset.name(), both.getKey(), both.getValue())))
        .collect(Collectors.joining());
  }

  /** Columns of which two may count the same thing. */
  static String overlapping() {
    return Datasets.all().stream()
        .flatMap(
            dataset ->
                dataset.relations().overlapping().stream()
                    .map(
                        set ->
                            "- `%s`: %s\n"
                                .formatted(
                                    dataset.name(),
                                    cell(dataset, column -> set.contains(column.name())))))
        .collect(Collectors.joining());
  }

  /** What columns are numbers of. */
  static String things() {
    return "| Dataset | Numbers of | Columns |\n|---|---|---|\n"
        + Datasets.all().stream()
            .flatMap(
                dataset ->
                    dataset.relations().things().values().stream()
                        .distinct()
                        .sorted()
                        .map(thing -> thing(dataset, thing)))
            .collect(Collectors.joining());
  }

  private static String thing(Dataset dataset, String thing) {
    return "| `%s` | %s | %s |\n"
        .formatted(
            dataset.name(),
            thing,
            Stream.of(
                    thing.equals(dataset.relations().things().get(Relations.ROWS))
                        ? "its rows"
                        : "",
                    cell(
                        dataset,
                        column -> thing.equals(dataset.relations().things().get(column.name()))))
                .filter(names -> !names.isEmpty())
                .collect(Collectors.joining(", ")));
  }

  /** What is spoken of as a percentage of a column without being a part of it. */
  static String rates() {
    return "| Dataset | Percentage of | Columns |\n|---|---|---|\n"
        + byColumn(dataset -> dataset.relations().rates());
  }

  /** What a column is without. */
  static String without() {
    return "| Dataset | Column | Is without |\n|---|---|---|\n"
        + byColumn(dataset -> dataset.relations().without());
  }

  private static String byColumn(Function<Dataset, Map<String, Set<String>>> relation) {
    return Datasets.all().stream()
        .flatMap(
            dataset ->
                new TreeMap<>(relation.apply(dataset))
                    .entrySet().stream()
                        .map(
                            of ->
                                "| `%s` | `%s` | %s |\n"
                                    .formatted(
                                        dataset.name(),
                                        of.getKey(),
                                        cell(
                                            dataset,
                                            column -> of.getValue().contains(column.name())))))
        .collect(Collectors.joining());
  }

  /** In which order values happen. */
  static String sequences() {
    return Datasets.all().stream()
        .flatMap(
            dataset ->
                dataset.relations().sequences().entrySet().stream()
                    .flatMap(
                        column ->
                            column.getValue().stream()
                                .map(
                                    order ->
                                        "- `%s` of `%s`: `%s`\n"
                                            .formatted(
                                                column.getKey(),
                                                dataset.name(),
                                                String.join("`, `", order)))))
        .collect(Collectors.joining());
  }

  /** What is spoken of as a percentage of what another dataset tells of. */
  static String journey() {
    return "| Percentage of | Numbers of |\n|---|---|\n"
        + new TreeMap<>(Journey.percentages())
            .entrySet().stream()
                .map(
                    of ->
                        "| %s | %s |\n"
                            .formatted(
                                of.getKey(), String.join(", ", new TreeSet<>(of.getValue()))))
                .collect(Collectors.joining());
  }

  /** All that may stand in columns of closed lists. */
  static String values() {
    return Datasets.all().stream()
        .flatMap(
            dataset ->
                dataset.relations().values().entrySet().stream()
                    .map(
                        column ->
                            "- `%s` of `%s`: `%s`\n"
                                .formatted(
                                    column.getKey(),
                                    dataset.name(),
                                    String.join("`, `", column.getValue()))))
        .collect(Collectors.joining());
  }

  /** Of which rows alone a column tells anything. */
  static String only() {
    return Datasets.all().stream()
        .flatMap(
            dataset ->
                new TreeMap<>(dataset.relations().only())
                    .entrySet().stream()
                        .map(
                            column ->
                                "- `%s` of `%s`: rows with `%s` `%s`\n"
                                    .formatted(
                                        column.getKey(),
                                        dataset.name(),
                                        column.getValue().column(),
                                        String.join("` or `", column.getValue().values()))))
        .collect(Collectors.joining());
  }

  private static String row(Dataset dataset) {
    return Stream.of(
            cell(dataset, column -> column.additivity() == Additivity.KEY),
            cell(dataset, column -> isDimension(column) && column.type() == ColumnType.TEXT),
            cell(dataset, column -> column.type() == ColumnType.BOOLEAN),
            cell(dataset, column -> column.type() == ColumnType.TIMESTAMP),
            cell(dataset, column -> column.additivity() == Additivity.ADDITIVE),
            cell(dataset, column -> column.additivity() == Additivity.LEVEL),
            cell(dataset, column -> column.additivity() == Additivity.DISTINCT),
            cell(dataset, column -> column.additivity() == Additivity.WEIGHTED),
            cell(dataset, column -> column.additivity() == Additivity.MARK))
        .collect(Collectors.joining(" | ", "| `" + dataset.name() + "` | ", " |\n"));
  }

  private static boolean isDimension(Column column) {
    return column.additivity() == Additivity.DIMENSION;
  }

  private static String cell(Dataset dataset, Predicate<Column> kind) {
    return dataset.columns().stream()
        .filter(kind)
        .map(column -> "`" + column.name() + "`")
        .collect(Collectors.joining(", "));
  }
}

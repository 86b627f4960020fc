package io.retainer.kpi.script;

import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which dataset somebody means by a name that none has. What else is wrong with a definition is
 * told as if it was about that one, if it has all columns that are named; of any other it would be
 * told what is right.
 *
 * @param columns that the definition names and some dataset has
 */
record MeantDataset(Node.Name saw, Set<String> columns) {

  private static final int MOST_NAMED = 4;
  private static final int MOST_TOLD = 20;

  /** One that most analysts know. */
  private static final String USUAL = "orders";

  private static final Set<String> OF_ROWS =
      Set.of("where", "dated", "history", "per", "value", "by");
  private static final Set<String> OF_ANY_ROW = Set.of("day", "week", "month");

  /**
   * @param block what stands beside {@code from}
   */
  static MeantDataset in(Node.Block block, Node.Name saw) {
    Set<String> columns = new TreeSet<>();
    for (Node.Statement statement : block.statements()) {
      if (statement.node() instanceof Node.Call setting && OF_ROWS.contains(setting.word())) {
        addNames(setting, columns);
      } else if (statement.node() instanceof Node.Call example) {
        example.named().stream()
            .filter(entry -> entry.key().equals("rows"))
            .forEach(rows -> addKeys(rows.value(), columns));
      }
    }
    columns.removeIf(name -> !isColumn(name) || ExampleRows.ROW_WORDS.contains(name));
    return new MeantDataset(saw, columns);
  }

  /**
   * What to write where no dataset is named.
   *
   * @param settings that name columns
   */
  static String which(Stream<Node> settings) {
    Set<String> columns = new TreeSet<>();
    settings.forEach(setting -> addNames(setting, columns));
    columns.removeIf(name -> !isColumn(name));
    List<String> able = withColumns(columns);
    if (able.isEmpty()) {
      return "no dataset has all of "
          + String.join(", ", columns)
          + ": make a KPI of the rows of each, and combine them, like kpi('orders.revenue') /"
          + " kpi('web.sessions')";
    } else if (columns.isEmpty() || able.size() > MOST_NAMED) {
      return "say which dataset, like from " + (able.contains(USUAL) ? USUAL : able.get(0));
    }
    return "say which dataset: from " + String.join(" or from ", able);
  }

  private static void addNames(Node node, Set<String> names) {
    if (node instanceof Node.Name name) {
      names.add(name.name());
    }
    Node.parts(node).forEach(part -> addNames(part, names));
  }

  private static void addKeys(Node rows, Set<String> names) {
    if (rows instanceof Node.Entries row) {
      row.entries().forEach(entry -> names.add(entry.key()));
    }
    Node.parts(rows).forEach(row -> addKeys(row, names));
  }

  private static boolean isColumn(String name) {
    return Datasets.all().stream().anyMatch(dataset -> dataset.find(name).isPresent());
  }

  /** The one with a name like it that has all columns. */
  Optional<Dataset> found() {
    return Nearest.to(saw.name(), withColumns()).flatMap(Datasets::find);
  }

  private List<String> withColumns() {
    return withColumns(columns);
  }

  private static List<String> withColumns(Set<String> columns) {
    return Datasets.all().stream()
        .filter(dataset -> columns.stream().allMatch(name -> dataset.find(name).isPresent()))
        .map(Dataset::name)
        .toList();
  }

  void report(Problems problems) {
    List<String> able = withColumns();
    boolean areFew = !columns.isEmpty() && !able.isEmpty() && able.size() <= MOST_NAMED;
    if (found().isEmpty() && areFew) {
      problems.add(
          saw.at(),
          "unknown dataset '" + saw.name() + "'",
          able.size() == 1
              ? "did you mean '" + able.get(0) + "', which has " + String.join(", ", columns) + "?"
              : String.join(", ", able) + " have " + String.join(", ", columns));
    } else {
      List<String> all = Datasets.all().stream().map(Dataset::name).toList();
      problems.unknown(saw.at(), "dataset", saw.name(), found().isPresent() ? able : all);
    }
  }

  /**
   * What is wrong whichever dataset is meant.
   *
   * @param settings that name columns
   * @param given names of results
   */
  static void tellWhatNoneHas(Stream<Node> settings, Collection<String> given, Problems problems) {
    Map<String, Node.Name> unknown = new LinkedHashMap<>();
    settings.forEach(setting -> addUnknown(setting, given, unknown));
    List<String> all =
        Datasets.all().stream().flatMap(d -> d.columns().stream()).map(Column::name).toList();
    unknown.values().stream()
        .limit(MOST_TOLD)
        .forEach(
            name ->
                problems.add(
                    name.at(),
                    "unknown column '" + name.name() + "'",
                    Nearest.to(name.name(), all)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("no dataset has one of this name")));
  }

  private static void addUnknown(
      Node node, Collection<String> given, Map<String, Node.Name> unknown) {
    if (node instanceof Node.Name name && isUnknown(name.name(), given)) {
      unknown.putIfAbsent(name.name(), name);
    }
    Node.parts(node).forEach(part -> addUnknown(part, given, unknown));
  }

  private static boolean isUnknown(String name, Collection<String> given) {
    return !isColumn(name)
        && !given.contains(name)
        && !Vocabulary.knows(name)
        && !OF_ANY_ROW.contains(name)
        && !ExampleRows.ROW_WORDS.contains(name);
  }
}

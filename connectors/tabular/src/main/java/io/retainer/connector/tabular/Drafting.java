package io.retainer.connector.tabular;

import io.retainer.mapping.MappingProblem;
import io.retainer.mapping.MappingReader;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a mapping for a table nobody knows. */
record Drafting(String fileName, FileContent content, TableChoices choices) {

  TableDraft draft() throws IOException {
    List<String> sheets = content.sheets().stream().map(Sheet::name).toList();
    Optional<TableCells> found = table();
    if (found.isEmpty()) {
      return new TableDraft(sheets, "", "", List.of(), "", List.of(noTable(choices.sheet())));
    }
    TableCells table = found.get();
    Optional<Guess> guess =
        choices.dataset().isPresent()
            ? Optional.of(Guess.of(dataset(), table, choices))
            : Guess.best(table, choices);
    Map<Integer, String> columns = guess.map(Guess::columns).orElse(Map.of());
    String text = guess.map(it -> text(table, it)).orElse("");
    return new TableDraft(
        sheets,
        table.sheet().name(),
        guess.map(it -> it.dataset().name()).orElse(""),
        headings(table, columns),
        text,
        guess.isEmpty() ? List.of(noDataset()) : problems(table, text));
  }

  private List<ReadIssue> problems(TableCells table, String text) {
    var problems = new ArrayList<ReadIssue>();
    Guess.chosenTwice(table, choices)
        .forEach((column, headings) -> problems.add(twice(column, headings)));
    MappingReader.read(text).problems().stream().map(Drafting::unplaced).forEach(problems::add);
    return problems;
  }

  /** Taking one of them would import the other's figures under no name, and nobody would see. */
  private static ReadIssue twice(String column, List<String> headings) {
    return ReadIssue.ofFile(
        column
            + ": "
            + headings.stream()
                .map(heading -> "\"" + heading + "\"")
                .collect(Collectors.joining(" and ")),
        "one heading for each column",
        "Leave one of them out, or say what else it is.");
  }

  /** Its reader has not written the mapping and sees headings: they are what to choose among. */
  private static ReadIssue unplaced(MappingProblem problem) {
    return ReadIssue.ofFile(problem.saw(), problem.expected(), "Say which heading it is.");
  }

  private Dataset dataset() {
    return Datasets.named(choices.dataset().orElseThrow());
  }

  private Optional<TableCells> table() throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (choices.sheet().isEmpty() || choices.sheet().get().equals(sheet.name())) {
        Optional<TableCells> table = TableCells.of(sheet);
        if (table.isPresent()) {
          return table;
        }
      }
    }
    return Optional.empty();
  }

  private static List<TableDraft.Heading> headings(TableCells table, Map<Integer, String> columns) {
    var headings = new ArrayList<TableDraft.Heading>();
    for (int i = 0; i < table.headings().size(); i++) {
      String heading = table.headings().get(i).strip();
      if (!heading.isEmpty()) {
        headings.add(
            new TableDraft.Heading(heading, table.samples(i), columns.getOrDefault(i, "")));
      }
    }
    return headings;
  }

  private String text(TableCells table, Guess guess) {
    var columns = new LinkedHashMap<String, String>();
    var leftOut = new ArrayList<String>();
    for (int i = 0; i < table.headings().size(); i++) {
      String heading = table.headings().get(i).strip();
      if (guess.columns().containsKey(i)) {
        columns.put(heading, guess.columns().get(i));
      } else if (!heading.isEmpty()) {
        leftOut.add(heading);
      }
    }
    Optional<String> sheet =
        content.sheets().size() > 1 ? Optional.of(table.sheet().name()) : Optional.empty();
    return MappingText.of(title(), sheet, guess.dataset(), columns, leftOut, choices);
  }

  private String title() {
    String name = fileName.replaceFirst("\\.[^.]{1,5}$", "").strip();
    return choices.title().orElse(name.isEmpty() ? "Table" : name);
  }

  private static ReadIssue noTable(Optional<String> sheet) {
    return ReadIssue.ofFile(
        sheet.map(name -> "no table in the sheet \"" + name + "\"").orElse("no table"),
        "a row of headings with rows below",
        "Put the names of the columns into one row, above the figures.");
  }

  private static ReadIssue noDataset() {
    return ReadIssue.ofFile(
        "headings that fit no dataset",
        "headings such as Date, Clicks and Cost",
        "Say which dataset the table fills, then match its columns.");
  }
}

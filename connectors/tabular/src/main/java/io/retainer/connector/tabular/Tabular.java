package io.retainer.connector.tabular;

import io.retainer.mapping.MappedTable;
import io.retainer.mapping.Mapping;
import io.retainer.mapping.MappingProblem;
import io.retainer.mapping.MappingReader;
import io.retainer.mapping.Spelling;
import io.retainer.spi.ColumnType;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.spi.TableMapper;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import io.retainer.toolkit.TextHints;
import io.retainer.toolkit.UnreadableContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads any table by a mapping: one the user gives, or one that comes with the connector. */
public final class Tabular extends TableConnector implements TableMapper {

  private static final List<Mapping> BUILT_IN = BuiltIn.mappings();

  @Override
  public ConnectorDescription describe() {
    var description =
        ConnectorDescription.of("tabular", "Any table")
            .about(
                "Any CSV, TSV or XLSX table, by a mapping in YAML: it names the columns, says what each"
                    + " line is and what goes where.")
            .export("any table", "Write a mapping and give it with --mapping.")
            .export("Online Retail (UCI)", "The mapping comes with the connector.")
            .export(
                "Matomo, visits by day",
                "In Visitors, Overview choose a range of days, and export all metrics as CSV.")
            .layout("any table with a row of headings, described by a mapping", Evidence.SEEN)
            .layout(
                "Online Retail of the UCI repository, also as R packages and Excel write it",
                Evidence.SEEN)
            .layout("visits by day of Matomo, with all metrics", Evidence.REMEMBERED)
            .setting("mapping", "the text of the mapping, in YAML", ColumnType.TEXT);
    Datasets.all().forEach(dataset -> description.fills(dataset, "what the mapping says"));
    return description.build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Mapping mapping : BUILT_IN) {
      if (!tables(mapping, content).isEmpty()) {
        return Recognition.as(mapping.title());
      }
    }
    Optional<String> known = KnownTables.reason(content);
    if (known.isPresent()) {
      return Recognition.notRead(known.get());
    }
    return Recognition.refused(
        "No mapping was given, and the headings are of none of: "
            + String.join(", ", BUILT_IN.stream().map(Mapping::title).toList()));
  }

  @Override
  public Recognition recognise(SourceFile file, String text) throws IOException {
    var outcome = MappingReader.read(text);
    if (outcome.mapping().isEmpty()) {
      return Recognition.refused("The mapping has mistakes: " + outcome.problems().get(0).issue());
    }
    Mapping mapping = outcome.mapping().get();
    try {
      FileContent content = FileContent.of(file, mapping.hints().text());
      return tables(mapping, content).isEmpty()
          ? Recognition.refused("The headings are not those of " + mapping.title() + ".")
          : Recognition.as(mapping.title());
    } catch (UnreadableContent trouble) {
      return new Recognition.Unreadable(trouble.issue());
    }
  }

  @Override
  public List<ReadIssue> check(String mapping) {
    return MappingReader.read(mapping).problems().stream().map(MappingProblem::issue).toList();
  }

  @Override
  public TableDraft draft(SourceFile file, TableChoices choices) throws IOException {
    try {
      return new Drafting(file.name(), FileContent.of(file), choices).draft();
    } catch (UnreadableContent trouble) {
      return new TableDraft(List.of(), "", "", List.of(), "", List.of(trouble.issue()));
    }
  }

  private static List<Table> tables(Mapping mapping, FileContent content) throws IOException {
    var tables = new ArrayList<Table>();
    for (Sheet sheet : content.sheets()) {
      boolean wanted =
          mapping.hints().sheet().isEmpty()
              || mapping.hints().sheet().get().equalsIgnoreCase(sheet.name());
      if (wanted) {
        Table.find(sheet, mapping.headings(), mapping.columns().keySet()).ifPresent(tables::add);
      }
    }
    return tables;
  }

  @Override
  protected FileContent open(SourceFile file, ReadSettings settings) throws IOException {
    String text = settings.values().get("mapping");
    return text == null
        ? FileContent.of(file)
        : FileContent.of(
            file,
            MappingReader.read(text)
                .mapping()
                .map(mapping -> mapping.hints().text())
                .orElse(TextHints.NONE));
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    Optional<Mapping> mapping = mapping(content, settings, sink);
    if (mapping.isEmpty()) {
      return;
    }
    List<Table> tables = tables(mapping.get(), content);
    if (tables.isEmpty()) {
      sink.issue(missingColumns(mapping.get(), content));
      return;
    }
    new MappedTable(mapping.get(), settings, sink).read(tables);
  }

  private static Optional<Mapping> mapping(
      FileContent content, ReadSettings settings, FactSink sink) throws IOException {
    String text = settings.values().get("mapping");
    if (text != null) {
      var outcome = MappingReader.read(text);
      outcome.problems().forEach(problem -> sink.issue(problem.issue()));
      return outcome.mapping();
    }
    for (Mapping mapping : BUILT_IN) {
      if (!tables(mapping, content).isEmpty()) {
        return Optional.of(mapping);
      }
    }
    sink.issue(
        ReadIssue.ofFile(
            "a table nobody has described",
            "a mapping",
            "Write one in YAML and give it with --mapping; the README of the connectors shows how."));
    return Optional.empty();
  }

  /** Names the headings that are not there, beside the row that has most of the others. */
  private static ReadIssue missingColumns(Mapping mapping, FileContent content) throws IOException {
    Row best = Row.of(1, "");
    int most = -1;
    for (Sheet sheet : content.sheets()) {
      for (Row row : sheet.head().subList(0, Math.min(40, sheet.head().size()))) {
        int found = mapping.headings().match(row).keys().size();
        if (found > most) {
          best = row;
          most = found;
        }
      }
    }
    var there = mapping.headings().match(best).keys();
    var missing =
        mapping.columns().entrySet().stream()
            .filter(column -> !there.contains(column.getKey()))
            .flatMap(column -> column.getValue().stream().limit(1))
            .toList();
    var headings = best.cells().stream().filter(cell -> !cell.isBlank()).toList();
    return new ReadIssue(
        best.line(),
        "",
        "headings " + String.join(", ", headings),
        "also " + String.join(", ", missing),
        missing.isEmpty()
            ? "Give a file with a row of headings."
            : Spelling.advice(missing.get(0), headings)
                + " Correct the headings under \"columns:\" in the mapping.");
  }
}

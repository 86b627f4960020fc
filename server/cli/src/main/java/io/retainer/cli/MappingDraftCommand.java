package io.retainer.cli;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a mapping from a file. */
@Command(
    name = "draft",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a mapping of a table to standard output, as far as its headings and cells tell; what",
      "each heading was taken for goes to standard error."
    },
    footer = {
      "",
      "Exit status: 0 a mapping that can be used, 1 something is missing, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer mapping draft receipts.csv > till.yaml",
      "  retainer mapping draft --dataset orders --column \"Bon nr=order_id\" --column Note= book.xlsx",
      "  retainer mapping draft --month-first spend.csv"
    })
final class MappingDraftCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "FILE", description = "a CSV, TSV or workbook, or an archive of one")
  private Path file;

  @Option(
      names = "--dataset",
      paramLabel = "D",
      description = "the dataset it fills (default: the one that fits best)")
  private String dataset;

  @Option(names = "--title", paramLabel = "T", description = "what the table is called")
  private String title;

  @Option(names = "--sheet", paramLabel = "S", description = "which sheet of a workbook")
  private String sheet;

  @Option(
      names = "--column",
      paramLabel = "HEADING=COLUMN",
      description = "what a heading means: a column, day, or nothing after = to leave it out")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--month-first",
      negatable = true,
      description = "read 03/04/2026 as 4 March (--no-month-first: as 3 April)")
  private Boolean monthFirst;

  @Option(
      names = "--decimal-comma",
      negatable = true,
      description = "read 1,234 as one and a bit (--no-decimal-comma: as a thousand)")
  private Boolean decimalComma;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUsage("There is no file \"" + file + "\".");
    }
    TableChoices choices = choices();
    try (Workspace workspace = home.open()) {
      TableDraft draft = workspace.imports().draft(ReceivedFile.of(file), choices);
      print(draft);
      return draft.problems().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }
  }

  private TableChoices choices() {
    List<String> datasets = Datasets.all().stream().map(Dataset::name).toList();
    if (dataset != null && !datasets.contains(dataset)) {
      throw new WrongUsage(
          "There is no dataset \"" + dataset + "\"; there are " + String.join(", ", datasets));
    }
    columns.replaceAll((heading, column) -> column == null ? "" : column.strip());
    columns.forEach(this::check);
    return new TableChoices(
        Optional.ofNullable(title),
        Optional.ofNullable(sheet),
        Optional.ofNullable(dataset),
        columns,
        Optional.ofNullable(monthFirst),
        Optional.ofNullable(decimalComma));
  }

  private void check(String heading, String column) {
    boolean isKnown =
        column.isEmpty()
            || column.equals(TableChoices.DAY)
            || Datasets.all().stream()
                .filter(one -> dataset == null || one.name().equals(dataset))
                .anyMatch(one -> one.find(column).isPresent());
    if (!isKnown) {
      throw new WrongUsage(
          "\""
              + column
              + "\" is no column of "
              + (dataset == null ? "any dataset" : dataset)
              + ", so it cannot be what \""
              + heading
              + "\" means.");
    }
  }

  private void print(TableDraft draft) {
    PrintWriter err = spec.commandLine().getErr();
    if (!draft.columns().isEmpty()) {
      var table = new Table("heading", "for example", "means");
      draft
          .columns()
          .forEach(
              heading ->
                  table.row(
                      heading.text(),
                      heading.samples().stream().findFirst().orElse(""),
                      heading.column().isEmpty() ? "-" : heading.column()));
      table.print(err);
    }
    for (ReadIssue problem : draft.problems()) {
      err.println(
          "Missing: "
              + problem.saw()
              + ", expected "
              + problem.expected()
              + ". "
              + problem.advice());
    }
    if (!draft.problems().isEmpty() && !draft.columns().isEmpty()) {
      err.println("Say it with --dataset NAME and --column \"HEADING=COLUMN\".");
    }
    err.flush();
    spec.commandLine().getOut().print(draft.mapping());
    spec.commandLine().getOut().flush();
  }
}

package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.time.Period;
import io.retainer.warehouse.imports.GivenSettings;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Mappings;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ImportJson;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports what the platforms exported. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports exports of platforms: each file is recognised by its content, read, checked row by"
          + " row, and accepted whole or not at all.",
      "A client that is not there yet is added when at least one of --client-name, --zone,"
          + " --locale and --currency is given."
    },
    synopsisSubcommandLabel = "list|show|undo",
    subcommands = {ImportListCommand.class, ImportShowCommand.class, ImportUndoCommand.class},
    footer = {
      "",
      "Each file is accepted, partial (rows were rejected), rejected, duplicate or unrecognised.",
      "Exit status: 0 all accepted or duplicate, 1 something was rejected, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer import --client nordic exports/2026-10/*",
      "  retainer import --client nordic --client-name \"Nordic Outdoor\" --zone Europe/Helsinki"
          + " --locale fi --currency EUR exports",
      "  retainer import --client cafe --mapping till.yaml receipts-2026-10.csv",
      "  retainer import --client nordic --dry-run --json orders.csv",
      "  retainer import --client nordic --set won-stages=Signed,Paid deals.csv",
      "  retainer import undo 17",
      "A file that is called list, show or undo is written ./undo."
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  // Not for list, show and undo below, so it is asked for in words.
  @Option(names = "--client", paramLabel = "ID", description = "whose files")
  private ClientId client;

  @Mixin private ClientOptions data;

  @Option(
      names = "--account",
      paramLabel = "A",
      description = "the platform account, where the files do not name it")
  private String account;

  @Option(
      names = "--mapping",
      paramLabel = "M",
      description =
          "a mapping file, or the name of a saved or built-in one, for tables no connector knows")
  private String mapping;

  @Option(
      names = "--connector",
      paramLabel = "C",
      description = "the connector that is to read them (default: every one is asked)")
  private String connector;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "the days that files without any date are about, like 2026-10")
  private Period period;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "a setting of a connector, as retainer connector show names it; several times")
  private List<String> settings = List.of();

  @Option(names = "--dry-run", description = "do everything but keep the result")
  private boolean dryRun;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "files, folders with files, or patterns like exports/**.csv")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (client == null || files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          client == null
              ? "Missing option: --client ID, whose files they are"
              : "Missing FILE: name the files or folders to import");
    }
    List<Path> found = new NamedFiles(Path.of("")).find(files);
    try (Workspace workspace = home.open()) {
      ImportOptions options = options(workspace);
      if (connector != null && workspace.connectors().find(connector).isEmpty()) {
        throw new WrongUsage(
            "There is no connector \""
                + connector
                + "\"; there are "
                + workspace.connectors().descriptions().stream().map(d -> d.id()).toList());
      }
      Client owner = owner(workspace);
      PrintWriter err = spec.commandLine().getErr();
      List<ImportResult> results =
          workspace
              .imports()
              .importFiles(
                  owner,
                  found.stream().map(ReceivedFile::of).toList(),
                  options,
                  new ImportProgress(err, System.console() != null));
      print(results);
      return results.stream().anyMatch(result -> result.status().isFinding())
          ? ExitStatus.FINDINGS
          : ExitStatus.DONE;
    }
  }

  private ImportOptions options(Workspace workspace) throws IOException {
    return new ImportOptions(
        Optional.ofNullable(account),
        Optional.ofNullable(connector),
        mapping == null ? Optional.empty() : Optional.of(mappingText(workspace)),
        Optional.ofNullable(period).map(Period::span),
        given(workspace),
        dryRun,
        Who.asks());
  }

  private Map<String, String> given(Workspace workspace) {
    try {
      return settings.isEmpty()
          ? Map.of()
          : GivenSettings.of(settings, workspace.connectors().descriptions());
    } catch (IllegalArgumentException e) {
      throw new WrongUsage("--set: " + e.getMessage());
    }
  }

  private String mappingText(Workspace workspace) throws IOException {
    Path file = Path.of(mapping);
    if (Files.isRegularFile(file)) {
      return Files.readString(file);
    }
    Optional<String> saved = workspace.imports().mappings().find(mapping).map(Mappings.Saved::text);
    return saved
        .or(() -> Installed.here().mapping(mapping))
        .orElseThrow(
            () ->
                new WrongUsage(
                    "There is no mapping file \""
                        + mapping
                        + "\", and no saved or built-in mapping of this name; there are "
                        + mappings(workspace)));
  }

  private static List<String> mappings(Workspace workspace) {
    List<String> names = new ArrayList<>(Installed.here().mappings());
    workspace.imports().mappings().all().forEach(saved -> names.add(saved.name()));
    return names;
  }

  private Client owner(Workspace workspace) {
    Optional<Client> known = workspace.clients().find(client);
    PrintWriter err = spec.commandLine().getErr();
    if (known.isPresent()) {
      data.differencesFrom(known.get())
          .forEach(
              difference -> err.println("Client " + client + " is kept as it is: " + difference));
      return known.get();
    }
    if (!data.areGiven()) {
      String clients =
          workspace.clients().all().stream().map(c -> c.id().value()).toList().toString();
      throw new WrongUsage(
          "There is no client \""
              + client
              + "\" in "
              + home.folder()
              + " (there are "
              + clients
              + "). To add it with this import, say who it is: --client-name, --zone, --locale,"
              + " --currency.");
    }
    Client added = data.client(client);
    if (!dryRun) {
      workspace.clients().add(added);
      err.println(
          "Added client %s: %s, %s, %s, %s"
              .formatted(
                  added.id(),
                  added.name(),
                  added.zone(),
                  added.locale().toLanguageTag(),
                  added.currency()));
    }
    return added;
  }

  private void print(List<ImportResult> results) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(Json.<ImportResult>array(results, ImportCommand::document)));
    } else {
      new ImportSummary(out, dryRun).print(results);
    }
  }

  private static JsonNode document(ImportResult result) {
    return ImportJson.of(result);
  }
}

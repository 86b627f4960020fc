package io.retainer.cli;

import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.RateFileJson;
import io.retainer.workspace.rates.RateFile;
import io.retainer.workspace.rates.Rates;
import io.retainer.workspace.rates.RatesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a file of exchange rates. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a file of exchange rates: all of it or nothing. It is the European Central Bank's own",
      "(eurofxref-hist.zip, eurofxref-hist.csv or eurofxref.csv), or a CSV with the headings",
      "date,currency,base,rate: 2026-10-01,USD,EUR,1.0825 says that a euro is worth 1.0825 dollars.",
      "",
      "What earlier files say of other days stays. Of one day the latest file counts; rates undo takes",
      "it back. A rate holds until the next one, for seven days at most."
    },
    footer = {
      "",
      "Exit status: 0 taken or nothing new in it, 1 refused, 2 wrong usage.",
      "",
      "Example:",
      "  retainer rates import eurofxref-hist.zip"
    })
final class RatesImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "FILE", description = "CSV, or a ZIP with one")
  private Path file;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    byte[] bytes = bytes();
    try (Workspace workspace = home.open()) {
      Optional<RateFile> added =
          workspace.rates().add(file.getFileName().toString(), bytes, Who.asks());
      spec.commandLine().getOut().println(json ? json(added) : words(added));
      return ExitStatus.DONE;
    } catch (RatesException e) {
      spec.commandLine().getErr().println("retainer: " + e.getMessage());
      return ExitStatus.FINDINGS;
    }
  }

  private byte[] bytes() {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Rates.LARGEST + 1);
    } catch (IOException e) {
      throw new WrongUsage("The file " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static String json(Optional<RateFile> added) {
    return Json.text(added.map(RateFileJson::of).orElseGet(Json::object));
  }

  private static String words(Optional<RateFile> added) {
    return added
        .map(
            taken ->
                "%s: %d new rates, %d changed, %s to %s."
                    .formatted(
                        taken.title(), taken.added(), taken.changed(), taken.first(), taken.last()))
        .orElse("Nothing new is in it; nothing was changed.");
  }
}

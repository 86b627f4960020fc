package io.retainer.cli;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiScriptCheck;
import io.retainer.kpi.script.ParsedScripts;
import io.retainer.workspace.Installation;
import io.retainer.workspace.WholeFolder;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * What the build runs once: the classes that the command line needs are laid out in an archive that
 * a warm start maps into memory, and the scripts are read for the first start of each home.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    var nowhere = new PrintWriter(Writer.nullWriter());
    for (String command : List.of("import", "client", "kpi", "report", "serve")) {
      Retainer.commandLine(nowhere, nowhere).execute(command, "--help");
    }
    Json.text(Json.object().put("rehearsed", true));
    Installation parts = Installed.here().parts();
    Path program = parts.kpiScripts();
    // What an earlier build has read would be known, and Groovy not be in the archive.
    WholeFolder.delete(parts.parsedScripts());
    Computing computing = Computing.in(program, Authors.none());
    KpiScriptCheck.check(
        List.of(program), List.of(), computing, ParsedScripts.in(parts.parsedScripts()));
    computing.workers().close();
    return ExitStatus.DONE;
  }
}

package io.retainer.cli;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiScriptCheck;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * What the build runs once, so that the classes the command line needs are laid out in an archive
 * that a warm start maps into memory.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    for (String command : List.of("import", "client", "kpi", "report", "serve")) {
      Retainer.commandLine(nowhere, nowhere).execute(command, "--help");
    }
    Json.text(Json.object().put("rehearsed", true));
    Path program = Installed.here().parts().kpiScripts();
    Computing computing = Computing.in(program, Authors.none());
    KpiScriptCheck.check(List.of(program), computing);
    computing.workers().close();
    return ExitStatus.DONE;
  }
}

package io.retainer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import io.retainer.kpi.KpiScriptCheck.Example;
import io.retainer.kpi.KpiScriptCheck.Kpi;
import io.retainer.kpi.KpiScriptCheck.Script;
import io.retainer.workspace.Rights;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the examples inside KPI scripts. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Reads KPI scripts and runs the examples in them.",
    footer = {
      "",
      "Without FILE: the scripts that came with the program, and those of the home folder. A script",
      "may refer to KPIs of these in any case. Of each file the first problems are printed, and all",
      "of them with --json.",
      "Exit status: 0 all examples hold, 1 a script or an example failed or there was none, 2 wrong",
      "usage.",
      "",
      "Examples:",
      "  retainer kpi test",
      "  retainer kpi test kpi-scripts/retention my-kpis/email.groovy"
    })
final class KpiTestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "scripts, or folders with scripts")
  private List<Path> paths = List.of();

  @Override
  public Integer call() {
    paths.forEach(KpiTestCommand::checkThatItEnds);
    Path program = Installed.here().parts().kpiScripts();
    Rights rights = Rights.of(Configuration.of(home.folder())::value);
    Computing computing = Computing.in(program, rights.computing());
    List<Script> scripts = NothingFound.among(paths, scripts(computing));
    computing.workers().close();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(Json.array(scripts, KpiTestCommand::document)));
    } else {
      new KpiTestReport(out).print(scripts);
    }
    return scripts.stream().allMatch(Script::passed) ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }

  /** Reading a pipe would wait for whoever writes to it, and some devices have no end. */
  private static void checkThatItEnds(Path path) {
    if (!Files.exists(path)) {
      throw new WrongUsage("There is no file or folder " + path);
    }
    if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new WrongUsage(
          path
              + " is no file, but a pipe or a device. Name a file with scripts, or a folder of such"
              + " files");
    }
  }

  /** A script may refer to those in force: that came with the program, and of the home folder. */
  private List<Script> scripts(Computing computing) {
    List<Path> layers = usual();
    if (!paths.isEmpty()) {
      return KpiScriptCheck.check(paths, layers, computing).scripts();
    }
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      scripts.addAll(
          KpiScriptCheck.check(List.of(layers.get(i)), layers.subList(0, i), computing).scripts());
    }
    return scripts;
  }

  private List<Path> usual() {
    return Stream.of(Installed.here().parts().kpiScripts(), home.folder().resolve("kpi-scripts"))
        .filter(Files::isDirectory)
        .toList();
  }

  private static ObjectNode document(Script script) {
    ObjectNode document = Json.object().put("file", script.file()).put("passed", script.passed());
    document.set("problems", Json.array(script.problems(), KpiTestCommand::problem));
    document.set("kpis", Json.array(script.kpis(), KpiTestCommand::kpi));
    return document;
  }

  private static ObjectNode problem(KpiProblem problem) {
    return Json.object()
        .put("file", problem.file())
        .put("line", problem.line())
        .put("column", problem.column())
        .put("message", problem.message())
        .put("advice", problem.advice());
  }

  private static ObjectNode kpi(Kpi kpi) {
    ObjectNode document =
        Json.object().put("id", kpi.id()).put("line", kpi.line()).put("passed", kpi.passed());
    document.set("examples", Json.array(kpi.examples(), KpiTestCommand::example));
    return document;
  }

  private static ObjectNode example(Example example) {
    return Json.object()
        .put("title", example.title())
        .put("line", example.line())
        .put("column", example.column())
        .put("passed", example.passed())
        .put("expected", example.expected())
        .put("was", example.was());
  }
}

package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.doctor.Doctor;
import io.retainer.cli.doctor.Finding;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is in the server's way. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks at what can be in the server's way and says what to do. It changes nothing: no file is"
            + " written, no database migrated, no mail sent.",
    footer = {
      "",
      "Looked at: settings, Java, port, disk, fonts, clock, the home's rights, both databases,",
      "connectors, KPI scripts, the mail servers that are configured (reached, and signed in to), and",
      "the destinations, which of them are paused and which do not take reports (none is called).",
      "Settings are those of the environment, RETAINER_SERVER_OPTS and <home>/retainer.properties.",
      "Exit status: 0 nothing is broken, 1 something is, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer doctor",
      "  sudo -u retainer retainer doctor --home /srv/retainer --json"
    })
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings =
        Doctor.of(home.folder(), Installed.here().parts(), System.getenv()).findings();
    if (json) {
      out.println(Json.text(Json.array(findings, DoctorCommand::document)));
    } else {
      findings.forEach(finding -> print(out, finding));
    }
    return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.BROKEN)
        ? ExitStatus.FINDINGS
        : ExitStatus.DONE;
  }

  private static void print(PrintWriter out, Finding finding) {
    out.println("%-7s %-16s %s".formatted(word(finding), finding.subject(), finding.saw()));
    if (!finding.advice().isEmpty()) {
      out.println("%-24s %s".formatted("", finding.advice()));
    }
  }

  private static JsonNode document(Finding finding) {
    return Json.object()
        .put("subject", finding.subject())
        .put("level", word(finding))
        .put("saw", finding.saw())
        .put("advice", finding.advice());
  }

  private static String word(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }
}

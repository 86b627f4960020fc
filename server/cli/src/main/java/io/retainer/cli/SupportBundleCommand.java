package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.doctor.Doctor;
import io.retainer.cli.doctor.Finding;
import io.retainer.cli.server.RunningServer;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.support.Part;
import io.retainer.workspace.support.SupportBundle;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What may be given to whoever helps. */
@Command(
    name = "support-bundle",
    mixinStandardHelpOptions = true,
    description =
        "Collects what somebody who helps needs to see: versions, settings, what doctor finds, numbers"
            + " of rows, metrics, memory, threads and the ends of the logs. Without FILE it only says"
            + " what the bundle would hold.",
    footer = {
      "",
      "There are no passwords, no rows of data, and no names or addresses of clients and people in it:",
      "they are taken out, and of quoted text only the quotes stay. Look through it all the same.",
      "Nothing is sent anywhere. Metrics, memory and threads are those of a running server.",
      "",
      "Examples:",
      "  retainer support-bundle",
      "  retainer support-bundle --home /srv/retainer support.zip"
    })
final class SupportBundleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "the ZIP file to write")
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (file != null && Files.exists(file)) {
      throw new WrongUsage(file + " is there already; name another file.");
    }
    if (!Files.isDirectory(home.folder())) {
      throw new WrongUsage("There is no home in " + home.folder() + "; name one with --home.");
    }
    SupportBundle bundle = bundle();
    PrintWriter out = spec.commandLine().getOut();
    for (Part part : bundle.parts()) {
      out.println("%-24s %,10d  %s".formatted(part.name(), part.text().length(), part.about()));
    }
    out.flush();
    if (file == null) {
      out.println(
          "Nothing is written. Name a file to write it: retainer support-bundle support.zip");
      return ExitStatus.DONE;
    }
    try (OutputStream zip = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      bundle.write(zip);
    }
    out.println(
        "%s: %,d bytes. Look through it before you pass it on.".formatted(file, Files.size(file)));
    return ExitStatus.DONE;
  }

  private SupportBundle bundle() throws IOException, InterruptedException {
    List<Part> mine = List.of(version(), doctor());
    Optional<RunningServer> server = RunningServer.of(home.folder());
    HomeFolder folder = home.work();
    Configuration set = Configuration.ofServer(folder.root(), System.getenv());
    if (server.isEmpty()) {
      try (Workspace workspace = home.open()) {
        return SupportBundle.of(workspace, mine);
      } catch (RuntimeException e) {
        List<Part> all = new ArrayList<>(mine);
        all.add(
            new Part("home.txt", "why the home cannot be opened", String.valueOf(e.getMessage())));
        return SupportBundle.ofClosed(folder, set, all);
      }
    }
    List<Part> all = new ArrayList<>(SupportBundle.ofClosed(folder, set, mine).parts());
    JsonNode told = new Api(server.get().url(), server.get().token()).get("support-bundle");
    told.path("parts")
        .forEach(
            part ->
                all.add(
                    new Part(
                        part.path("name").asText(),
                        part.path("about").asText(),
                        part.path("text").asText())));
    return new SupportBundle(all);
  }

  private static Part version() {
    return new Part(
        "version.txt", "of this program", String.join("\n", new Version().getVersion()) + "\n");
  }

  private Part doctor() throws IOException {
    return new Part(
        "doctor.txt",
        "what retainer doctor finds",
        Doctor.of(home.folder(), Installed.here().parts(), System.getenv()).findings().stream()
            .map(SupportBundleCommand::line)
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private static String line(Finding finding) {
    return "%-7s %-16s %s %s"
        .formatted(
            finding.level().name().toLowerCase(Locale.ROOT),
            finding.subject(),
            finding.saw(),
            finding.advice());
  }
}

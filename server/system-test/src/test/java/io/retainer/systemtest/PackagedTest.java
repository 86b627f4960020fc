package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is installed from the archive: the launcher beside its program, and the files for services.
 */
class PackagedTest {

  private static final Path DIST = Launcher.checkout().resolve("server/cli/src/main/dist");

  /** Archives classes when told to, and says how it was called. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      for argument in "$@"; do
        case $argument in
          -XX:ArchiveClassesAtExit=*) echo classes >"${argument#*=}" ;;
        esac
      done
      echo "$@"
      """;

  @TempDir Path folder;

  private Path installed;

  @BeforeEach
  void unpack() throws IOException {
    installed = folder.resolve("retainer 1.2.3");
    Files.createDirectories(installed.resolve("program/lib"));
    Files.copy(Launcher.checkout().resolve("retainer"), installed.resolve("retainer"));
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, JAVA);
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.19\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void theLauncherBuildsNothingAndRunsTheProgramBesideIt() throws Exception {
    assertThat(run("kpi", "list"))
        .contains("-Dretainer.installation=" + installed + "/program")
        .contains("-Dretainer.checkout=" + installed)
        .endsWith("io.retainer.cli.Retainer kpi list\n")
        .doesNotContain("Building");
  }

  @Test
  void theFirstRunPreparesFasterStartsAndLaterOnesUseThem() throws Exception {
    Path archive = installed.resolve("program/lib/retainer-17.jsa");

    assertThat(run("--version")).contains("Preparing faster starts");
    assertThat(archive).exists();
    assertThat(run("--version"))
        .contains("-XX:SharedArchiveFile=" + archive)
        .doesNotContain("Preparing");
  }

  @Test
  void whatTheImageIsMadeOfIsInTheArchive() throws IOException {
    String archive = Files.readString(DIST.resolve("archive.xml"));
    List<String> copied =
        Files.readAllLines(DIST.resolve("service/Containerfile")).stream()
            .filter(line -> line.startsWith("COPY "))
            .flatMap(line -> Stream.of(line.split(" ")).skip(1))
            .filter(part -> !part.startsWith("/"))
            .map(part -> part.split("/")[0])
            .distinct()
            .toList();

    assertThat(copied).contains("program", "retainer", "kpi-scripts", "report-templates");
    assertThat(copied)
        .allSatisfy(
            part ->
                assertThat(archive)
                    .containsAnyOf(
                        "<outputDirectory>" + part + "</outputDirectory>",
                        "<include>" + part + "</include>"));
  }

  @Test
  void neitherServiceRunsAsRoot() throws IOException {
    assertThat(Files.readAllLines(DIST.resolve("service/Containerfile")))
        .contains("USER 10001")
        .anyMatch(line -> line.startsWith("HEALTHCHECK"));
    assertThat(Files.readAllLines(DIST.resolve("service/retainer.service")))
        .contains("User=retainer", "NoNewPrivileges=yes", "ProtectSystem=strict");
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of("bash", installed + "/retainer"), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return said;
  }
}

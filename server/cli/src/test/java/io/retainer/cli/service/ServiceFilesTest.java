package io.retainer.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container file and the unit, as far as they can be looked at without running them. */
class ServiceFilesTest {

  private static final Path DIST = Path.of("src/main/dist").toAbsolutePath();
  private static final Pattern EXPOSURE = Pattern.compile("exposure level for [^:]+: ([0-9.]+)");

  @TempDir Path folder;

  /** Instructions with what continues them, without comments. */
  private static List<String> container() throws IOException {
    List<String> instructions = new ArrayList<>();
    var current = new StringBuilder();
    for (String line : Files.readAllLines(DIST.resolve("service/Containerfile"))) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      current.append(line.replaceFirst("\\\\$", "").strip()).append(' ');
      if (!line.endsWith("\\")) {
        instructions.add(current.toString().strip());
        current.setLength(0);
      }
    }
    return instructions;
  }

  private static List<String> all(String word) throws IOException {
    return container().stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length()).strip())
        .toList();
  }

  @Test
  void theImageTakesOnlyWhatTheArchiveHas() throws IOException {
    String archive = Files.readString(DIST.resolve("archive.xml"));

    for (String copy : all("COPY")) {
      String[] words = copy.split(" ");
      for (String source : List.of(words).subList(0, words.length - 1)) {
        String top = source.split("/")[0];
        assertThat(archive)
            .as("COPY " + source)
            .containsAnyOf(
                "<outputDirectory>" + top + "</outputDirectory>", "<include>" + top + "</include>");
      }
    }
  }

  @Test
  void whatChangesRarelyIsALayerOfItsOwnBeforeTheRest() throws IOException {
    assertThat(all("COPY")).first().asString().startsWith("program/server/payara-micro.jar");
    assertThat(container().indexOf("USER 10001"))
        .isGreaterThan(container().indexOf("RUN /opt/retainer/retainer --version"));
  }

  @Test
  void theProcessIsNobodyAndWritesIntoItsHomeOnly() throws IOException {
    assertThat(all("USER")).containsExactly("10001");
    assertThat(all("VOLUME")).containsExactly("/home/retainer");
    assertThat(all("ENV")).first().asString().contains("RETAINER_HOME=/home/retainer");
    assertThat(all("FROM")).allMatch(image -> image.contains(":") && !image.endsWith(":latest"));
    assertThat(container()).noneMatch(line -> line.startsWith("ADD "));
  }

  /** The very command of the image, against servers that are well, not well, and not there. */
  @Test
  void theHealthCheckSaysWhetherTheServerIsReady() throws Exception {
    String check = all("HEALTHCHECK").get(0);
    JsonNode command = Json.read(check.substring(check.indexOf('[')));

    assertThat(healthy(command, 200)).isTrue();
    assertThat(healthy(command, 503)).isFalse();
    assertThat(run(command, 1)).as("nothing listens").isNotZero();
  }

  private static boolean healthy(JsonNode command, int status) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean asked = exchange.getRequestURI().getPath().equals("/health/ready");
          exchange.sendResponseHeaders(asked ? status : 404, -1);
          exchange.close();
        });
    server.start();
    try {
      return run(command, server.getAddress().getPort()) == 0;
    } finally {
      server.stop(0);
    }
  }

  private static int run(JsonNode command, int port) throws Exception {
    List<String> words = new ArrayList<>();
    command.forEach(word -> words.add(word.asText().replace("8080", String.valueOf(port))));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void theUnitIsSoundAndShutIn() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd here");
    Path unit = folder.resolve("retainer.service");
    Files.writeString(
        unit,
        Files.readString(DIST.resolve("service/retainer.service"))
            .replace("/opt/retainer/retainer", "/bin/true"));

    assertThat(said("systemd-analyze", "verify", unit.toString())).isEmpty();
    Matcher exposure =
        EXPOSURE.matcher(said("systemd-analyze", "security", "--offline=true", unit.toString()));
    assertThat(exposure.find()).isTrue();
    assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(1.7);
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    return text;
  }
}

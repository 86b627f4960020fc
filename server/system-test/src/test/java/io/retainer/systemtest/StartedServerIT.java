package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server by its start script alone, in places that break what is not quoted. */
class StartedServerIT {

  private static final long START_LIMIT_NANOS = TimeUnit.MINUTES.toNanos(8);

  @TempDir Path folder;

  @Test
  void startsInPathsWithSpacesAndOtherLettersAndAgainWithAnArchiveThatIsCutShort()
      throws Exception {
    Path installation = folder.resolve("праграмы і іншае");
    Files.createSymbolicLink(
        installation, Launcher.checkout().resolve("server/cli/target/retainer"));
    Path home = folder.resolve("дом агенцтва");

    Process first = startAndWait(installation, home);
    first.destroy();
    assertThat(first.waitFor(4, TimeUnit.MINUTES)).isTrue();
    Path archive = home.resolve("run/payara/classes.jsa.new");
    assertThat(archive).isNotEmptyFile();
    assertThat(archive.toFile().setWritable(true)).isTrue();
    try (var file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 2);
    }

    Process second = startAndWait(installation, home);
    second.destroyForcibly().waitFor();
    assertThat(home.resolve("run/payara/classes.jsa")).doesNotExist();
  }

  @Test
  void endsWithTheReasonWhenItsDatabaseCannotBeRead() throws Exception {
    Path home = UsedHome.cleared();
    Files.writeString(home.resolve("facts.duckdb"), "not facts");
    Path log = folder.resolve("log");

    Process server =
        start(Launcher.checkout().resolve("server/cli/target/retainer"), home, port(), log);

    assertThat(server.waitFor(8, TimeUnit.MINUTES)).isTrue();
    assertThat(server.exitValue()).isEqualTo(1);
    assertThat(Files.readString(log))
        .contains("The server cannot start: ", "facts.duckdb", "not a valid DuckDB database file");
  }

  @Test
  void endsWithTheReasonWhenASettingCannotBeUsed() throws Exception {
    Path log = folder.resolve("log");

    Process server =
        start(
            Launcher.checkout().resolve("server/cli/target/retainer"),
            UsedHome.cleared(),
            port(),
            log,
            Map.of("RETAINER_MAIL_FROM", "nobody"));

    assertThat(server.waitFor(8, TimeUnit.MINUTES)).isTrue();
    assertThat(server.exitValue()).isEqualTo(1);
    assertThat(Files.readString(log))
        .contains("The server cannot start: ", "RETAINER_MAIL_FROM is \"nobody\"");
  }

  private Process startAndWait(Path installation, Path home) throws Exception {
    int port = port();
    Path log = folder.resolve("log");
    Process server = start(installation, home, port, log);
    long limit = System.nanoTime() + START_LIMIT_NANOS;
    while (!isReady(port)) {
      if (server.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > limit) {
        server.destroyForcibly();
        throw new AssertionError("The server did not start: " + Files.readString(log));
      }
    }
    assertThat(answer(port, "/sign-in").statusCode())
        .as("who was sent here as it is ready is served")
        .isEqualTo(200);
    assertThat(ready(port).headers().firstValue("Server"))
        .as("tells strangers no version")
        .isEmpty();
    for (String ofTheContainer : List.of("/metrics", "/WEB-INF/web.xml", "/openapi/ui")) {
      assertThat(answer(port, ofTheContainer).body())
          .as("what the container answers before the server is asked, at " + ofTheContainer)
          .doesNotContain("Payara");
    }
    return server;
  }

  /** In the locale of a bare service manager, which knows ASCII only. */
  private static Process start(Path installation, Path home, int port, Path log)
      throws IOException {
    return start(installation, home, port, log, Map.of());
  }

  private static Process start(
      Path installation, Path home, int port, Path log, Map<String, String> settings)
      throws IOException {
    var builder =
        new ProcessBuilder(
                "bash",
                installation.resolve("server/start").toString(),
                installation.toString(),
                home.toString(),
                String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("RETAINER_SERVER_OPTS", "-XX:TieredStopAtLevel=1");
    builder.environment().putAll(settings);
    return builder.start();
  }

  private static int port() {
    return FreePort.get();
  }

  private static boolean isReady(int port) throws InterruptedException {
    try {
      return ready(port).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static HttpResponse<String> ready(int port) throws IOException, InterruptedException {
    return answer(port, "/health/ready");
  }

  private static HttpResponse<String> answer(int port, String path)
      throws IOException, InterruptedException {
    URI asked = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(asked).build(), BodyHandlers.ofString());
  }
}

package io.retainer.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.cli.api.Api;
import io.retainer.workspace.contract.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {

  @TempDir private Path home;

  private void says(ProcessHandle process) throws IOException {
    var json =
        Json.object()
            .put("url", "https://reports.agency.example/")
            .put("local", "http://127.0.0.1:1/")
            .put("token", "t")
            .put("pid", process.pid())
            .put("started", process.info().startInstant().orElseThrow().toString());
    Files.createDirectories(home.resolve("run"));
    Files.writeString(RunningServer.file(home), Json.text(json));
  }

  @Test
  void aLivingProcessIsTheServerOfItsHome() throws IOException {
    says(ProcessHandle.current());

    assertThat(RunningServer.of(home)).isPresent();
    assertThat(RunningServer.of(home).orElseThrow().answers()).isFalse();
  }

  @Test
  void programsOfThisMachineCallItThereAndPeopleAtItsAddress() throws IOException {
    says(ProcessHandle.current());

    RunningServer server = RunningServer.of(home).orElseThrow();

    assertThat(server.url()).hasToString("http://127.0.0.1:1/");
    assertThat(server.address()).hasToString("https://reports.agency.example/");
    assertThatThrownBy(() -> new Api(server.url(), "t").get("clients"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("http://127.0.0.1:1/")
        .hasMessageContaining("does not answer");
  }

  /** Its token would else go wherever that address leads. */
  @Test
  void aFileOfAnotherVersionIsNoReasonToCallTheAddressOfThePages() throws IOException {
    says(ProcessHandle.current());
    Path file = RunningServer.file(home);
    Files.writeString(file, Files.readString(file).replace("\"local\"", "\"other\""));

    assertThatThrownBy(() -> RunningServer.of(home)).hasMessageContaining("another version");
  }

  /** Who was killed stays in the list of processes until who began it asks how it ended. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aKilledOneIsNotAlsoWhileNobodyAskedHowItEnded() throws Exception {
    Process parent =
        new ProcessBuilder("bash", "-c", "sleep 300 & echo $!; exec sleep 300").start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      // The shell itself would ask how its child ended: only what it becomes does not.
      Path name = Path.of("/proc/" + parent.pid() + "/comm");
      while (!Files.readString(name).equals("sleep\n")) {
        Thread.sleep(10);
      }
      says(child);
      assertThat(RunningServer.of(home)).isPresent();

      child.destroyForcibly();
      Path stat = Path.of("/proc/" + child.pid() + "/stat");
      while (!Files.readString(stat).contains(") Z ")) {
        Thread.sleep(10);
      }

      assertThat(child.isAlive()).as("to Java").isTrue();
      assertThat(RunningServer.of(home)).isEmpty();
    } finally {
      parent.destroyForcibly();
    }
  }
}

package io.retainer.workspace.pull;

import static io.retainer.workspace.pull.PulledHome.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are commands: real processes of this machine. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class CommandTest {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @TempDir Path folder;
  private PulledHome home;

  @BeforeEach
  void open() {
    home =
        new PulledHome(folder, new Endpoints(NOWHERE, NOWHERE, NOWHERE, "http://127.0.0.1:1/%s/"));
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void whatTheCommandWritesIsImportedAndItIsToldTheDays() throws IOException {
    Path tap =
        script(
            """
            echo "{\\"type\\":\\"RECORD\\",\\"stream\\":\\"sales\\",\\"record\\":{\\"first\\":\\"$1\\",\\"last\\":\\"$2\\",\\"token\\":\\"$TOKEN\\",\\"folder\\":\\"$(ls)\\",\\"other\\":\\"${OTHER:-}\\"}}"
            """);
    ownersOnly("taps.env", "# for the tap\nTOKEN=hush-hush\n");
    commands(
        "shop:\n    run: [%s, '{first}', '{last};id']\n    environment: taps.env".formatted(tap));
    home.add("command", "shop", "", FIRST);

    assertThat(home.puller(NOON).pull(home.only())).isOne();

    assertThat(home.names).containsExactly("command-shop-2026-11-01-2026-11-25.jsonl");
    assertThat(home.accounts).containsExactly("");
    assertThat(new String(home.files.get(0), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"type\":\"RECORD\",\"stream\":\"sales\",\"record\":{\"first\":\"2026-11-01\",\"last\":\"2026-11-25;id\",\"token\":\"hush-hush\",\"folder\":\"\",\"other\":\"\"}}\n");
    assertThat(home.only().pulledUntil()).contains(LocalDate.of(2026, 11, 25));
    home.puller(NOON.plus(Duration.ofDays(1))).pullDue();
    assertThat(home.names).last().asString().contains("2026-11-23-2026-11-26");
  }

  @Test
  void aStreamWithoutRecordsIsNothingNew() throws IOException {
    commands("shop:\n    run: [%s]".formatted(script("echo '{\"type\":\"STATE\",\"value\":{}}'")));
    home.add("command", "shop", "", FIRST);

    assertThat(home.puller(NOON).pull(home.only())).isZero();

    assertThat(home.names).isEmpty();
    assertThat(home.only().problem()).isEmpty();
  }

  @Test
  void aCommandThatFailsIsToldWithItsLastLinesAndWithoutItsSecrets() throws IOException {
    ownersOnly("taps.env", "TOKEN=hush-hush\n");
    Path tap =
        script(
            """
            for i in 1 2 3 4 5 6; do echo "line $i" >&2; done
            echo "refused $TOKEN for anna@birch.example, key EAAB0123456789abcdefXYZ, password=pw" >&2
            echo '{"type":"RECORD"}'
            exit 3
            """);
    commands("shop:\n    run: [%s]\n    environment: taps.env".formatted(tap));
    home.add("command", "shop", "", FIRST);

    assertThatThrownBy(() -> home.puller(NOON).pull(home.only()))
        .isInstanceOf(PullException.class)
        .hasMessageContaining("The command shop ended with 3.")
        .hasMessageContaining(
            "line 3 / line 4 / line 5 / line 6 / refused … for …@…, key …, password=…")
        .hasMessageNotContaining("line 2")
        .hasMessageNotContaining("hush")
        .hasMessageNotContaining("EAAB");
    assertThat(home.names).isEmpty();
  }

  @Test
  void whatTakesTooLongIsEndedWithAllThatItStarted() throws Exception {
    Path pid = folder.resolve("pid");
    Path tap = script("sleep 300 &\necho $! > " + pid + "\nsleep 300\n");
    Path file = Files.createFile(folder.resolve("out"));
    long begun = System.nanoTime();

    assertThatThrownBy(() -> run(tap, Duration.ofSeconds(2), 1 << 20, file))
        .hasMessageContaining("took longer than")
        .hasMessageContaining("commands.yaml sets its minutes");

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElse(null);
    if (child != null) {
      child.onExit().get();
      assertThat(child.isAlive()).isFalse();
    }
  }

  @Test
  void whatWritesTooMuchIsEnded() throws IOException {
    Path file = Files.createFile(folder.resolve("out"));

    assertThatThrownBy(() -> run(script("yes\n"), Duration.ofMinutes(1), 1 << 20, file))
        .hasMessageContaining("wrote more than 1 megabytes");
  }

  @Test
  void onlyAFileOfTheOwnerAloneNamesCommands() throws IOException {
    assertThatThrownBy(() -> home.add("command", "shop", "", FIRST))
        .hasMessageContaining("there is no such file");
    assertThat(home.puller(NOON).platforms()).doesNotContain("command");

    Path tap = script("true");
    commands("shop:\n    run: [%s]".formatted(tap));
    assertThat(home.puller(NOON).platforms()).contains("command");
    Path file = folder.resolve("home/commands.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> home.add("command", "shop", "", FIRST))
        .hasMessageContaining("chmod 600");
  }

  @Test
  void whatTheFileHasWrongIsTold() throws IOException {
    for (var each :
        Map.of(
                "shop:\n    run: tap --config x", "has to be a list",
                "shop:\n    run: [tap]", "named from the root",
                "shop:\n    run: [/bin/true]\n    shell: yes", "there are [",
                "shop:\n    run: [/bin/true]\n    minutes: 0", "\"minutes\" of shop",
                "shop:\n    run: [/bin/true]\n    environment: none.env", "is not there",
                "other:\n    run: [/bin/true]", "names no command \"shop\"; there are [other]",
                "shop: [", "it is no YAML")
            .entrySet()) {
      commands(each.getKey());
      assertThatThrownBy(() -> home.add("command", "shop", "", FIRST))
          .as(each.getKey())
          .isInstanceOf(PullException.class)
          .hasMessageContaining(each.getValue());
    }
    commands("shop:\n    run: [/nowhere/tap]");
    home.add("command", "shop", "", FIRST);
    assertThatThrownBy(() -> home.puller(NOON).test(home.only()))
        .hasMessageContaining("/nowhere/tap is not there");
    assertThatThrownBy(() -> home.add("command", "shop", "secret", FIRST))
        .hasMessageContaining("leave it out");
  }

  private void run(Path tap, Duration timeOut, long largest, Path file) throws IOException {
    var command =
        new ConfiguredCommand(
            "shop",
            List.of(tap.toString()),
            Map.of(),
            timeOut,
            largest,
            folder.resolve("home/commands.yaml"));
    new CommandRun(command, folder.resolve("home")).write(FIRST, FIRST, file);
  }

  private Path script(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("tap"), "#!/bin/sh\n" + text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private void commands(String text) throws IOException {
    ownersOnly("commands.yaml", "commands:\n  " + text + "\n");
  }

  private void ownersOnly(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("home").resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}

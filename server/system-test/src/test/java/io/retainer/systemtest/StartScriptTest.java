package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.systemtest.FakeInstallation.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server's start script does before there is a server, and after one was killed. */
class StartScriptTest {

  private static final int PORT = FreePort.get();

  @TempDir Path folder;

  private Path home;
  private FakeInstallation installed;

  @BeforeEach
  void install() throws IOException {
    home = folder.resolve("дом агенцтва");
    installed = FakeInstallation.in(folder.resolve("усталяваны сервер"), "17.0.19");
  }

  @Test
  void theFirstStartLaysOutAndArchivesAndALaterOneUsesTheArchive() throws Exception {
    assertThat(start().said()).contains("archive=none").contains("classes.jsa.new");
    Files.writeString(payara("classes.jsa.new"), "whole");

    Outcome later = start();

    assertThat(later.said()).contains("payara/classes.jsa written=none");
    assertThat(later.status()).isZero();
  }

  @Test
  void anArchiveThatWasCutShortIsThrownAwayAndWrittenAgain() throws Exception {
    start();
    Files.writeString(payara("classes.jsa.new"), "cut");

    assertThat(start().said()).contains("archive=none").contains("classes.jsa.new");
    assertThat(payara("classes.jsa.new")).doesNotExist();
  }

  @Test
  void aLayoutThatWasCutShortIsMadeAgain() throws Exception {
    installed.start(home, PORT, Map.of("LAYOUT_STATUS", "137"));
    assertThat(payara("made-of")).doesNotExist();
    Files.writeString(payara("leftover"), "");

    assertThat(start().status()).isZero();
    assertThat(payara("leftover")).doesNotExist();
    assertThat(payara("config.fresh")).isDirectory();
  }

  @Test
  void aSecondStartNamesTheServerThatRuns() throws Exception {
    Process first = installed.begin(home, PORT, Map.of("HOLD", "yes"));
    try (BufferedReader said = first.inputReader()) {
      assertThat(said.readLine()).isEqualTo("serving");

      Outcome second = start();

      assertThat(second.status()).isEqualTo(1);
      assertThat(second.said())
          .contains(
              "a server runs on " + home + " already (process " + first.pid() + ")",
              "kill " + first.pid());
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  @Test
  void aServerThatWasKilledIsNotInTheWay() throws Exception {
    Process first = installed.begin(home, PORT, Map.of("HOLD", "yes"));
    try (BufferedReader said = first.inputReader()) {
      assertThat(said.readLine()).isEqualTo("serving");
    } finally {
      first.destroyForcibly().waitFor();
    }

    assertThat(start().said()).contains("runs with");
  }

  /** Its number says nothing here; a lock of the shared folder does. */
  @Test
  void aServerOfAnotherMachineIsNotTakenForOneThatWasKilled() throws Exception {
    assertThat(start().status()).isZero();
    Path number = Files.writeString(home.resolve("run/server.pid"), "4194303");
    Path held = folder.resolve("held");
    Process machine =
        new ProcessBuilder(
                "flock", home.resolve("run/server.lock").toString(), "tee", held.toString())
            .start();
    try {
      machine.getOutputStream().write(10);
      machine.getOutputStream().flush();
      assertThat(machine.getInputStream().read()).isEqualTo(10);

      Outcome outcome = start();

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.said())
          .contains(
              "a server of another machine works in " + home, "retainer.shared.home = " + home);
      assertThat(number).hasContent("4194303");
    } finally {
      machine.getOutputStream().close();
      machine.waitFor();
    }
    assertThat(start().status()).isZero();
  }

  @Test
  void whatAKilledServerLeftInItsTemporaryFolderIsGone() throws Exception {
    Path left = home.resolve("run/tmp/lib123.so");
    assertThat(start().said()).contains("tmp=" + home.resolve("run/tmp"));
    Files.writeString(left, "unpacked");

    assertThat(start().status()).isZero();
    assertThat(left).doesNotExist();
    assertThat(Files.getPosixFilePermissions(left.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Outcome outcome = installed.start(home, other.getLocalPort(), Map.of());

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.said())
          .contains("port " + other.getLocalPort() + " of 127.0.0.1 is in use by another program");
    }
    assertThat(start().status()).isZero();
  }

  @Test
  void aHomeThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    Outcome outcome = installed.start(file.resolve("home"), PORT, Map.of());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.said()).contains("the home " + file + "/home cannot be written");
  }

  @Test
  void anOldJavaMachineIsRefusedWithItsVersion() throws Exception {
    var old = FakeInstallation.in(folder.resolve("old"), "11.0.22");
    var older = FakeInstallation.in(folder.resolve("older"), "1.8.0_402");

    assertThat(old.start(home, PORT, Map.of()).said())
        .contains(old.javaHome() + " is Java 11, and Retainer needs 17 or newer");
    assertThat(older.start(home, PORT, Map.of()))
        .isEqualTo(
            new Outcome(
                2,
                "retainer: %s is Java 8, and Retainer needs 17 or newer; set JAVA_HOME to a newer JDK%n"
                    .formatted(older.javaHome())));
  }

  @Test
  void withoutAJavaMachineItSaysSo() throws Exception {
    Outcome outcome = installed.start(home, PORT, Map.of("JAVA_HOME", folder.toString()));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.said()).contains("there is no " + folder + "/bin/java; set JAVA_HOME");
  }

  private Outcome start() throws IOException, InterruptedException {
    return installed.start(home, PORT, Map.of());
  }

  private Path payara(String name) {
    return home.resolve("run/payara").resolve(name);
  }
}

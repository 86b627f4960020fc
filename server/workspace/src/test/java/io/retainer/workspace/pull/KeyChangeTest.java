package io.retainer.workspace.pull;

import static io.retainer.workspace.pull.PulledHome.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.workspace.sealing.KeyChange;
import io.retainer.workspace.sealing.SealingKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new key for stored credentials, also when the process ends in the middle. */
class KeyChangeTest {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");
  private static final String ONE = "0123456789abcdef0123456789abcdef-us6";
  private static final String TWO = "fedcba9876543210fedcba9876543210-us7";

  @TempDir Path folder;
  private PulledHome home;
  private PullSources sources;
  private PullSource one;
  private PullSource two;

  @BeforeEach
  void open() {
    home =
        new PulledHome(folder, new Endpoints(NOWHERE, NOWHERE, NOWHERE, "http://127.0.0.1:1/%s/"));
    sources = home.sources();
    one = home.add("mailchimp", "one", ONE, LocalDate.of(2026, 11, 1));
    two = home.add("mailchimp", "two", TWO, LocalDate.of(2026, 11, 1));
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void sealsEveryCredentialWithAnotherKey() throws IOException {
    String former = Files.readString(file("secret.key"));
    byte[] sealed = sources.secret(one.id()).orElseThrow().bytes();

    assertThat(home.puller(NOON).changeKey()).isEqualTo(2);

    assertThat(Files.readString(file("secret.key"))).isNotEqualTo(former);
    assertThat(Files.getPosixFilePermissions(file("secret.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(sources.secret(one.id()).orElseThrow().bytes()).isNotEqualTo(sealed);
    assertAllOpen();
  }

  @ParameterizedTest
  @EnumSource(KeyChange.Step.class)
  void losesNothingWhenTheProcessEndsMidway(KeyChange.Step step) {
    assertThatThrownBy(() -> killedAfter(step)).isInstanceOf(Killed.class);
    assertThat(file("secret.key.new")).exists();

    assertAllOpen();
    assertThat(file("secret.key.new")).doesNotExist();
    assertThat(home.puller(NOON).changeKey()).isEqualTo(2);
    assertAllOpen();
  }

  @Test
  void aKeyThatWasHalfWrittenIsForgotten() throws IOException {
    Files.writeString(file("secret.key.new"), "AAA");

    assertAllOpen();
    assertThat(file("secret.key.new")).doesNotExist();
  }

  @Test
  void changesNothingWhenACredentialDoesNotOpen() throws IOException {
    String key = Files.readString(file("secret.key"));
    Files.delete(file("secret.key"));

    assertThatThrownBy(() -> home.puller(NOON).changeKey())
        .isInstanceOf(PullException.class)
        .hasMessageContaining("was sealed with the key");

    Files.writeString(file("secret.key"), key);
    assertAllOpen();
  }

  private void killedAfter(KeyChange.Step last) {
    new KeyChange(folder.resolve("home"), sources.state())
        .change(
            step -> {
              if (step == last) {
                throw new Killed();
              }
            });
  }

  private void assertAllOpen() {
    SealingKey key = new KeyChange(folder.resolve("home"), sources.state()).current();
    assertThat(key.open(sources.secret(one.id()).orElseThrow(), one.id())).isEqualTo(ONE);
    assertThat(key.open(sources.secret(two.id()).orElseThrow(), two.id())).isEqualTo(TWO);
  }

  private Path file(String name) {
    return folder.resolve("home").resolve(name);
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

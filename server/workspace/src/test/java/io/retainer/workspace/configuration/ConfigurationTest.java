package io.retainer.workspace.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wrong letter in a setting is said before anything starts, and all of them at once. */
class ConfigurationTest {

  @TempDir private Path home;

  private Configuration configuration(Map<String, String> properties, Map<String, String> env) {
    return Configuration.of(home, properties, env);
  }

  private Path written(String text, String rights) throws IOException {
    Path file = Files.writeString(home.resolve("retainer.properties"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    return file;
  }

  @Test
  void aPropertyComesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
    written(
        "retainer.mail.host = file.example\nretainer.mail.user=юля\nretainer.mail.port=26\n",
        "rw-r--r--");
    var configuration =
        configuration(
            Map.of("retainer.mail.port", "2525"),
            Map.of("RETAINER_MAIL_PORT", "2500", "RETAINER_MAIL_HOST", "env.example"));
    assertThat(configuration.value("retainer.mail.port")).contains("2525");
    assertThat(configuration.value("retainer.mail.host")).contains("env.example");
    assertThat(configuration.value("retainer.mail.user")).contains("юля");
    assertThat(configuration.value("retainer.mail.from")).isEmpty();
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsPlace() throws IOException {
    Path file =
        written("retainer.mail.hots=mail.example\nretainer.url=reports.example\n", "rw-------");
    var configuration =
        configuration(
            Map.of("retainer.mail.port", "70000", "retainer.inbox.folder", "maybe"),
            Map.of("RETAINER_MAIL_FROM", "nobody", "RETAINER_IMPORTS_KEEP_FILES", "a year"));
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(configuration::usable)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .containsExactlyInAnyOrder(
                        "retainer.mail.hots in "
                            + file
                            + " is no setting; did you mean retainer.mail.host?",
                        "retainer.url in "
                            + file
                            + " is \"reports.example\"; expected an address like"
                            + " https://reports.agency.example/",
                        "retainer.mail.port is \"70000\"; expected a number from 1 to 65535",
                        "retainer.inbox.folder is \"maybe\"; expected on or off",
                        "RETAINER_MAIL_FROM is \"nobody\"; expected a sender, like Agency"
                            + " <reports@agency.example>",
                        "RETAINER_IMPORTS_KEEP_FILES is \"a year\"; expected a number of days,"
                            + " like 400, or always"));
  }

  @Test
  void optionsForTheServersJavaMachineAreSettingsToo() {
    var configuration =
        Configuration.ofServer(
            home,
            Map.of(
                "RETAINER_SERVER_OPTS", "-Xmx1g  -Dretainer.mail.port=26 -Dretainer.mail.hots=a",
                "RETAINER_MAIL_PORT", "27"));
    assertThat(configuration.value("retainer.mail.port")).contains("26");
    assertThat(configuration.problems())
        .containsExactly("retainer.mail.hots is no setting; did you mean retainer.mail.host?");
  }

  @Test
  void aFileThatOthersMayWriteIsRefused() throws IOException {
    Path file = written("retainer.kpi.computations=on", "rw-rw-r--");
    assertThat(configuration(Map.of(), Map.of()).problems())
        .containsExactly(file + " may be written by others: chmod 600 it");
  }

  @Test
  void aSecretMayStandInAFileOfItsOwn() throws IOException {
    Path secret = Files.writeString(home.resolve("mail-password"), "tr0ub4dor\n");
    var configuration =
        configuration(Map.of("retainer.mail.password-file", secret.toString()), Map.of());
    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.resolved("retainer.mail.password")).contains("tr0ub4dor");
    assertThat(configuration.value("retainer.mail.password")).isEmpty();
  }

  @Test
  void aSecretThatOthersMayReadIsRefusedAndNeverShown() throws IOException {
    written("retainer.mail.password=tr0ub4dor\n", "rw-r--r--");
    assertThat(configuration(Map.of(), Map.of()).problems())
        .singleElement()
        .asString()
        .contains("retainer.mail.password", "chmod 600")
        .doesNotContain("tr0ub4dor");
    written("retainer.mail.password=tr0ub4dor\n", "rw-------");
    assertThat(configuration(Map.of(), Map.of()).problems()).isEmpty();
  }

  @Test
  void twoSecretsForOneDoorOrNoneInTheFileAreRefused() {
    var configuration =
        configuration(
            Map.of(
                "retainer.mail.password", "one",
                "retainer.mail.password-file", "/nowhere/two",
                "retainer.inbox.imap.password-file", "/nowhere/three"),
            Map.of());
    assertThat(configuration.problems())
        .containsExactlyInAnyOrder(
            "expected either retainer.mail.password or retainer.mail.password-file, saw both",
            "retainer.inbox.imap.password-file is \"/nowhere/three\", and there is no file that"
                + " this user may read");
  }

  @Test
  void everyExampleCanBeUsed() {
    assertThat(SettingCatalogue.load().all())
        .isNotEmpty()
        .allSatisfy(
            setting -> {
              assertThat(setting.meaning()).isNotBlank();
              assertThat(setting.usual()).isNotBlank();
              assertThat(setting.isSecret() ? "" : setting.form().problemOf(setting.example()))
                  .as(setting.key())
                  .isIn("", java.util.Optional.empty());
            });
  }
}

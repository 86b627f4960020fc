package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources from the command line, without any platform. */
class SourceCommandTest {

  @TempDir Path home;
  @TempDir Path elsewhere;
  private Path key;

  @BeforeEach
  void addAClientAndMakeAKey() throws Exception {
    retainer("client", "add", "nordic", "--zone", "Europe/Helsinki", "--home", home);
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String pem =
        Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    key =
        Files.writeString(
            elsewhere.resolve("key.json"),
            Json.object()
                .put("type", "service_account")
                .put("client_email", "robot@made-up.iam.gserviceaccount.com")
                .put("private_key", pem)
                .toString());
  }

  @Test
  void addsListsAndRemovesASourceWithoutShowingItsKey() {
    Outcome added = add("312345678", key);
    Outcome listed = retainer("source", "list", "--home", home);
    Outcome again = add("312345678", key);
    Outcome removed = retainer("source", "remove", "312345678", "--home", home);
    Outcome gone = retainer("source", "remove", "312345678", "--home", home);

    assertThat(added.status()).as(added.err()).isZero();
    assertThat(added.out()).contains("312345678 of nordic is added");
    assertThat(listed.out())
        .containsPattern("nordic +google-analytics-4 +312345678 +nothing yet +3")
        .doesNotContain("robot@");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("has the source 312345678 already");
    assertThat(removed.status()).as(removed.err()).isZero();
    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.err()).contains("There is no source 312345678");
  }

  @Test
  void saysWhichFileOrNumberIsWantedInstead() throws Exception {
    Path noKey = Files.writeString(elsewhere.resolve("list.csv"), "a,b");

    assertThat(add("UA-1234-5", key).err()).contains("is a number like 312345678");
    assertThat(add("312345678", noKey).err()).contains("JSON key of a service account");
    assertThat(add("312345678", elsewhere.resolve("none.json")).err()).contains("There is no file");
    assertThat(retainer("source").err())
        .contains("add, list, test, pull, pause, resume, remove or rekey");
  }

  @Test
  void changesTheKeyAndLosesNoCredential() throws Exception {
    add("312345678", key);
    String former = Files.readString(home.resolve("secret.key"));

    Outcome changed = retainer("source", "rekey", "--home", home);

    assertThat(changed.status()).as(changed.err()).isZero();
    assertThat(changed.out()).contains("1 secret is encrypted with a new key");
    assertThat(Files.readString(home.resolve("secret.key"))).isNotEqualTo(former);
    assertThat(home.resolve("secret.key.new")).doesNotExist();
    assertThat(retainer("source", "pause", "312345678", "--home", home).status()).isZero();
    assertThat(retainer("source", "list", "--home", home).out()).contains("paused");
    assertThat(retainer("source", "list", "--json", "--home", home).out())
        .contains("\"account\" : \"312345678\"")
        .doesNotContain("private_key");
  }

  private Outcome add(String property, Path file) {
    return retainer(
        "source",
        "add",
        "--client",
        "nordic",
        "--property",
        property,
        "--key-file",
        file,
        "--home",
        home);
  }
}

package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeMoveCommandTest {

  @TempDir private Path home;

  @Test
  void aHomeIsRehearsedMovedAndGoesOnThere() throws IOException {
    String url = TestDatabase.empty();
    retainer("client", "add", "nordic", "--name", "Nordic", "--home", home);

    Outcome rehearsed = retainer("home", "move", "--to", url, "--dry-run", "--home", home);
    assertThat(rehearsed.out()).contains("client ", "would be moved", "Nothing was changed");
    assertThat(rehearsed.status()).isZero();

    Outcome moved = retainer("home", "move", "--to", url, "--home", home);
    assertThat(moved.err()).isEmpty();
    assertThat(moved.out())
        .containsPattern("client +1\n")
        .contains("were moved to " + url, "counted again", "delete " + home);

    Outcome unset = retainer("client", "list", "--home", home);
    assertThat(unset.status()).isEqualTo(1);
    assertThat(unset.err()).contains("was moved", "retainer.database.url");
    assertThat(retainer("doctor", "--home", home).out())
        .contains("retainer.database.url is not set");

    Files.writeString(home.resolve("retainer.properties"), "retainer.database.url=" + url);
    assertThat(retainer("client", "list", "--home", home).out()).contains("nordic");
    assertThat(retainer("doctor", "--home", home).out()).contains("in " + url);
  }

  @Test
  void whatIsNoAddressOrNobodyListensAtIsTold() {
    retainer("client", "add", "nordic", "--name", "Nordic", "--home", home);

    Outcome wrong = retainer("home", "move", "--to", "postgres://x/y", "--home", home);
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("jdbc:postgresql://db.example/retainer");

    Outcome dead =
        retainer("home", "move", "--to", "jdbc:postgresql://127.0.0.1:9/x", "--home", home);
    assertThat(dead.status()).isEqualTo(1);
    assertThat(dead.err()).contains("Is PostgreSQL running there").doesNotContain("RETAINER_DEBUG");
    assertThat(retainer("client", "list", "--home", home).out()).contains("nordic");
  }
}

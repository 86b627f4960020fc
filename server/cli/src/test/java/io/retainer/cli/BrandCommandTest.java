package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandCommandTest {

  @TempDir Path home;
  @TempDir Path files;

  @BeforeEach
  void addAClient() {
    retainer(
        "client",
        "add",
        "nordic",
        "--zone",
        "Europe/Helsinki",
        "--currency",
        "EUR",
        "--home",
        home);
  }

  private Path drawing() throws Exception {
    return Files.writeString(
        files.resolve("logo.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 3'><path d='M0 0h9v3z'/></svg>");
  }

  @Test
  void setsTheAgencysAndAClientsAndTakesThemBack() throws Exception {
    Outcome agency =
        retainer(
            "brand",
            "agency=Agency North",
            "primary=#ffe94a",
            "agency-logo=" + drawing(),
            "--home",
            home);
    assertThat(agency.status()).isZero();
    assertThat(agency.out())
        .contains("Agency North", "#ffe94a", "agency (1200 x 400)")
        .contains("! The first colour has a contrast of 1.2 : 1 on paper");

    retainer("brand", "--client", "nordic", "primary=#0b6e4f", "--home", home);
    JsonNode nordic =
        Json.read(retainer("brand", "--client", "nordic", "--json", "--home", home).out());
    assertThat(nordic.path("primary").asText()).isEqualTo("#0b6e4f");
    assertThat(nordic.at("/inForce/agency").asText()).isEqualTo("Agency North");

    assertThat(retainer("brand", "--client", "nordic", "--undo", "--home", home).out())
        .contains("#ffe94a", "All of it is the agency's.");
    assertThat(retainer("brand", "--reset", "--home", home).out()).contains("not named");
  }

  @Test
  void saysWhatCannotBeUsed() throws Exception {
    assertThat(retainer("brand", "primary=red", "--home", home).err())
        .contains("\"primary\" is a colour like #3450c9; saw \"red\"");
    assertThat(retainer("brand", "colour=#112233", "--home", home).err())
        .contains("There is no \"colour\" in a brand");
    assertThat(retainer("brand", "agency-logo=" + files.resolve("none.png"), "--home", home).err())
        .contains("none.png cannot be read");
    assertThat(retainer("brand", "font-bold=" + drawing(), "--home", home).err())
        .contains("font-bold is no font");
    assertThat(retainer("brand", "--client", "birch", "--home", home).status()).isNotZero();
    assertThat(retainer("brand", "--undo", "--home", home).err()).contains("nothing to undo");
    assertThat(retainer("brand", "--undo", "--reset", "--home", home).err())
        .contains("one at a time");
  }
}

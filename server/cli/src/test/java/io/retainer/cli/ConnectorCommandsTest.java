package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector's way from its JAR into a home and out again. */
class ConnectorCommandsTest {

  private static final String SOUND = "text.startsWith(\"made up\")";

  private Path home;
  private Path jar;

  @BeforeEach
  void build(@TempDir Path folder) throws IOException {
    home = folder.resolve("home");
    jar = MadeUpJar.write(folder.resolve("made-up-1.jar"), "made-up", SOUND);
  }

  @Test
  void isInstalledListedShownAndRemoved() {
    Outcome installed = retainer("connector", "install", jar, "--home", home);
    assertThat(installed.out()).contains("made-up-1.jar is installed").contains("made-up");
    assertThat(installed.status()).isZero();
    assertThat(home.resolve("connectors")).isDirectoryContaining("glob:**made-up-1.jar");

    assertThat(retainer("connector", "list", "--home", home).out()).contains("made-up", "Made up");
    assertThat(retainer("connector", "show", "made-up", "--home", home).out())
        .contains("made-up.txt: Make it up.")
        .contains("lines (from memory, never seen)")
        .contains("web_traffic: each line");
    assertThat(retainer("connector", "list", "--home", home, "--json").out())
        .contains("\"evidence\" : \"remembered\"");

    Outcome removed = retainer("connector", "remove", "made-up", "--home", home);
    assertThat(removed.out()).contains("made-up-1.jar is removed, and with it made-up");
    assertThat(home.resolve("connectors")).isEmptyDirectory();
    assertThat(retainer("connector", "remove", "made-up", "--home", home).status()).isEqualTo(2);
  }

  @Test
  void aNewerJarOfTheSameConnectorsTakesThePlaceOfTheOlder(@TempDir Path folder)
      throws IOException {
    retainer("connector", "install", jar, "--home", home);
    Path next = MadeUpJar.write(folder.resolve("made-up-2.jar"), "made-up", SOUND);

    Outcome installed = retainer("connector", "install", next, "--home", home);

    assertThat(installed.out()).contains("made-up-1.jar is gone");
    assertThat(namesIn(home)).containsExactly("made-up-2.jar");
  }

  @Test
  void aBadJarIsNotInstalledAndTheReasonIsTold(@TempDir Path folder) throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.jar"), "no zip");

    Outcome installed = retainer("connector", "install", bad, "--home", home);

    assertThat(installed.err()).contains("bad.jar: it is no whole JAR").contains("Nothing was");
    assertThat(installed.status()).isEqualTo(1);
    assertThat(home).doesNotExist();
  }

  @Test
  void theCheckSaysInWordsWhatIsWrong(@TempDir Path folder) throws IOException {
    Path greedy = MadeUpJar.write(folder.resolve("greedy.jar"), "greedy", "text.length() > 0");

    Outcome checked = retainer("connector", "check", greedy);

    assertThat(checked.out())
        .contains("ok  it describes itself")
        .contains("NO  it refuses what is of no platform, with a reason: blank.csv")
        .contains("NO  it refuses the exports of other platforms: ")
        .contains("name some of its exports");
    assertThat(checked.status()).isEqualTo(1);
  }

  @Test
  void theCheckReadsTheFilesItIsGiven(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("sample.txt"), "made up\n");

    Outcome checked = retainer("connector", "check", jar, file);

    assertThat(checked.out())
        .contains("sample.txt: lines; nothing")
        .contains("ok  it recognises its samples")
        .contains(
            "NO  it reads rows from each sample, without a problem of the file: sample.txt is a sample");
    assertThat(checked.status()).isEqualTo(1);
  }

  private static java.util.List<String> namesIn(Path home) throws IOException {
    return ConnectorJars.jars(home.resolve("connectors")).stream()
        .map(each -> each.getFileName().toString())
        .toList();
  }
}

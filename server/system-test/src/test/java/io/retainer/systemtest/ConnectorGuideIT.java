package io.retainer.systemtest;

import static io.retainer.systemtest.Launcher.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.systemtest.Launcher.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide to connectors says what the connectors say, and its tutorial works word for word. */
class ConnectorGuideIT {

  private static final Path GUIDE = Launcher.checkout().resolve("connectors/README.md");

  @TempDir Path folder;

  @Test
  void namesEveryConnectorAsItDescribesItself() throws Exception {
    Path copy = Files.copy(GUIDE, folder.resolve("README.md"));

    Outcome written =
        retainer(
            folder, "connector", "list", "--home", folder.resolve("home"), "--markdown-into", copy);

    assertThat(written.err()).isEmpty();
    assertThat(written.status()).isZero();
    assertThat(Files.readString(copy))
        .as("run ./retainer connector list --markdown-into connectors/README.md")
        .isEqualTo(Files.readString(GUIDE));
  }

  @Test
  void itsTutorialWorksWordForWord() throws Exception {
    String guide = Files.readString(GUIDE);
    int begin = guide.indexOf("## Write a connector");
    String tutorial = guide.substring(begin, guide.indexOf("\n## ", begin + 1));

    String said = new Tutorial(folder).follow(tutorial);

    assertThat(said)
        .contains("ok  it recognises its samples")
        .contains("ok  it reads files without the headings it says it can live without")
        .doesNotContain("  NO  ")
        .contains("tidy-stats-connector-1.0.0.jar is installed")
        .contains("1 accepted");
  }
}

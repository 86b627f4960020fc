package io.retainer.warehouse.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.ConnectorDescription;
import io.retainer.warehouse.fake.BrokenConnector;
import io.retainer.warehouse.fake.ConnectorJar;
import io.retainer.warehouse.fake.CuriousConnector;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.fake.RivalConnector;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorLibraryTest {

  private Path builtIn;
  private Path home;
  private ConnectorLibrary library;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    builtIn = Files.createDirectory(folder.resolve("built-in"));
    home = Files.createDirectory(folder.resolve("home"));
    library = ConnectorLibrary.open(List.of(builtIn, home, folder.resolve("not-there")));
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void findsTheConnectorsOfEveryJar() {
    ConnectorJar.write(builtIn.resolve("lines.jar"), LinesConnector.class);
    ConnectorJar.write(home.resolve("rival.jar"), RivalConnector.class, LinesConnector.class);

    assertThat(library.descriptions())
        .extracting(ConnectorDescription::id)
        .containsExactly("lines", "rival");
    assertThat(library.find("lines")).isPresent();
    assertThat(library.find("nobody")).isEmpty();
  }

  @Test
  void aConnectorSeesTheJdkAndTheSpiOnly() {
    ConnectorJar.write(
        builtIn.resolve("curious.jar"), CuriousConnector.class, LinesConnector.class);

    assertThat(library.find("curious"))
        .map(ConnectorDescription::about)
        .contains("[java.sql.Connection, io.retainer.spi.Connector]");
  }

  @Test
  void aBadJarIsNamedAndHarmsNothingElse() throws IOException {
    ConnectorJar.write(builtIn.resolve("lines.jar"), LinesConnector.class);
    ConnectorJar.write(home.resolve("broken.jar"), BrokenConnector.class, LinesConnector.class);
    ConnectorJar.write(home.resolve("half.jar"), RivalConnector.class);
    ConnectorJar.write(home.resolve("none.jar"));
    Files.writeString(home.resolve("text.jar"), "this is no JAR");

    assertThat(library.descriptions()).extracting(ConnectorDescription::id).contains("lines");
    assertThat(library.problems())
        .extracting(JarProblem::toString)
        .anySatisfy(text -> assertThat(text).startsWith("broken.jar").contains("licence file"))
        .anySatisfy(text -> assertThat(text).startsWith("half.jar").contains("LinesConnector"))
        .anySatisfy(text -> assertThat(text).startsWith("none.jar").contains("META-INF/services"))
        .anySatisfy(text -> assertThat(text).startsWith("text.jar"));
  }

  @Test
  void theHomeFolderWinsAndSaysSo() {
    ConnectorJar.write(builtIn.resolve("lines.jar"), LinesConnector.class);
    ConnectorJar.write(home.resolve("my-lines.jar"), LinesConnector.class);

    assertThat(library.installed())
        .singleElement()
        .extracting(InstalledConnector::jar)
        .isEqualTo(home.resolve("my-lines.jar"));
    assertThat(library.problems())
        .singleElement()
        .asString()
        .startsWith("lines.jar: its connector \"lines\" is not used");
  }

  @Test
  void changesTakeEffectAtTheNextUseAndRunningImportsKeepTheirVersion() throws IOException {
    Path jar = ConnectorJar.write(home.resolve("lines.jar"), LinesConnector.class);
    try (ConnectorLibrary.Use running = library.use()) {
      Files.delete(jar);
      ConnectorJar.write(home.resolve("rival.jar"), RivalConnector.class, LinesConnector.class);

      try (ConnectorLibrary.Use next = library.use()) {
        assertThat(next.find("lines")).isEmpty();
        assertThat(next.find("rival")).isPresent();
      }
      assertThat(running.find("lines").orElseThrow().connector().describe().title())
          .isEqualTo("Lines");
    }
  }

  @Test
  void aReplacedJarIsLoadedAnewAndTheOldOneIsCollected() throws IOException {
    Path jar = ConnectorJar.write(home.resolve("lines.jar"), LinesConnector.class);
    WeakReference<ClassLoader> old = loader();

    ConnectorJar.write(jar, LinesConnector.class);
    Files.setLastModifiedTime(
        jar, FileTime.from(Files.getLastModifiedTime(jar).toInstant().plusSeconds(60)));
    library.refresh();

    assertThat(loader().get()).isNotSameAs(old.get());
    assertCollected(old);
  }

  private WeakReference<ClassLoader> loader() {
    return new WeakReference<>(
        ((ContainedConnector) library.installed().get(0).connector()).loader());
  }

  private static void assertCollected(WeakReference<ClassLoader> loader) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (loader.get() != null && System.nanoTime() < end) {
      System.gc();
    }
    assertThat(loader.get()).isNull();
  }
}

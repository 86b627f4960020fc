package io.retainer.warehouse.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.ConnectorDescription;
import io.retainer.warehouse.fake.BadStaticConnector;
import io.retainer.warehouse.fake.BrokenConnector;
import io.retainer.warehouse.fake.ConnectorJar;
import io.retainer.warehouse.fake.HiddenConnector;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.fake.NeverStartsConnector;
import io.retainer.warehouse.fake.NoConnector;
import io.retainer.warehouse.fake.RivalConnector;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad JAR is named with the reason, and every other connector works as ever. */
class BadJarTest {

  private static final ConnectorLimits QUICK =
      new ConnectorLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1));

  private Path folder;
  private Path bad;
  private ConnectorLibrary library;

  @BeforeEach
  void open(@TempDir Path folder) {
    this.folder = folder;
    bad = folder.resolve("bad.jar");
    ConnectorJar.write(folder.resolve("good.jar"), LinesConnector.class);
    library = ConnectorLibrary.open(List.of(folder), QUICK);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void noZip() throws IOException {
    Files.writeString(bad, "this is no JAR");

    assertReason("is no whole JAR").contains("looked at again when it has changed");
  }

  @Test
  void empty() throws IOException {
    Files.createFile(bad);

    assertReason("is empty");
  }

  @Test
  void halfCopiedAndThenWhole() throws IOException {
    ConnectorJar.write(bad, RivalConnector.class, LinesConnector.class);
    byte[] whole = Files.readAllBytes(bad);
    Files.write(bad, Arrays.copyOf(whole, whole.length / 2));

    assertReason("is no whole JAR");

    Files.write(bad, whole);
    library.refresh();
    assertThat(library.problems()).isEmpty();
    assertThat(library.find("rival")).isPresent();
  }

  @Test
  void withoutAService() {
    ConnectorJar.write(bad);

    assertReason("names no connector in META-INF/services/io.retainer.spi.Connector");
  }

  @Test
  void aServiceWhoseClassIsNotThere() {
    ConnectorJar.naming(bad, "org.example.Gone");

    assertReason("names org.example.Gone in META-INF/services, and has no such class");
  }

  @Test
  void aServiceThatIsNoConnector() {
    ConnectorJar.write(bad, NoConnector.class);

    assertReason("fake.NoConnector does not implement io.retainer.spi.Connector");
  }

  @Test
  void aClassThatIsMissing() {
    ConnectorJar.write(bad, RivalConnector.class);

    assertReason("it needs the class io.retainer.warehouse.fake.LinesConnector")
        .contains("bundle it into the JAR");
  }

  @Test
  void anotherVersionOfTheSpi() {
    var manifest = new Manifest();
    manifest.getMainAttributes().putValue(Connector.SPI_VERSION_ATTRIBUTE, "7");
    ConnectorJar.write(bad, manifest, RivalConnector.class, LinesConnector.class);

    assertReason("was built against version 7 of the SPI, and this server has version 1");
  }

  @Test
  void theSameVersionOfTheSpi() {
    var manifest = new Manifest();
    manifest
        .getMainAttributes()
        .putValue(Connector.SPI_VERSION_ATTRIBUTE, "" + Connector.SPI_VERSION);
    ConnectorJar.write(bad, manifest, RivalConnector.class, LinesConnector.class);

    assertThat(library.problems()).isEmpty();
    assertThat(library.find("rival")).isPresent();
  }

  @Test
  void aConstructorThatThrows() {
    ConnectorJar.write(bad, BrokenConnector.class, LinesConnector.class);

    assertReason("licence file not found");
  }

  @Test
  void anInitialiserThatThrows() {
    ConnectorJar.write(bad, BadStaticConnector.class, LinesConnector.class);

    assertReason("a class of it cannot be initialised").contains("three");
  }

  @Test
  void anInitialiserThatNeverEnds() {
    ConnectorJar.write(bad, NeverStartsConnector.class, LinesConnector.class);

    assertReason("it was not done after 2 s and was stopped, at connector bad.jar");
  }

  @Test
  void noConstructor() {
    ConnectorJar.write(bad, HiddenConnector.class, LinesConnector.class);

    assertReason("HiddenConnector has no public constructor without parameters");
  }

  @Test
  void huge() throws IOException {
    try (var file = new RandomAccessFile(bad.toFile(), "rw")) {
      file.setLength(300L << 20);
    }

    assertReason("has 314,572,800 bytes, and JARs up to 268,435,456 bytes are loaded");
  }

  @Test
  void theSameIdTwice() {
    ConnectorJar.write(bad, LinesConnector.class);

    assertReason("its connector \"lines\" is not used, because").contains("good.jar");
  }

  @Test
  void aFolderNamedLikeAJarIsNone() throws IOException {
    Files.createDirectory(bad);

    assertThat(library.problems()).isEmpty();
    assertThat(library.find("lines")).isPresent();
  }

  private org.assertj.core.api.AbstractStringAssert<?> assertReason(String reason) {
    assertThat(library.descriptions()).extracting(ConnectorDescription::id).contains("lines");
    return assertThat(library.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.jar()).isEqualTo(folder.resolve("bad.jar")))
        .extracting(JarProblem::reason, org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains(reason);
  }
}

package io.retainer.warehouse.connector;

import io.retainer.spi.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Whether a file is a JAR that may be loaded at all. */
final class JarFitness {

  private static final long LARGEST = 256L << 20;

  private JarFitness() {}

  static boolean isTooLarge(Path jar) throws IOException {
    return Files.size(jar) > LARGEST;
  }

  static String tooLarge(Path jar) throws IOException {
    return "has %,d bytes, and JARs up to %,d bytes are loaded".formatted(Files.size(jar), LARGEST);
  }

  /** What keeps it from being loaded. */
  static Optional<String> problem(Path jar) throws IOException {
    if (Files.size(jar) == 0) {
      return Optional.of("is empty; it is looked at again when it has changed");
    }
    try (JarFile opened = new JarFile(jar.toFile(), false)) {
      return version(opened.getManifest());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(
          "is no whole JAR ("
              + e.getMessage()
              + "); if it is just being copied, it is looked at again when it has changed");
    }
  }

  private static Optional<String> version(Manifest manifest) {
    String built =
        manifest == null
            ? null
            : manifest.getMainAttributes().getValue(Connector.SPI_VERSION_ATTRIBUTE);
    return built == null || built.strip().equals(String.valueOf(Connector.SPI_VERSION))
        ? Optional.empty()
        : Optional.of(
            "was built against version "
                + built.strip()
                + " of the SPI, and this server has version "
                + Connector.SPI_VERSION
                + "; build it again against that");
  }
}

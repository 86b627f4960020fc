package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Connectors are strict among each other: a file is one platform's or nobody's. */
class OneReaderIT {

  private static final Path CONNECTORS = Launcher.checkout().resolve("connectors");
  private static final Path BUILT_IN =
      Launcher.checkout().resolve("server/cli/target/retainer/connectors");

  @Test
  void noSampleOfAnyConnectorIsRecognisedByTwo() throws IOException {
    var readers = new TreeMap<String, List<String>>();
    try (ConnectorLibrary library = ConnectorLibrary.open(List.of(BUILT_IN));
        ConnectorLibrary.Use use = library.use()) {
      assertThat(library.problems()).isEmpty();
      for (Path sample : samples()) {
        List<String> ids = new ArrayList<>();
        for (InstalledConnector connector : use.connectors()) {
          if (connector.connector().recognise(new OnDisk(sample))
              instanceof Recognition.Recognised) {
            ids.add(connector.id());
          }
        }
        readers.put(CONNECTORS.relativize(sample).toString(), ids);
      }
    }

    assertThat(readers).hasSizeGreaterThan(50);
    readers.values().removeIf(ids -> ids.size() < 2);
    assertThat(readers).isEmpty();
  }

  private static List<Path> samples() throws IOException {
    List<Path> samples = new ArrayList<>();
    try (Stream<Path> modules = Files.list(CONNECTORS)) {
      for (Path module : modules.sorted().toList()) {
        Path resources = module.resolve("src/test/resources/io");
        if (Files.isDirectory(resources)) {
          try (Stream<Path> files = Files.walk(resources)) {
            files.filter(Files::isRegularFile).sorted().forEach(samples::add);
          }
        }
      }
    }
    return samples;
  }

  private record OnDisk(Path path) implements SourceFile {
    @Override
    public String name() {
      return path.getFileName().toString();
    }

    @Override
    public long size() {
      return path.toFile().length();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public List<SourceFile> siblings() {
      return List.of();
    }
  }
}

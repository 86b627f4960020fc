package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void noFileIsOfTwoConnectors() throws IOException, URISyntaxException {
    Path samples = Path.of(NeighboursTest.class.getResource("vk-wall.json").toURI()).getParent();
    try (var files = Files.list(samples)) {
      for (Path file : files.filter(path -> !path.toString().endsWith(".class")).toList()) {
        assertThat(owners(file)).as(file.getFileName().toString()).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  private static List<String> owners(Path file) throws IOException {
    List<String> owners = new ArrayList<>();
    for (Connector connector : ServiceLoader.load(Connector.class)) {
      if (Files.isRegularFile(file)
          && connector.recognise(TestFile.of(file)) instanceof Recognition.Recognised) {
        owners.add(connector.describe().id());
      }
    }
    return owners;
  }
}

package io.retainer.connector.seo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.Owners;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void noFileIsOfTwoConnectors() throws IOException, URISyntaxException {
    Path samples =
        Path.of(NeighboursTest.class.getResource("all_outlinks.csv").toURI()).getParent();
    try (var files = Files.list(samples)) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(path -> !path.toString().endsWith(".class"))
              .toList()) {
        assertThat(Owners.of(TestFile.of(file)))
            .as(file.getFileName().toString())
            .hasSizeLessThanOrEqualTo(1);
      }
    }
  }
}

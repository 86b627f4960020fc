package io.retainer.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

  @TempDir private Path folder;

  @Test
  void forgetsWhatAnEarlierProcessHadReceivedInPart() throws IOException {
    Path left = Files.createDirectory(folder.resolve("in-of-yesterday"));
    Files.writeString(left.resolve("0"), "half a file");

    assertThat(new Uploads(() -> folder, 1024).leftovers(true)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }
}

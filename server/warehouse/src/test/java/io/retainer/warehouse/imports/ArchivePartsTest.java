package io.retainer.warehouse.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.SourceFile;
import io.retainer.warehouse.connector.InstalledConnector;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.fake.RivalConnector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchivePartsTest {

  @Test
  void namesTheFilesOfAnArchiveWithWhoKnowsThem() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String[] entry :
          new String[][] {{"october/orders.txt", "lines\n"}, {"notes.txt", "a letter\n"}}) {
        zip.putNextEntry(new ZipEntry(entry[0]));
        zip.write(entry[1].getBytes(UTF_8));
      }
    }

    assertThat(told(bytes.toByteArray())).containsExactly("orders.txt: lines or rival");
  }

  @Test
  void saysNothingOfAFileThatIsNoArchive() {
    assertThat(told("lines\n".getBytes(UTF_8))).isEmpty();
  }

  private static List<String> told(byte[] bytes) {
    return new ArchiveParts(
            new Bytes(bytes),
            List.of(installed(new LinesConnector()), installed(new RivalConnector())))
        .told();
  }

  private static InstalledConnector installed(Connector connector) {
    return new InstalledConnector(connector.describe(), Path.of("a.jar"), connector);
  }

  private record Bytes(byte[] bytes) implements SourceFile {

    @Override
    public String name() {
      return "all.zip";
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public List<SourceFile> siblings() {
      return List.of();
    }
  }
}

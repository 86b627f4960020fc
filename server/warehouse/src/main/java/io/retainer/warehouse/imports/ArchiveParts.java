package io.retainer.warehouse.imports;

import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.warehouse.connector.ConnectorFailure;
import io.retainer.warehouse.connector.InstalledConnector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Which files of an archive several connectors know, for a user who has to part them. */
final class ArchiveParts {

  private static final int MOST_TOLD = 12;
  private static final int MOST_LOOKED_AT = 40;
  private static final int BEGINNING = 1 << 18;

  private final SourceFile archive;
  private final List<InstalledConnector> connectors;

  ArchiveParts(SourceFile archive, List<InstalledConnector> connectors) {
    this.archive = archive;
    this.connectors = connectors;
  }

  /** {@code orders.csv: shopify}; nothing of a file that is no archive. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    try (ZipInputStream entries = new ZipInputStream(archive.open())) {
      int looked = 0;
      for (ZipEntry entry = entries.getNextEntry();
          entry != null && looked++ < MOST_LOOKED_AT && told.size() < MOST_TOLD;
          entry = entries.getNextEntry()) {
        if (!entry.isDirectory()) {
          tell(new Part(entry.getName(), entries.readNBytes(BEGINNING)), told);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // The whole archive was sound to the connectors; what is told of its parts only helps.
    }
    return told;
  }

  private void tell(Part part, List<String> told) {
    if (part.name().endsWith(".xml") || part.bytes.length == 0) {
      return;
    }
    List<String> ids =
        connectors.stream()
            .filter(connector -> knows(connector, part))
            .map(InstalledConnector::id)
            .toList();
    if (!ids.isEmpty()) {
      told.add(part.name() + ": " + String.join(" or ", ids));
    }
  }

  private static boolean knows(InstalledConnector connector, Part part) {
    try {
      return connector.connector().recognise(part) instanceof Recognition.Recognised;
    } catch (IOException | ConnectorFailure e) {
      return false;
    }
  }

  /** The beginning of a file in the archive. */
  private record Part(String path, byte[] bytes) implements SourceFile {

    @Override
    public String name() {
      return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
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

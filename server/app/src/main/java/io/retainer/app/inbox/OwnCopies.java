package io.retainer.app.inbox;

import io.retainer.warehouse.imports.PrivateFolder;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of what came, in a folder of the server's own. Whoever may write into the watched folder
 * could put a link in a file's place at any moment; what is imported is what was looked at.
 */
final class OwnCopies implements AutoCloseable {

  private final Path folder;
  private int count;

  private OwnCopies(Path folder) {
    this.folder = folder;
  }

  /** Those of an earlier process are gone afterwards. */
  static OwnCopies in(Path folder) {
    try {
      var copies = new OwnCopies(PrivateFolder.of(folder));
      copies.close();
      return copies;
    } catch (IOException e) {
      throw new UncheckedIOException("What came cannot be copied", e);
    }
  }

  ReceivedFile of(Path file) throws IOException {
    try (InputStream in =
        Channels.newInputStream(
            Files.newByteChannel(
                file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
      return of(file.getFileName().toString(), in);
    }
  }

  ReceivedFile of(String name, InputStream content) throws IOException {
    Path copy = folder.resolve(String.valueOf(count++));
    Files.copy(content, copy);
    return new ReceivedFile(name, copy);
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The next look does it.
    }
  }
}

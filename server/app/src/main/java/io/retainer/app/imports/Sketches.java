package io.retainer.app.imports;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Files that no connector knew, kept for some days so that somebody says what their columns are.
 * Each lies in a folder named by the hash of its bytes.
 */
public final class Sketches {

  /** A first day's uploads of an agency's clients. */
  private static final int MOST = 500;

  private static final long MOST_BYTES = 2L << 30;

  /** A table whose columns have no name yet has no business being larger. */
  private static final long LARGEST = 100L << 20;

  private static final Duration LONGEST = Duration.ofDays(7);

  private final Supplier<Path> folder;
  private final Predicate<ReceivedFile> isTable;
  private final Clock clock;

  /**
   * @param isTable whether there are columns to name in a file: not in one that was refused as a
   *     whole, such as a ZIP bomb
   */
  public Sketches(Supplier<Path> folder, Predicate<ReceivedFile> isTable, Clock clock) {
    this.folder = folder;
    this.isTable = isTable;
    this.clock = clock;
  }

  /**
   * @param id of hexadecimal digits
   */
  public record Sketch(String id, ClientId client, ReceivedFile file) {}

  /**
   * Keeps those files of an upload that nobody knew.
   *
   * @return the ids of those that were kept
   */
  public synchronized Set<String> keep(
      ClientId client, List<ReceivedFile> files, List<ImportResult> results) {
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < Math.min(files.size(), results.size()); i++) {
      String id = results.get(i).sha256();
      if (results.get(i).status() == Status.UNRECOGNISED
          && isId(id)
          && isTable.test(files.get(i))
          && keep(new Sketch(id, client, files.get(i)))) {
        kept.add(id);
      }
    }
    forgetOld();
    return kept;
  }

  private boolean keep(Sketch sketch) {
    Path place = folder.get().resolve(sketch.id());
    try {
      if (Files.size(sketch.file().path()) > LARGEST) {
        return false;
      }
      Files.createDirectories(place);
      Path bytes = place.resolve("bytes");
      if (!Files.exists(bytes)) {
        Path copy = Files.createTempFile(place, "bytes", "");
        Files.copy(sketch.file().path(), copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, bytes, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.writeString(place.resolve("client"), sketch.client().value());
      Files.writeString(place.resolve("name"), sketch.file().name());
      Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
      return true;
    } catch (FileSystemException e) {
      // Without room for it the upload is told all the same; its mapping has to be written by hand.
      drop(sketch.id());
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public synchronized Optional<Sketch> find(String id) {
    Path place = folder.get().resolve(isId(id) ? id : "none");
    try {
      return Files.isRegularFile(place.resolve("name"))
          ? Optional.of(
              new Sketch(
                  id,
                  new ClientId(Files.readString(place.resolve("client"), StandardCharsets.UTF_8)),
                  new ReceivedFile(
                      Files.readString(place.resolve("name"), StandardCharsets.UTF_8),
                      place.resolve("bytes"))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void drop(String id) {
    delete(folder.get().resolve(isId(id) ? id : "none"));
  }

  /** Its time is asked for once, however many it is compared with. */
  private record Kept(Path place, FileTime at) {}

  private void forgetOld() {
    try (Stream<Path> all = Files.list(folder.get())) {
      List<Kept> latestFirst =
          all.filter(Files::isDirectory)
              .map(place -> new Kept(place, keptAt(place)))
              .sorted(Comparator.comparing(Kept::at).reversed())
              .toList();
      FileTime oldest = FileTime.from(clock.instant().minus(LONGEST));
      long bytes = 0;
      for (int i = 0; i < latestFirst.size(); i++) {
        Kept kept = latestFirst.get(i);
        bytes += sizeOf(kept.place().resolve("bytes"));
        if (i >= MOST || bytes > MOST_BYTES || kept.at().compareTo(oldest) < 0) {
          delete(kept.place());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime keptAt(Path place) {
    try {
      return Files.getLastModifiedTime(place);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private static long sizeOf(Path bytes) {
    try {
      return Files.size(bytes);
    } catch (IOException gone) {
      return 0;
    }
  }

  private static void delete(Path place) {
    try (Stream<Path> files = Files.isDirectory(place) ? Files.list(place) : Stream.empty()) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(place);
    } catch (IOException e) {
      // The next upload tries again.
    }
  }

  private static boolean isId(String id) {
    return id.matches("[0-9a-f]{64}");
  }
}

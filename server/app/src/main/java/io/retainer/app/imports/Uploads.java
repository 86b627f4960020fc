package io.retainer.app.imports;

import io.retainer.app.shell.Problem;
import io.retainer.warehouse.imports.ReceivedFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** Receives files from the network, straight to disk and no further than the limit. */
public final class Uploads {

  private static final String PREFIX = "in-";
  private static final int LARGEST_FIELD = 64 * 1024;
  private static final int MOST_PARTS = 200;

  private final Supplier<Path> folder;
  private final long largest;

  /** Of this process; a few bytes each. */
  private final Set<Path> open = ConcurrentHashMap.newKeySet();

  /**
   * @param largest all bytes of one request
   */
  public Uploads(Supplier<Path> folder, long largest) {
    this.folder = folder;
    this.largest = largest;
  }

  /** What came; closing it deletes the files. */
  public record Received(Map<String, String> fields, List<ReceivedFile> files, Path folder)
      implements AutoCloseable {

    String id() {
      return Uploads.id(folder);
    }

    String field(String name) {
      return fields.getOrDefault(name, "").strip();
    }

    @Override
    public void close() {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : (Iterable<Path>) all::iterator) {
          Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        // The next start does it.
      }
    }
  }

  /** Where an upload lies. */
  static Path folder(Path place, String id) {
    return place.resolve(PREFIX + id);
  }

  static String id(Path folder) {
    return folder.getFileName().toString().substring(PREFIX.length());
  }

  /**
   * Deletes what an earlier process had not received as a whole.
   *
   * @param isAlone else another server may be receiving: what nobody has touched for a day goes
   * @return the folders of what it had taken on and not imported
   */
  public List<Path> leftovers(boolean isAlone) throws IOException {
    List<Path> whole = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder.get())) {
      for (Path left : (Iterable<Path>) all.filter(each -> !open.contains(each))::iterator) {
        if (UploadNote.read(left).isPresent()) {
          whole.add(left);
        } else if (isAlone || isForgotten(left)) {
          new Received(Map.of(), List.of(), left).close();
        }
      }
    }
    return whole;
  }

  private static boolean isForgotten(Path left) throws IOException {
    return Files.getLastModifiedTime(left)
        .toInstant()
        .isBefore(Instant.now().minus(Duration.ofDays(1)));
  }

  long largest() {
    return largest;
  }

  /** A body that is one file. */
  Received file(HttpServletRequest request, String name) {
    refuseTooLarge(request);
    return receive(
        received -> {
          Path file = received.folder().resolve("0");
          copy(request.getInputStream(), file, largest);
          received.files().add(new ReceivedFile(name, file));
        });
  }

  /**
   * A form with files.
   *
   * @param fields hears the fields before the first file is read, and may refuse
   */
  Received form(HttpServletRequest request, Consumer<Map<String, String>> fields) {
    refuseTooLarge(request);
    return receive(
        received -> {
          var parts = new JakartaServletFileUpload<>().getItemIterator(request);
          long left = largest;
          int number = 0;
          boolean checked = false;
          while (parts.hasNext()) {
            if (++number > MOST_PARTS) {
              throw Problem.tooLarge("A form has at most " + MOST_PARTS + " files and fields.");
            }
            FileItemInput part = parts.next();
            if (part.isFormField()) {
              received.fields().put(part.getFieldName(), text(part));
            } else if (part.getName() != null && !part.getName().isBlank()) {
              if (!checked) {
                fields.accept(received.fields());
                checked = true;
              }
              Path file = received.folder().resolve(String.valueOf(number));
              left -= copy(part.getInputStream(), file, left);
              received.files().add(new ReceivedFile(part.getName(), file));
            }
          }
          if (!checked) {
            fields.accept(received.fields());
          }
        });
  }

  private interface Step {
    void run(Received received) throws IOException;
  }

  private Received receive(Step step) {
    Received received = null;
    try {
      Path place = folder.get().resolve(PREFIX + UUID.randomUUID());
      open.add(place);
      received = new Received(new HashMap<>(), new ArrayList<>(), Files.createDirectory(place));
      step.run(received);
      return received;
    } catch (InvalidPathException e) {
      received.close();
      throw Problem.invalid(
          "The file name \""
              + e.getInput().replaceAll("\\p{Cntrl}", "?")
              + "\" cannot be used. Rename the file and send it again.");
    } catch (FileUploadException e) {
      received.close();
      throw Problem.invalid("The upload is damaged: " + e.getMessage());
    } catch (IOException e) {
      if (received != null) {
        received.close();
      }
      throw Problem.invalid("The upload broke off: " + e.getMessage());
    } catch (RuntimeException e) {
      if (received != null) {
        received.close();
      }
      throw e;
    }
  }

  private void refuseTooLarge(HttpServletRequest request) {
    if (request.getContentLengthLong() > largest) {
      throw tooLarge();
    }
  }

  private Problem tooLarge() {
    return Problem.tooLarge(
        "An upload has at most "
            + largest / (1024 * 1024)
            + " MB. Split the export by time, or raise retainer.imports.largest-upload.");
  }

  private long copy(InputStream from, Path to, long most) throws IOException {
    long copied = 0;
    byte[] buffer = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        copied += read;
        if (copied > most) {
          throw tooLarge();
        }
        write(out, buffer, read);
      }
    }
    return copied;
  }

  /** A full disk is not the sender's fault, and to send again does not help. */
  private static void write(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw Problem.noRoom(
          "The upload cannot be kept: " + e.getMessage() + ". Make room in the home folder.");
    }
  }

  private static String text(FileItemInput part) throws IOException {
    byte[] bytes = part.getInputStream().readNBytes(LARGEST_FIELD + 1);
    if (bytes.length > LARGEST_FIELD) {
      throw Problem.tooLarge("The field \"" + part.getFieldName() + "\" has at most 64 KB.");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

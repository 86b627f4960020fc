package io.retainer.app.inbox;

import io.retainer.model.client.Client;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of one client: what lies in it, and what is done with it. */
final class ClientFolder {

  private static final Logger LOG = LoggerFactory.getLogger(ClientFolder.class);

  /** As many as a form takes. */
  private static final int MOST_AT_ONCE = 200;

  private static final Set<String> OURS = Set.of("done", "failed");
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

  private final Path folder;
  private final Taking taking;
  private final Stillness stillness = new Stillness();

  /** What was imported and could not be moved. */
  private final Map<Sight, Slip> unmoved = new HashMap<>();

  private Optional<Instant> notBefore = Optional.empty();

  ClientFolder(Path folder, Taking taking) {
    this.folder = folder;
    this.taking = taking;
  }

  /** What lies there. */
  private record Content(List<Sight> files, List<LeftAlone> leftAlone) {}

  /** What a look found and left. */
  record Found(List<Waiting> waiting, List<LeftAlone> leftAlone) {}

  /**
   * @throws IOException when the folder cannot be read
   */
  Found look(Client client, Instant now) throws IOException {
    Content content = content();
    List<LeftAlone> left = new ArrayList<>(content.leftAlone());
    unmoved.keySet().retainAll(content.files());
    unmoved.entrySet().removeIf(each -> isFiled(each.getKey(), each.getValue(), left));
    Stillness.Look look =
        stillness.look(
            content.files().stream().filter(file -> !unmoved.containsKey(file)).toList(), now);
    if (notBefore.filter(now::isBefore).isPresent()) {
      look.whole().forEach(file -> left.add(leftAlone(file.name(), LeftAlone.Why.FAULT, "")));
    } else if (!look.whole().isEmpty()) {
      take(client, look.whole(), now, left);
    }
    return new Found(look.waiting(), left);
  }

  private Content content() throws IOException {
    List<Sight> files = new ArrayList<>();
    List<LeftAlone> left = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path path : all) {
        String name = path.getFileName().toString();
        try {
          var file =
              Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          if (file.isRegularFile() && !Sight.isClutter(name)) {
            files.add(Sight.of(name, file));
          } else if (!file.isRegularFile() && !(file.isDirectory() && OURS.contains(name))) {
            left.add(leftAlone(name, kind(file), ""));
          }
        } catch (NoSuchFileException e) {
          // Renamed or taken away since the folder was listed.
        }
      }
    }
    return new Content(files, left);
  }

  static LeftAlone.Why kind(BasicFileAttributes file) {
    if (file.isSymbolicLink()) {
      return LeftAlone.Why.LINK;
    }
    return file.isDirectory() ? LeftAlone.Why.FOLDER : LeftAlone.Why.SPECIAL;
  }

  private LeftAlone leftAlone(String name, LeftAlone.Why why, String detail) {
    return new LeftAlone(folder.getFileName() + "/" + name, why, detail);
  }

  private void take(Client client, List<Sight> whole, Instant now, List<LeftAlone> left) {
    List<Sight> copied = new ArrayList<>();
    try (OwnCopies copies = taking.copies("dropped")) {
      List<ReceivedFile> files = new ArrayList<>();
      long room = taking.largest();
      for (Sight sight : whole) {
        boolean isTooLarge = sight.size() > taking.largest();
        if (isTooLarge) {
          file(client, sight, taking.refused(client, sight), now, left);
        } else if (files.size() < MOST_AT_ONCE && sight.size() <= room) {
          room -= sight.size();
          copy(copies, sight, left)
              .ifPresent(
                  copy -> {
                    files.add(copy);
                    copied.add(sight);
                  });
        }
      }
      List<ImportResult> results = files.isEmpty() ? List.of() : taking.take(client, files);
      for (int i = 0; i < results.size(); i++) {
        file(client, copied.get(i), results.get(i), now, left);
      }
    } catch (RuntimeException e) {
      LOG.error("Files dropped for {} cannot be imported", client.id(), e);
      notBefore = Optional.of(now.plus(AFTER_A_FAULT));
      whole.forEach(file -> left.add(leftAlone(file.name(), LeftAlone.Why.FAULT, "")));
    }
  }

  private Optional<ReceivedFile> copy(OwnCopies copies, Sight sight, List<LeftAlone> left) {
    try {
      return Optional.of(copies.of(folder.resolve(sight.name())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      left.add(leftAlone(sight.name(), LeftAlone.Why.UNREADABLE, told(e)));
      return Optional.empty();
    }
  }

  private void file(
      Client client, Sight sight, ImportResult result, Instant now, List<LeftAlone> left) {
    var slip = new Slip(client, result, now);
    if (isUnchanged(sight) && !isFiled(sight, slip, left)) {
      unmoved.put(sight, slip);
    }
  }

  /** Otherwise it was written to meanwhile, and is taken again as it is then. */
  private boolean isUnchanged(Sight sight) {
    try {
      var file =
          Files.readAttributes(
              folder.resolve(sight.name()), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return file.isRegularFile() && Sight.of(sight.name(), file).isAs(sight);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isFiled(Sight sight, Slip slip, List<LeftAlone> left) {
    try {
      Filing.file(folder.resolve(sight.name()), slip);
      return true;
    } catch (IOException e) {
      left.add(leftAlone(sight.name(), LeftAlone.Why.NOT_MOVED, told(e)));
      return false;
    }
  }

  static String told(IOException e) {
    String reason = e instanceof FileSystemException file ? file.getReason() : null;
    return e.getClass().getSimpleName() + (reason == null ? "" : ": " + reason);
  }
}

package io.retainer.app.destinations;

import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.destinations.Destination;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Puts the files of a report into a folder. */
final class FolderDrop {

  private final Path folder;

  FolderDrop(Destination destination) {
    this.folder = Path.of(destination.target());
  }

  /** The same files again are found and left, so nothing is ever said to be leaving. */
  Outcome send(Letter letter) {
    if (!Files.isDirectory(folder)) {
      return new Outcome.NotNow("There is no folder " + folder + ".");
    }
    try {
      List<String> names = new ArrayList<>();
      for (Letter.Attachment file : letter.attachments()) {
        names.add(put(file));
      }
      return new Outcome.Taken("written: " + String.join(", ", names));
    } catch (IOException e) {
      return new Outcome.NotNow(
          folder + " cannot be written to: " + reason(e, isFull(letter)) + ".");
    }
  }

  /**
   * Java says of most of these no more than which file it was.
   *
   * @param isFull as the file system counts; what the operating system says is in its own language
   */
  static String reason(IOException e, boolean isFull) {
    if (e instanceof AccessDeniedException) {
      return "this server has no right to; give it to the user it runs as";
    }
    if (e instanceof NoSuchFileException) {
      return "it, or a file of the report, is gone";
    }
    String why = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    // A quota is counted nowhere, so that it is known by its words alone.
    return isFull || HomeFolder.isFull(e)
        ? "its disk is full; make room there"
        : String.valueOf(why);
  }

  private boolean isFull(Letter letter) {
    try {
      if (Files.getFileStore(folder).isReadOnly()) {
        return false;
      }
      long free = Files.getFileStore(folder).getUsableSpace();
      for (Letter.Attachment file : letter.attachments()) {
        if (Files.size(file.file()) > free) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whoever may look into the folder may read what is put there: that is what it is for. */
  private void letRead(Path part) throws IOException {
    if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Set<PosixFilePermission> rights =
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      Set<PosixFilePermission> ofFolder = Files.getPosixFilePermissions(folder);
      for (PosixFilePermission reading :
          List.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)) {
        if (ofFolder.contains(reading)) {
          rights.add(reading);
        }
      }
      Files.setPosixFilePermissions(part, rights);
    }
  }

  private String put(Letter.Attachment file) throws IOException {
    Path part = Files.createTempFile(folder, ".part-", null);
    try {
      Files.copy(file.file(), part, StandardCopyOption.REPLACE_EXISTING);
      try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      letRead(part);
      var name = new FileName(file.name());
      for (int i = 1; i < FileName.MOST; i++) {
        String numbered = name.numbered(i);
        Path target = folder.resolve(numbered);
        try {
          // A link is made as a whole or not at all, and takes nobody's place.
          Files.createLink(target, part);
          return numbered;
        } catch (FileAlreadyExistsException e) {
          if (Files.isRegularFile(target) && Files.mismatch(target, part) < 0) {
            return numbered;
          }
        }
      }
      throw name.usedUp();
    } catch (UnsupportedOperationException e) {
      // What createLink says where there are no links; it is nothing to fail the whole task for.
      throw new IOException("its file system has no hard links", e);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}

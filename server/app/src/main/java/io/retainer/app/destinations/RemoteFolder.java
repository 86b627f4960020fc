package io.retainer.app.destinations;

import io.retainer.workspace.destinations.SftpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder on an SFTP server, in which nothing is ever overwritten. */
record RemoteFolder(SftpClient there, SftpAddress address) {

  private static final int BLOCK = 32 * 1024;

  /** Writes a file under a name that nobody fetches; what an earlier attempt left is replaced. */
  void upload(Path file, String part) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        OutputStream written =
            there.write(
                address.path(part),
                SftpClient.OpenMode.Write,
                SftpClient.OpenMode.Create,
                SftpClient.OpenMode.Truncate)) {
      bytes.transferTo(written);
    } catch (SftpException e) {
      removeQuietly(part);
      throw e;
    }
  }

  boolean has(String part) throws IOException {
    return exists(address.path(part));
  }

  /** What is left would only take a full disk's room. */
  private void removeQuietly(String part) {
    try {
      there.remove(address.path(part));
    } catch (IOException e) {
      // The next attempt replaces it.
    }
  }

  /**
   * Gives an uploaded file its name, or the next that is free. Where a file with these bytes has
   * one of them, that is it, and the part goes.
   *
   * @return the name
   */
  String name(String part, Path file, FileName name) throws IOException {
    for (int i = 1; i < FileName.MOST; i++) {
      String target = address.path(name.numbered(i));
      if (!exists(target) && isRenamed(address.path(part), target)) {
        return name.numbered(i);
      }
      if (isSame(target, file)) {
        there.remove(address.path(part));
        return name.numbered(i);
      }
    }
    throw name.usedUp();
  }

  /** The name under which these very bytes lie there. */
  Optional<String> find(Path file, FileName name) throws IOException {
    for (int i = 1; i < FileName.MOST && exists(address.path(name.numbered(i))); i++) {
      if (isSame(address.path(name.numbered(i)), file)) {
        return Optional.of(name.numbered(i));
      }
    }
    return Optional.empty();
  }

  /**
   * @return false when somebody else took the name at the same moment
   */
  private boolean isRenamed(String part, String target) throws IOException {
    try {
      there.rename(part, target);
      return true;
    } catch (SftpException e) {
      if (exists(target)) {
        return false;
      }
      throw e;
    }
  }

  private boolean exists(String path) throws IOException {
    try {
      there.lstat(path);
      return true;
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw e;
    }
  }

  private boolean isSame(String path, Path file) throws IOException {
    SftpClient.Attributes found = there.lstat(path);
    if (!found.isRegularFile() || found.getSize() != Files.size(file)) {
      return false;
    }
    try (InputStream theirs = there.read(path);
        InputStream ours = Files.newInputStream(file)) {
      byte[] block = ours.readNBytes(BLOCK);
      while (block.length > 0 && Arrays.equals(block, theirs.readNBytes(block.length))) {
        block = ours.readNBytes(BLOCK);
      }
      return block.length == 0;
    } catch (SftpException e) {
      // Where files may only be left, a file that cannot be looked into is somebody else's.
      if (e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED) {
        return false;
      }
      throw e;
    }
  }
}

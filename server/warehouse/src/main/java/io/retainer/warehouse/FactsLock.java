package io.retainer.warehouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process at a time works with the facts of a home, which a file beside them says at once; or
 * several that all say so, and then none that wants to be alone.
 */
public final class FactsLock implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  /**
   * @param file the facts, which need not be there
   * @throws FactsInUseException when another process holds them, saying which
   */
  public FactsLock(Path file) {
    this(file, false);
  }

  /**
   * Held beside others who hold it so, on whatever machine that locks files in the folder.
   *
   * @throws FactsInUseException when a process holds them for itself, saying which
   */
  public static FactsLock shared(Path file) {
    return new FactsLock(file, true);
  }

  private FactsLock(Path file, boolean isShared) {
    this.file = file;
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(file.getParent());
      channel =
          FileChannel.open(
              lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new WarehouseException(
          "Cannot write beside " + file + ": " + e.getMessage() + ". Check the folder's rights.",
          e);
    }
    hold(isShared);
  }

  private void hold(boolean isShared) {
    try {
      FileLock held = channel.tryLock(Long.MAX_VALUE - 1, 1, isShared);
      if (held == null) {
        throw taken(holder());
      }
      byte[] process =
          Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(process), 0);
    } catch (OverlappingFileLockException e) {
      throw taken("this process itself");
    } catch (IOException e) {
      throw new WarehouseException("Cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  private FactsInUseException taken(String holder) {
    try {
      channel.close();
    } catch (IOException ignored) {
      // Nothing was held.
    }
    return new FactsInUseException(
        "The facts in "
            + file
            + " are in use by "
            + holder
            + ". Stop it first, or do the same through the running server's pages or API.");
  }

  private String holder() throws IOException {
    ByteBuffer text = ByteBuffer.allocate(32);
    channel.read(text, 0);
    String process = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    return process.isBlank() ? "another process" : "another process (id " + process + ")";
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new WarehouseException("Cannot let go of " + file + ": " + e.getMessage(), e);
    }
  }
}

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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The DuckDB file. One process holds it, which a lock file of our own says at once: loading the
 * engine costs half a second of CPU and waits for the first question.
 */
final class Database implements AutoCloseable {

  /** The server must stay under 1 GiB with everything else; what is larger goes to disk. */
  private static final String MEMORY = "256MB";

  private final Path file;
  private final FileChannel lockChannel;
  private DuckDBConnection engine;
  private boolean isClosed;

  Database(Path file) {
    this.file = file.toAbsolutePath();
    Path lock = this.file.resolveSibling(this.file.getFileName() + ".lock");
    try {
      Files.createDirectories(this.file.getParent());
      lockChannel =
          FileChannel.open(
              lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new WarehouseException(
          "Cannot write beside " + file + ": " + e.getMessage() + ". Check the folder's rights.",
          e);
    }
    hold();
  }

  private void hold() {
    try {
      FileLock held = lockChannel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (held == null) {
        throw taken(holder());
      }
      byte[] process =
          Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      lockChannel.truncate(0);
      lockChannel.write(ByteBuffer.wrap(process), 0);
    } catch (OverlappingFileLockException e) {
      throw taken("this process itself");
    } catch (IOException e) {
      throw new WarehouseException("Cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  private FactsInUseException taken(String holder) {
    try {
      lockChannel.close();
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
    lockChannel.read(text, 0);
    String process = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    return process.isBlank() ? "another process" : "another process (id " + process + ")";
  }

  /** A connection of its own for one piece of work; the caller closes it. */
  DuckDBConnection connect() throws SQLException {
    return engine().duplicate();
  }

  /**
   * Copies the file; the caller sees to it that nobody writes. The engine's own lock on the file
   * goes when another stream of it is closed; ours, on the file beside, stays.
   */
  void copyTo(Path copy) throws SQLException, IOException {
    try (DuckDBConnection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
      Files.copy(file, copy);
    }
  }

  private synchronized DuckDBConnection engine() throws SQLException {
    if (isClosed) {
      throw new WarehouseException("The warehouse " + file + " is closed.");
    }
    if (engine == null) {
      Properties settings = new Properties();
      settings.setProperty("memory_limit", MEMORY);
      settings.setProperty("threads", "2");
      // Rows may be written by both threads; whoever needs an order asks for it.
      settings.setProperty("preserve_insertion_order", "false");
      DuckDBConnection opened =
          (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
      try (Statement statement = opened.createStatement()) {
        // No file, web address or extension can be reached from SQL, whatever a text contains.
        statement.execute("set enable_external_access = false");
        Schema.create(opened);
        statement.execute("set lock_configuration = true");
      } catch (SQLException | RuntimeException e) {
        opened.close();
        throw e;
      }
      engine = opened;
    }
    return engine;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    try {
      if (engine != null) {
        engine.close();
      }
      lockChannel.close();
    } catch (SQLException | IOException e) {
      throw new WarehouseException("Cannot close " + file + ": " + e.getMessage(), e);
    }
  }
}

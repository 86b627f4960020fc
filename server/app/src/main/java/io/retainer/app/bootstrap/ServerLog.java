package io.retainer.app.bootstrap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log that the launcher has this process append to. Once a week, or when it is large, what is
 * in it is set aside as {@code server-<when>.log}; what is older than it is to be kept goes.
 */
final class ServerLog implements AutoCloseable {

  static final long LARGEST = 20L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String BEGIN = "server-";
  private static final String END = ".log";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'");

  private final Path logs;
  private final Path current;
  private final Clock clock;
  private final Optional<Duration> kept;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(ServerLog::named);

  /**
   * @param logs folder of this server alone
   * @param kept empty: for ever
   */
  ServerLog(Path logs, Clock clock, Optional<Duration> kept) {
    this.logs = logs;
    this.current = logs.resolve("server.log");
    this.clock = clock;
    this.kept = kept;
  }

  private static Thread named(Runnable task) {
    var thread = new Thread(task, "retainer-log");
    thread.setDaemon(true);
    thread.setContextClassLoader(ServerLog.class.getClassLoader());
    return thread;
  }

  void begin() {
    thread.scheduleWithFixedDelay(this::guarded, 1, EVERY.toMinutes(), TimeUnit.MINUTES);
  }

  private void guarded() {
    try {
      look();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The log is not set aside; it is tried again: {}", e.toString());
    }
  }

  void look() throws IOException {
    if (isFull()) {
      setAside();
    }
    for (Path old : earlier()) {
      if (kept.isPresent() && endOf(old).isBefore(clock.instant().minus(kept.get()))) {
        Files.delete(old);
      }
    }
  }

  private boolean isFull() throws IOException {
    if (!Files.isRegularFile(current)) {
      return false;
    }
    var file = Files.readAttributes(current, BasicFileAttributes.class);
    List<Path> earlier = earlier();
    Instant begun =
        earlier.isEmpty()
            ? file.creationTime().toInstant()
            : endOf(earlier.get(earlier.size() - 1));
    return file.size() > LARGEST || file.size() > 0 && begun.isBefore(clock.instant().minus(WEEK));
  }

  /**
   * The file stays, as others write to it; a line that comes between the copy and the emptying is
   * lost.
   */
  private void setAside() throws IOException {
    String name = BEGIN + WHEN.format(clock.instant().atOffset(ZoneOffset.UTC)) + END;
    Path unfinished =
        Files.copy(current, logs.resolve(name + ".part"), StandardCopyOption.REPLACE_EXISTING);
    Files.move(unfinished, logs.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel file = FileChannel.open(current, StandardOpenOption.WRITE)) {
      file.truncate(0);
    }
  }

  /** The oldest first. */
  private List<Path> earlier() throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      return files.filter(ServerLog::isEarlier).sorted().toList();
    }
  }

  private static boolean isEarlier(Path file) {
    try {
      endOf(file);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** When it was set aside, which is in its name. */
  private static Instant endOf(Path file) {
    String name = file.getFileName().toString();
    boolean isOurs = name.startsWith(BEGIN) && name.endsWith(END);
    return LocalDateTime.parse(
            isOurs ? name.substring(BEGIN.length(), name.length() - END.length()) : "", WHEN)
        .toInstant(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

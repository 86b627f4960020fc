package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a server that runs for years. */
class ServerLogTest {

  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir private Path logs;
  private final SettableClock clock = new SettableClock(Instant.now().toString());
  private Path current;
  private ServerLog log;

  @BeforeEach
  void open() {
    current = logs.resolve("server.log");
    log = new ServerLog(logs, clock, Optional.of(MONTH));
  }

  private void write(String line) throws IOException {
    Files.writeString(current, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private List<Path> earlier() throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      return files.filter(file -> !file.equals(current)).sorted().toList();
    }
  }

  @Test
  void isLeftAloneInItsFirstDays() throws IOException {
    write("INFO a start\n");
    clock.advance(Duration.ofDays(6));

    log.look();

    assertThat(current).hasContent("INFO a start\n");
    assertThat(earlier()).isEmpty();
  }

  @Test
  void isSetAsideOnceAWeekAndWrittenOn() throws IOException {
    write("INFO a start\n");
    try (var appending = Files.newOutputStream(current, StandardOpenOption.APPEND)) {
      clock.advance(Duration.ofDays(8));
      log.look();
      appending.write("INFO later\n".getBytes());
    }

    assertThat(current).hasContent("INFO later\n");
    assertThat(earlier()).singleElement().asString().matches(".*/server-[0-9T-]+Z\\.log");
    assertThat(earlier().get(0)).hasContent("INFO a start\n");
    log.look();
    assertThat(earlier()).hasSize(1);
  }

  @Test
  void isSetAsideBeforeItIsLarge() throws IOException {
    write("x".repeat((int) ServerLog.LARGEST + 1));

    log.look();

    assertThat(current).isEmptyFile();
    assertThat(earlier()).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
  }

  @Test
  void goesWhenItIsOlderThanItIsToBeKeptAndNothingElseDoes() throws IOException {
    Path foreign = Files.writeString(logs.resolve("server-notes.log"), "mine");
    write("INFO a start\n");
    clock.advance(Duration.ofDays(8));
    log.look();
    clock.advance(MONTH.plusDays(1));

    log.look();

    assertThat(earlier()).containsExactly(foreign);
  }

  @Test
  void isKeptForEverWhenSo() throws IOException {
    write("INFO a start\n");
    clock.advance(Duration.ofDays(8));
    log.look();
    clock.advance(Duration.ofDays(3650));

    new ServerLog(logs, clock, Optional.empty()).look();

    assertThat(earlier()).hasSize(1);
  }
}

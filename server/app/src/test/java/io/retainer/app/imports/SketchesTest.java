package io.retainer.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that no connector knew waits some days for somebody to say what its columns are. */
class SketchesTest {

  private static final ClientId SHOP = new ClientId("shop");
  private static final Instant NOW = Instant.parse("2026-11-03T08:00:00Z");

  @TempDir private Path folder;

  /** Without a table in them. */
  private final Set<ReceivedFile> refused = new HashSet<>();

  private Sketches at(Instant moment) {
    return new Sketches(
        () -> folder, file -> !refused.contains(file), Clock.fixed(moment, ZoneOffset.UTC));
  }

  private static String hash(int number) {
    return "%064x".formatted(number);
  }

  private void keep(Sketches sketches, int number, Status status) throws IOException {
    Path file = Files.writeString(Files.createTempFile("table", ".csv"), "rows of " + number);
    keep(sketches, number, status, file);
    Files.delete(file);
  }

  private Set<String> keep(Sketches sketches, int number, Status status, Path file) {
    var result =
        new ImportResult(
            "t.csv",
            hash(number),
            status,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            0,
            List.of());
    return sketches.keep(SHOP, List.of(new ReceivedFile("t.csv", file)), List.of(result));
  }

  @Test
  void onlyWhatNobodyKnewIsKept() throws IOException {
    Sketches sketches = at(NOW);
    keep(sketches, 1, Status.UNRECOGNISED);
    keep(sketches, 2, Status.ACCEPTED);

    Sketches.Sketch kept = sketches.find(hash(1)).orElseThrow();
    assertThat(kept.client()).isEqualTo(SHOP);
    assertThat(kept.file().name()).isEqualTo("t.csv");
    assertThat(kept.file().path()).hasContent("rows of 1");
    assertThat(sketches.find(hash(2))).isEmpty();
  }

  @Test
  void isForgottenAfterAWeekOrWhenItIsDone() throws IOException {
    keep(at(NOW), 1, Status.UNRECOGNISED);
    keep(at(NOW.plus(Duration.ofDays(8))), 2, Status.UNRECOGNISED);
    Sketches sketches = at(NOW.plus(Duration.ofDays(8)));

    assertThat(sketches.find(hash(1))).isEmpty();
    assertThat(sketches.find(hash(2))).isPresent();
    sketches.drop(hash(2));
    assertThat(sketches.find(hash(2))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  /** Of fifty clients on the first day. */
  @Test
  void smallOnesDoNotPushEachOtherOut() throws IOException {
    for (int i = 0; i < 60; i++) {
      keep(at(NOW.plusSeconds(i)), i, Status.UNRECOGNISED);
    }

    for (int i = 0; i < 60; i++) {
      assertThat(at(NOW).find(hash(i))).isPresent();
    }
  }

  @Test
  void theOldestMakeRoomWhenAllAreTooMuchForTheDisk() throws IOException {
    for (int i = 0; i < 25; i++) {
      Path place = Files.createDirectory(folder.resolve(hash(i)));
      try (var file = new RandomAccessFile(place.resolve("bytes").toFile(), "rw")) {
        file.setLength(100L << 20);
      }
      Files.setLastModifiedTime(place, FileTime.from(NOW.plusSeconds(i)));
    }

    keep(at(NOW.plusSeconds(25)), 25, Status.UNRECOGNISED);

    assertThat(folder.resolve(hash(4))).doesNotExist();
    assertThat(folder.resolve(hash(5))).exists();
    assertThat(at(NOW).find(hash(25))).isPresent();
  }

  @Test
  void aHugeFileIsNotKept() throws IOException {
    Path huge = Files.createTempFile("table", ".csv");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength((100L << 20) + 1);
    }

    assertThat(keep(at(NOW), 1, Status.UNRECOGNISED, huge)).isEmpty();
    assertThat(at(NOW).find(hash(1))).isEmpty();
    Files.delete(huge);
  }

  /** Its columns would be asked for, and nothing could be imported by the answer. */
  @Test
  void aZipBombIsNotKeptThoughNoConnectorKnewIt() throws IOException {
    Path bomb = Files.writeString(folder.resolve("bomb.zip"), "PK");
    refused.add(new ReceivedFile("t.csv", bomb));

    assertThat(keep(at(NOW), 1, Status.UNRECOGNISED, bomb)).isEmpty();
    assertThat(at(NOW).find(hash(1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../../etc/passwd", "none", "ABCDEF"})
  void noIdLeavesTheFolder(String id) {
    assertThat(at(NOW).find(id)).isEmpty();
    at(NOW).drop(id);
    assertThat(folder).exists();
  }
}

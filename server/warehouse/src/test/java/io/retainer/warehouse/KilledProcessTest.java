package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.imports.ImportResult.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilledProcessTest {

  private static final int ROWS_A_DAY = 6;

  @ParameterizedTest
  @CsvSource({
    "RECEIVING 0, 0",
    "READING 30000, 0",
    "ACCEPTING, 0",
    "ACCEPTING, 50",
    "ACCEPTING, 150",
    "DONE, 0"
  })
  void anImportKilledAtAnyInstantIsThereWholeOrNotAtAll(
      String step, int millisLater, @TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("killed.txt"),
        "lines\ntable web_traffic columns=channel,sessions cut=channel\n"
            + Desk.days("2005-01-01", "2026-10-31", "Direct|1").repeat(ROWS_A_DAY));
    TestFacts.prepare(folder);
    Process process = importing(folder);
    try (BufferedReader steps = process.inputReader()) {
      String line = steps.readLine();
      while (line != null && !line.startsWith(step)) {
        line = steps.readLine();
      }
      assertThat(line).as(Files.readString(folder.resolve("errors"))).isNotNull();
      process.waitFor(millisLater, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }

    try (Desk desk = new Desk(folder)) {
      // A change waits until a database elsewhere has noticed that nobody is there any more.
      desk.warehouse.undoTried("0");
      boolean there = !desk.warehouse.batches(Desk.ACME.id()).isEmpty();
      assertThat(value(desk.ask("web_traffic", sum("sessions"), Desk.OCTOBER)))
          .isEqualTo(
              there
                  ? java.util.Optional.of(BigDecimal.valueOf(31L * ROWS_A_DAY))
                  : java.util.Optional.empty());
      assertThat(folder.resolve("received/.arriving")).isEmptyDirectory();
      assertThat(desk.lines("table web_traffic columns=sessions", "2026-10-01|1").status())
          .isEqualTo(Status.ACCEPTED);
    }
  }

  @Test
  void aSecondProcessIsToldWhoHoldsTheFacts(@TempDir Path folder) throws Exception {
    try (Warehouse held = Warehouse.open(folder.resolve("facts.duckdb"))) {
      assertThat(held.batches(Desk.ACME.id())).isEmpty();
      Process process = importing(folder);
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(folder.resolve("errors")))
          .contains("are in use by another process (id " + ProcessHandle.current().pid() + ")");
      assertThatThrownBy(() -> Warehouse.open(folder.resolve("facts.duckdb")))
          .isInstanceOf(WarehouseException.class)
          .hasMessageContaining("are in use by this process itself. Stop it first");
    }
  }

  private static Process importing(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledImport.class.getName(),
            folder.toString())
        .redirectError(folder.resolve("errors").toFile())
        .start();
  }
}

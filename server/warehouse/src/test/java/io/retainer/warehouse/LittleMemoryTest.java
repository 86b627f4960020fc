package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.Restatement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that do not fit into the memory that the facts may take go to disk, and nothing fails. */
class LittleMemoryTest {

  private static final int LINES = 20_000;

  @TempDir private Path folder;

  /** A shop's list of a year is exported and imported again each month. */
  @Test
  void aLongListIsImportedAgain() {
    String[] list =
        Stream.concat(
                Stream.of(
                    "table order_lines columns=line_id,order_id,customer_key,sku,product,category,channel,quantity grain=EVENT"),
                IntStream.range(0, LINES).mapToObj(LittleMemoryTest::line))
            .toArray(String[]::new);
    var facts = new DuckDb(folder.resolve("facts.duckdb"), Clustering.SMALLEST, "48MB");
    Clock clock = Clock.fixed(Desk.NOW, ZoneId.of("UTC"));
    try (Desk desk = new Desk(folder, new Warehouse(facts, clock))) {
      desk.accepted(list);
      list[1] = list[1].replaceFirst("1$", "2");

      Restatement restatement = desk.accepted(list).restatements().get(0);

      assertThat(restatement.changed()).isEqualTo(1);
      assertThat(restatement.unchanged()).isEqualTo(LINES - 1);
    }
  }

  private static String line(int number) {
    return "2026-10-01|line of order %1$07d|order no. %1$07d|customer %1$07d|sku 12345-%1$07d|A product named %1$07d|Its category %1$07d|campaign no. %1$07d|1"
        .formatted(number);
  }
}

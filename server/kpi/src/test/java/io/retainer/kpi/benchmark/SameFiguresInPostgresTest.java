package io.retainer.kpi.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.warehouse.CopiedTable;
import io.retainer.warehouse.FactsMove;
import io.retainer.warehouse.Warehouse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated home in both databases: not a digit of its figures differs. */
class SameFiguresInPostgresTest {

  @Test
  void fortyKpisOfAMovedHomeAreTheSameToTheLastDigit(@TempDir Path folder) throws Exception {
    try (BothDatabases both = new BothDatabases(folder)) {
      new Agency(30_000, 2).into(both.file());

      var moved = new FactsMove(both.file(), both.place()).carryOut(table -> {});

      try (Warehouse inFile = both.inFile();
          Warehouse inPostgres = both.inPostgres()) {
        assertThat(moved.stream().mapToLong(CopiedTable::rows).sum())
            .isEqualTo(inFile.rowsOfAllTables());
        Map<String, BigDecimal> values = both.values(inPostgres);
        assertThat(values).isEqualTo(both.values(inFile)).hasSizeGreaterThan(600);
      }
    }
  }
}

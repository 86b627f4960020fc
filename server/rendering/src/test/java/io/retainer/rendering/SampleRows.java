package io.retainer.rendering;

import io.retainer.model.fact.ImportedRows;
import io.retainer.model.fact.RowSource;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** As many imported rows as are wanted, of each type, some of them hostile. */
public final class SampleRows implements RowSource {

  static final List<String> CAMPAIGNS =
      List.of(
          "Осень",
          "=HYPERLINK(\"http://example.com\")",
          "0042",
          " <b>&amp; 🔥\u0001 ",
          "-1+2",
          "Ў ö");

  private static final List<Column> COLUMNS =
      List.of(
          column("row_id", ColumnType.TEXT, Unit.NONE, Additivity.DIMENSION),
          column("source", ColumnType.TEXT, Unit.NONE, Additivity.DIMENSION),
          column("account", ColumnType.TEXT, Unit.NONE, Additivity.DIMENSION),
          column("date", ColumnType.DATE, Unit.NONE, Additivity.DIMENSION),
          column("currency", ColumnType.TEXT, Unit.NONE, Additivity.DIMENSION),
          column("campaign", ColumnType.TEXT, Unit.NONE, Additivity.DIMENSION),
          column("is_new", ColumnType.BOOLEAN, Unit.NONE, Additivity.DIMENSION),
          column("seen_at", ColumnType.TIMESTAMP, Unit.NONE, Additivity.DIMENSION),
          column("Campaign", ColumnType.INTEGER, Unit.COUNT, Additivity.DISTINCT),
          column("clicks", ColumnType.INTEGER, Unit.COUNT, Additivity.ADDITIVE),
          column("cost", ColumnType.DECIMAL, Unit.MONEY, Additivity.ADDITIVE),
          column("position", ColumnType.DECIMAL, Unit.NONE, Additivity.MARK));

  private final long count;

  public SampleRows(long count) {
    this.count = count;
  }

  private static Column column(String name, ColumnType type, Unit unit, Additivity additivity) {
    return new Column(name, type, unit, additivity, Optional.empty());
  }

  @Override
  public List<ImportedRows> rows(Ask ask) {
    return List.of(new Rows(ask.dataset(), count));
  }

  @Override
  public Optional<ImportedRows> daily(Ask ask) {
    return Optional.of(new Rows(ask.dataset(), 31));
  }

  private record Rows(Dataset dataset, long count) implements ImportedRows {

    @Override
    public Set<String> cut() {
      return Set.of("campaign");
    }

    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public void first(long most, Consumer<Object[]> row) {
      Object[] cells = new Object[COLUMNS.size()];
      for (int i = 0; i < Math.min(most, count); i++) {
        cells[0] = "7-" + (i + 2);
        cells[1] = "sample";
        cells[2] = "";
        cells[3] = LocalDate.of(2026, 10, 1).plusDays(i % 31);
        cells[4] = "EUR";
        cells[5] = CAMPAIGNS.get(i % CAMPAIGNS.size());
        cells[6] = i % 3 == 0 ? null : (Object) (i % 3 == 1);
        cells[7] = LocalDateTime.of(2026, 10, 1, 6, 30, 15).plusMinutes(i % 10_000);
        cells[8] = i % 7 == 0 ? null : (Object) (long) (i % 500);
        cells[9] = (long) i * (i % 2 == 0 ? 1 : -1);
        cells[10] = BigDecimal.valueOf(i * 1_250_000L + 10_000, 6);
        cells[11] = new BigDecimal("123456789012.123456");
        row.accept(cells);
      }
    }
  }
}

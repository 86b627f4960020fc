package io.retainer.workspace.agreement;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import io.retainer.warehouse.Warehouse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same rows in a warehouse and in plain Java. */
record TwoSources(Warehouse warehouse, FactSource rows) implements AutoCloseable {

  static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));

  /**
   * @param covered the days that the imported table is about
   */
  static TwoSources of(
      Path folder, Dataset dataset, List<Map<String, Object>> rows, DateSpan covered) {
    Warehouse warehouse = Warehouse.open(folder.resolve("facts.duckdb"));
    load(warehouse, dataset, rows, covered);
    return new TwoSources(
        warehouse, new Begun(RowFacts.of(Map.of(dataset, rows), covered.start()), covered.start()));
  }

  /** Rows say nothing of the days before the first of them; an import does. */
  private record Begun(FactSource facts, LocalDate first) implements FactSource {

    @Override
    public FactAnswer answer(FactQuery query) {
      FactAnswer answer = facts.answer(query);
      return new FactAnswer(
          answer.cells(),
          answer.coverage().stream().map(each -> each.since(Optional.of(first))).toList());
    }

    @Override
    public TableAnswer table(TableQuery query) {
      TableAnswer answer = facts.table(query);
      return new TableAnswer(answer.rows(), answer.coverage().since(Optional.of(first)));
    }
  }

  private static void load(
      Warehouse warehouse, Dataset dataset, List<Map<String, Object>> rows, DateSpan covered) {
    List<Column> columns =
        dataset.columns().stream()
            .filter(column -> rows.stream().anyMatch(row -> row.containsKey(column.name())))
            .toList();
    Set<String> cut =
        dataset.key().isEmpty()
            ? columns.stream()
                .filter(column -> column.type() == ColumnType.TEXT)
                .map(Column::name)
                .collect(java.util.stream.Collectors.toSet())
            : Set.of();
    TableHeader header =
        new TableHeader(
            "rows",
            dataset,
            columns.stream().map(Column::name).toList(),
            cut,
            dataset.key().isEmpty() ? Grain.DAY : Grain.EVENT,
            true,
            Optional.of(covered),
            "main",
            Optional.of("EUR"));
    try (Intake intake = warehouse.intake(ACME, "given")) {
      IntakeTable table = intake.table(header);
      long line = 0;
      for (Map<String, Object> row : rows) {
        Object[] values =
            columns.stream().map(column -> carried(column, row.get(column.name()))).toArray();
        table.append(++line, DateSpan.ofDay((LocalDate) row.get("day")), values);
      }
      intake.accept();
      intake.keep(
          new ImportResult(
              "rows.csv",
              "0".repeat(64),
              ImportResult.Status.ACCEPTED,
              Optional.of(intake.batch()),
              Optional.of("given"),
              Optional.of("main"),
              List.of(),
              List.of(),
              0,
              List.of()),
          1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object carried(Column column, Object value) {
    return value instanceof BigDecimal && column.type() == ColumnType.INTEGER
        ? (Object) ((BigDecimal) value).longValueExact()
        : value;
  }

  @Override
  public void close() {
    warehouse.close();
  }
}

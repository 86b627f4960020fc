package io.retainer.app.groups;

import io.retainer.model.client.Client;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import io.retainer.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What clients had in October 2026, as their exports would have said it. */
record Imports(Warehouse warehouse) {

  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  void sessions(Client client, long sessions, long engaged) throws Exception {
    table(
        client,
        Datasets.WEB_TRAFFIC,
        List.of("sessions", "engaged_sessions"),
        days(sessions, engaged));
  }

  /** All on the first day; the others had none, and said so. */
  private static List<Object[]> days(long sessions, long engaged) {
    List<Object[]> rows = new ArrayList<>();
    for (int day = 0; day < OCTOBER.days(); day++) {
      rows.add(day == 0 ? new Object[] {sessions, engaged} : new Object[] {0L, 0L});
    }
    return rows;
  }

  void orders(Client client, String... totals) throws Exception {
    List<Object[]> rows = new ArrayList<>();
    for (String total : totals) {
      rows.add(
          new Object[] {
            client.id() + "-" + rows.size(),
            "placed",
            new BigDecimal(total),
            OCTOBER.start().atTime(12, 0)
          });
    }
    table(client, Datasets.ORDERS, List.of("order_id", "status", "total", "ordered_at"), rows);
  }

  /** What a row of a day says. */
  interface Cells {
    Object[] of(LocalDate day, int number);
  }

  /** Four rows on each day of a year. */
  void daily(Client client, Dataset dataset, List<String> columns, Cells cells) throws Exception {
    year(client, dataset, columns, Grain.DAY, cells);
  }

  void events(Client client, Dataset dataset, List<String> columns, Cells cells) throws Exception {
    year(client, dataset, columns, Grain.EVENT, cells);
  }

  private void year(Client client, Dataset dataset, List<String> columns, Grain grain, Cells cells)
      throws Exception {
    DateSpan year = DateSpan.ofDays(OCTOBER.start().minusYears(1), OCTOBER.lastDay());
    Set<String> cut = grain == Grain.DAY ? Set.of(columns.get(0)) : Set.of();
    table(
        client,
        dataset,
        columns,
        cut,
        grain,
        year,
        table -> {
          long line = 0;
          for (LocalDate day = year.start(); day.isBefore(year.end()); day = day.plusDays(1)) {
            for (int i = 0; i < 4; i++) {
              table.append(++line, DateSpan.ofDay(day), cells.of(day, i));
            }
          }
        });
  }

  private void table(Client client, Dataset dataset, List<String> columns, List<Object[]> rows)
      throws Exception {
    boolean isOfDays = dataset.key().isEmpty();
    table(
        client,
        dataset,
        columns,
        Set.of(),
        isOfDays ? Grain.DAY : Grain.EVENT,
        OCTOBER,
        table -> {
          long line = 0;
          for (Object[] row : rows) {
            LocalDate day = OCTOBER.start().plusDays(isOfDays ? line : 0);
            table.append(++line, DateSpan.ofDay(day), row);
          }
        });
  }

  /** Writes rows. */
  private interface Rows {
    void into(IntakeTable table) throws Exception;
  }

  private void table(
      Client client,
      Dataset dataset,
      List<String> columns,
      Set<String> cut,
      Grain grain,
      DateSpan span,
      Rows rows)
      throws Exception {
    try (Intake intake = warehouse.intake(client, "test")) {
      rows.into(
          intake.table(
              new TableHeader(
                  "rows",
                  dataset,
                  columns,
                  cut,
                  grain,
                  true,
                  Optional.of(span),
                  "main",
                  Optional.of(client.currency().getCurrencyCode()))));
      intake.finish();
      intake.accept();
      intake.keep(accepted(client.id() + dataset.name()), 0);
    }
  }

  private static ImportResult accepted(String hash) {
    return new ImportResult(
        "rows.csv",
        hash,
        ImportResult.Status.ACCEPTED,
        Optional.empty(),
        Optional.of("test"),
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        List.of());
  }
}

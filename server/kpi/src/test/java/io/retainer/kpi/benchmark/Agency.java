package io.retainer.kpi.benchmark;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import io.retainer.warehouse.Warehouse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Two years of site traffic of some clients, imported month by month and client by client, as they
 * come in.
 */
record Agency(long rows, int clients) {

  static final List<String> CHANNELS =
      List.of("organic", "paid", "direct", "email", "social", "referral", "display", "other");
  static final List<String> DEVICES = List.of("desktop", "mobile", "tablet");
  static final List<String> COUNTRIES =
      List.of("FI", "SE", "NO", "DK", "EE", "LV", "LT", "PL", "DE", "NL", "BY", "GB");
  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final int MONTHS = 24;

  static Client client(int number) {
    return new Client(
        new ClientId("client-" + number),
        "Client " + number,
        ZoneId.of("Europe/Helsinki"),
        Locale.ENGLISH,
        Currency.getInstance("EUR"));
  }

  void into(Path file) throws SQLException {
    try (Warehouse warehouse = Warehouse.open(file)) {
      into(warehouse);
    }
  }

  void into(Warehouse warehouse) throws SQLException {
    for (int month = 0; month < MONTHS; month++) {
      for (int client = 0; client < clients; client++) {
        month(warehouse, client(client), FIRST.plusMonths(month));
      }
    }
  }

  private void month(Warehouse warehouse, Client client, YearMonth month) throws SQLException {
    long aDay = Math.max(1, rows / clients / (MONTHS * 365 / 12));
    try (Intake intake = warehouse.intake(client, "benchmark")) {
      IntakeTable table =
          intake.table(
              new TableHeader(
                  month.toString(),
                  Datasets.WEB_TRAFFIC,
                  List.of(
                      "channel",
                      "device",
                      "country",
                      "city",
                      "sessions",
                      "engaged_sessions",
                      "pageviews",
                      "conversions",
                      "revenue",
                      "transactions"),
                  Set.of("channel", "device", "country", "city"),
                  Grain.DAY,
                  true,
                  Optional.of(DateSpan.ofDays(month.atDay(1), month.atEndOfMonth())),
                  "site",
                  Optional.of("EUR")));
      long line = 0;
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        for (int i = 0; i < aDay; i++) {
          table.append(++line, DateSpan.ofDay(month.atDay(day)), values(i, day, month));
        }
      }
      intake.finish();
      intake.accept();
      intake.keep(accepted(client.id() + " " + month), 0);
    }
  }

  private static Object[] values(int i, int day, YearMonth month) {
    long visits = 1 + (i * 31L + day * 7L + month.getMonthValue()) % 97;
    return new Object[] {
      CHANNELS.get(i % 8),
      DEVICES.get(i / 8 % 3),
      COUNTRIES.get(i / 24 % 12),
      "City " + i / 288,
      visits,
      visits * 2 / 3,
      visits * 3,
      BigDecimal.valueOf(visits * 7, 2),
      BigDecimal.valueOf(visits * 1_295, 2),
      visits / 5
    };
  }

  private static ImportResult accepted(String hash) {
    return new ImportResult(
        "benchmark",
        hash,
        ImportResult.Status.ACCEPTED,
        Optional.empty(),
        Optional.of("benchmark"),
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        List.of());
  }
}

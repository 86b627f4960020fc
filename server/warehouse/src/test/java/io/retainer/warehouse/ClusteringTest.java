package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusteringTest {

  private static final int CLIENTS = 5;
  private static final YearMonth FIRST = YearMonth.of(2026, 1);
  private static final String ROWS =
      "select count(*) || '/' || sum(hash(client, period_start, page, clicks, live, batch)::hugeint)"
          + " from facts_search_queries";

  @Test
  void rowsOfAClientLieTogetherAlthoughMonthsCameInTurn(@TempDir Path folder) throws Exception {
    try (Database database = new DuckDb(folder.resolve("facts.duckdb"), Long.MAX_VALUE)) {
      months(database);
      String before = text(database, ROWS);
      assertThat(changesOfClient(database)).isGreaterThan(CLIENTS * 4);

      try (Connection connection = database.reading()) {
        new Clustering(connection, 1).of(List.of(Datasets.SEARCH_QUERIES));
      }

      assertThat(changesOfClient(database)).isEqualTo(CLIENTS - 1);
      assertThat(text(database, ROWS)).isEqualTo(before);
    }
  }

  @Test
  void whoBeganToReadBeforeGoesOnWithWhatWasThere(@TempDir Path folder) throws Exception {
    try (Database database = new DuckDb(folder.resolve("facts.duckdb"), Long.MAX_VALUE)) {
      months(database);
      try (Connection reader = database.reading();
          Connection writer = database.reading()) {
        String before = new Sql(reader).list(row -> row.getString(1), ROWS).get(0);

        new Clustering(writer, 1).of(List.of(Datasets.SEARCH_QUERIES));

        assertThat(changesOfClient(database)).isEqualTo(CLIENTS - 1);
        assertThat(new Sql(reader).list(row -> row.getString(1), ROWS)).containsExactly(before);
      }
    }
  }

  @Test
  void aTableIsWrittenAgainOnceItHasGrownByHalf(@TempDir Path folder) throws Exception {
    try (Database database = new DuckDb(folder.resolve("facts.duckdb"), 1)) {
      months(database);
      long ordered = Long.parseLong(text(database, "select max(row_count) from clustered"));
      month(database, 1, FIRST.plusMonths(6));

      assertThat(text(database, "select max(row_count) from clustered"))
          .isEqualTo(Long.toString(ordered));
      assertThat(Long.parseLong(text(database, "select count(*) from facts_search_queries")))
          .isEqualTo((CLIENTS * 6 + 1) * 28L)
          .isGreaterThan(ordered);
    }
  }

  private static void months(Database database) throws Exception {
    for (int month = 0; month < 6; month++) {
      for (int client = 0; client < CLIENTS; client++) {
        month(database, client, FIRST.plusMonths(month));
      }
    }
  }

  private static void month(Database database, int number, YearMonth month) throws Exception {
    Client client =
        new Client(
            new ClientId("client-" + number),
            "Client",
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Currency.getInstance("EUR"));
    try (Intake intake = new Intake(database, client, "search", Instant.EPOCH, () -> {})) {
      IntakeTable table =
          intake.table(
              new TableHeader(
                  "pages",
                  Datasets.SEARCH_QUERIES,
                  List.of("page", "clicks"),
                  Set.of("page"),
                  Grain.DAY,
                  true,
                  Optional.empty(),
                  "site",
                  Optional.empty()));
      for (int day = 1; day <= 28; day++) {
        table.append(day, DateSpan.ofDay(month.atDay(day)), new Object[] {"/", 1L});
      }
      intake.finish();
      intake.accept();
      intake.keep(
          new ImportResult(
              "pages",
              client.id() + " " + month,
              ImportResult.Status.ACCEPTED,
              Optional.empty(),
              Optional.of("search"),
              Optional.empty(),
              List.of(),
              List.of(),
              0,
              List.of()),
          0);
    }
  }

  private static int changesOfClient(Database database) throws Exception {
    return Integer.parseInt(
        text(
            database,
            "select count(*) from (select client, lag(client) over (order by rowid) as before"
                + " from facts_search_queries) where client <> before"));
  }

  private static String text(Database database, String sql) throws Exception {
    try (Connection connection = database.reading()) {
      return new Sql(connection).list(row -> row.getString(1), sql).get(0);
    }
  }
}

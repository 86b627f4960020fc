package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.warehouse.RowsAsk.Filter;
import io.retainer.warehouse.RowsAsk.Match;
import io.retainer.warehouse.RowsFound.Foot;
import io.retainer.warehouse.RowsFound.NoSum;
import io.retainer.warehouse.RowsFound.Row;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Select;
import org.junit.jupiter.api.Test;

/** Rows that somebody looks at: which, in what order, from where, and what they come to. */
class ExploringTest extends WarehouseTest {

  private static final String TRAFFIC =
      "table web_traffic columns=channel,sessions,users,revenue cut=channel currency=EUR";
  private static final String[] THREE_DAYS = {
    TRAFFIC,
    "2026-10-01|Direct|100|80|12.50",
    "2026-10-02|Organic|7|6|",
    "2026-10-03|direct|20|20|1"
  };

  private DataTable only(Dataset dataset) {
    List<DataTable> tables = desk.warehouse.tables(ACME.id(), dataset);
    assertThat(tables).hasSize(1);
    return tables.get(0);
  }

  private RowsAsk all(Dataset dataset) {
    return new RowsAsk(
        ACME.id(),
        dataset,
        only(dataset).id(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false);
  }

  private static RowsAsk where(RowsAsk ask, Filter... filters) {
    return new RowsAsk(
        ask.client(),
        ask.dataset(),
        ask.table(),
        ask.days(),
        ask.batch(),
        List.of(filters),
        ask.sort(),
        ask.descending());
  }

  private static RowsAsk sorted(RowsAsk ask, String column, boolean descending) {
    return new RowsAsk(
        ask.client(),
        ask.dataset(),
        ask.table(),
        ask.days(),
        ask.batch(),
        ask.where(),
        Optional.of(column),
        descending);
  }

  private static RowsAsk of(RowsAsk ask, Optional<DateSpan> days, Optional<String> batch) {
    return new RowsAsk(
        ask.client(),
        ask.dataset(),
        ask.table(),
        days,
        batch,
        ask.where(),
        ask.sort(),
        ask.descending());
  }

  private RowsFound found(RowsAsk ask) {
    return desk.warehouse.explore(ask, 0, 100, Optional.empty(), 0).orElseThrow();
  }

  private static List<Object> column(RowsFound found, String name) {
    int place = found.table().columns().stream().map(Column::name).toList().indexOf(name);
    List<Object> cells = new ArrayList<>();
    found.rows().forEach(row -> cells.add(row.cells().get(place)));
    return cells;
  }

  private static Foot foot(RowsFound found, String name) {
    return found.foot().stream()
        .filter(each -> each.column().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String sum(RowsFound found, String name) {
    return foot(found, name)
        .sum()
        .map(BigDecimal::stripTrailingZeros)
        .map(BigDecimal::toPlainString)
        .orElse("none");
  }

  @Test
  void eachRowSaysWhichLineOfWhichFileItIsAndWhenItCame() {
    ImportResult imported = desk.accepted(THREE_DAYS);

    RowsFound found = found(all(Datasets.WEB_TRAFFIC));

    assertThat(found.count()).isEqualTo(3);
    Row first = found.rows().get(0);
    assertThat(first.file()).isEqualTo("file-1.txt");
    assertThat(first.line()).isPositive();
    assertThat(first.batch()).isEqualTo(imported.batch().orElseThrow());
    assertThat(first.importedAt()).isEqualTo(Desk.NOW);
    assertThat(first.span()).isEqualTo(Desk.span("2026-10-01", "2026-10-01"));
    assertThat(found.rows()).extracting(Row::line).doesNotHaveDuplicates();
  }

  @Test
  void sumsAreOfAllRowsThatWereAskedForAndSayHowManyHaveAValue() {
    desk.accepted(THREE_DAYS);

    RowsFound found =
        desk.warehouse.explore(all(Datasets.WEB_TRAFFIC), 1, 1, Optional.empty(), 0).orElseThrow();

    assertThat(found.rows()).hasSize(1);
    assertThat(sum(found, "sessions")).isEqualTo("127");
    assertThat(sum(found, "revenue")).isEqualTo("13.5");
    assertThat(foot(found, "revenue").known()).isEqualTo(2);
    assertThat(foot(found, "revenue").currency()).contains("EUR");
  }

  @Test
  void whatCannotBeAddedHasNoSumButAReason() {
    desk.accepted(THREE_DAYS);
    assertThat(foot(found(all(Datasets.WEB_TRAFFIC)), "users").why()).contains(NoSum.DISTINCT);
    assertThat(sum(found(all(Datasets.WEB_TRAFFIC)), "users")).isEqualTo("none");

    desk.accepted(
        "table search_queries columns=query,clicks,impressions,position cut=query",
        "2026-10-01|shoes|1|10|3.5");
    assertThat(foot(found(all(Datasets.SEARCH_QUERIES)), "position").why())
        .contains(NoSum.WEIGHTED);
    assertThat(sum(found(all(Datasets.SEARCH_QUERIES)), "clicks")).isEqualTo("1");
  }

  @Test
  void amountsInSeveralCurrenciesAreNotAddedUntilOneIsLeft() {
    desk.accepted(
        "table orders columns=order_id,status,currency,total grain=EVENT",
        "2026-10-05|1|placed|EUR|10",
        "2026-10-06|2|placed|USD|20");

    RowsAsk all = all(Datasets.ORDERS);

    assertThat(foot(found(all), "total").why()).contains(NoSum.CURRENCIES);
    RowsAsk one = of(all, Optional.of(Desk.span("2026-10-05", "2026-10-05")), Optional.empty());
    assertThat(sum(found(one), "total")).isEqualTo("10");
  }

  @Test
  void sessionsOfSeveralPagesAreNotAddedButThoseOfOneAre() {
    desk.accepted(
        "table landing_pages columns=page,sessions,pageviews cut=page",
        "2026-10-01|/a|10|15",
        "2026-10-01|/b|10|11",
        "2026-10-02|/a|3|4");

    RowsAsk all = all(Datasets.LANDING_PAGES);

    assertThat(foot(found(all), "sessions").why()).contains(NoSum.REPEATED);
    assertThat(sum(found(all), "pageviews")).isEqualTo("30");
    assertThat(sum(found(where(all, new Filter("page", Match.IS, "/a"))), "sessions"))
        .isEqualTo("13");
  }

  @Test
  void rowsAboutDaysThatOtherRowsAreAboutTooAreNotAdded() {
    String table = "table costs columns=channel,cost cut=channel grain=PERIOD currency=EUR";
    desk.accepted(table + " period=2026-10-01..2026-10-31", "2026-10-01..2026-10-31|tv|100");
    desk.accepted(table + " period=2026-10-01..2026-12-31", "2026-10-01..2026-12-31|tv|300");

    RowsAsk all = all(Datasets.COSTS);

    assertThat(found(all).count()).isEqualTo(2);
    assertThat(foot(found(all), "cost").why()).contains(NoSum.OVERLAPPING);
  }

  @Test
  void filtersAreByLetterOrBySomethingInItAndByNoValue() {
    desk.accepted(THREE_DAYS);
    RowsAsk all = all(Datasets.WEB_TRAFFIC);

    assertThat(found(where(all, new Filter("channel", Match.IS, "Direct"))).count()).isEqualTo(1);
    assertThat(found(where(all, new Filter("channel", Match.CONTAINS, "DIR"))).count())
        .isEqualTo(2);
    assertThat(found(where(all, new Filter("channel", Match.IS, ""))).count()).isZero();
    assertThat(found(where(all, new Filter("channel", Match.IS, "' or 1=1 --"))).count()).isZero();
    assertThat(found(where(all, new Filter("channel", Match.IS, "nobody"))).foot())
        .allMatch(each -> each.sum().isEmpty());
  }

  @Test
  void theOrderIsTheOneThatWasAskedForAndNoValueComesLast() {
    desk.accepted(THREE_DAYS);
    RowsAsk all = all(Datasets.WEB_TRAFFIC);

    assertThat(column(found(sorted(all, "sessions", false)), "sessions"))
        .containsExactly(7L, 20L, 100L);
    assertThat(column(found(sorted(all, "revenue", true)), "sessions"))
        .containsExactly(100L, 20L, 7L);
    assertThat(column(found(sorted(all, RowsAsk.DATE, true)), "sessions"))
        .containsExactly(20L, 7L, 100L);
  }

  @Test
  void thePagesTogetherHaveEachRowOnce() {
    List<String> lines = new ArrayList<>(List.of(TRAFFIC));
    IntStream.range(0, 25).forEach(i -> lines.add("2026-10-01|c" + i + "|5|1|1"));
    desk.accepted(lines.toArray(String[]::new));
    RowsAsk ask = sorted(all(Datasets.WEB_TRAFFIC), "sessions", true);

    List<Object> channels = new ArrayList<>();
    for (int skip = 0; skip < 25; skip += 10) {
      channels.addAll(
          column(
              desk.warehouse.explore(ask, skip, 10, Optional.empty(), 0).orElseThrow(), "channel"));
    }

    assertThat(channels).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void valuesOfAColumnAreToldWithTheirRows() {
    desk.accepted(
        TRAFFIC, "2026-10-01|Direct|1|1|1", "2026-10-02|Direct|1|1|1", "2026-10-03|Organic|1|1|1");
    RowsAsk all = all(Datasets.WEB_TRAFFIC);
    Column channel = Datasets.WEB_TRAFFIC.column("channel");

    assertThat(desk.warehouse.explore(all, 0, 1, Optional.of(channel), 5).orElseThrow().values())
        .containsExactly(new RowsFound.Value("Direct", 2), new RowsFound.Value("Organic", 1));
  }

  @Test
  void anImportAloneHasItsRowsAndWhatWasReplacedIsNotThere() {
    ImportResult first = desk.accepted(TRAFFIC, "2026-10-01|Direct|1|1|1");
    ImportResult second = desk.accepted(TRAFFIC, "2026-10-02|Direct|2|1|1");
    desk.accepted(TRAFFIC, "2026-10-02|Direct|3|1|1");
    RowsAsk all = all(Datasets.WEB_TRAFFIC);

    assertThat(column(found(of(all, Optional.empty(), first.batch())), "sessions"))
        .containsExactly(1L);
    assertThat(found(of(all, Optional.empty(), second.batch())).count()).isZero();
    assertThat(found(of(all, Optional.of(OCTOBER), Optional.empty())).count()).isEqualTo(2);
  }

  @Test
  void aForeignClientHasNoTableOfThatNumber() {
    desk.accepted(THREE_DAYS);
    RowsAsk own = all(Datasets.WEB_TRAFFIC);
    var foreign =
        new RowsAsk(
            new ClientId("other"),
            own.dataset(),
            own.table(),
            own.days(),
            own.batch(),
            own.where(),
            own.sort(),
            false);

    assertThat(desk.warehouse.explore(foreign, 0, 10, Optional.empty(), 0)).isEmpty();
    assertThat(desk.warehouse.explore(foreign, 10, row -> {})).isFalse();
  }

  @Test
  void statementsDoNotGrowWithTheRows() throws SQLException {
    desk.accepted(THREE_DAYS);
    RowsAsk ask = all(Datasets.WEB_TRAFFIC);
    Optional<Column> channel = Optional.of(Datasets.WEB_TRAFFIC.column("channel"));
    desk.close();
    List<Select<?>> asked = new ArrayList<>();

    try (Database database = TestFacts.database(desk.folder);
        Connection connection = database.reading()) {
      new Exploring(new Engine(connection, database.dialect(), asked::add))
          .find(ask, 0, 100, channel, 50);
    }

    assertThat(asked).hasSize(3);
    assertThat(asked.get(0).getSQL()).contains("limit 100 offset 0").doesNotContain("Direct");
  }
}

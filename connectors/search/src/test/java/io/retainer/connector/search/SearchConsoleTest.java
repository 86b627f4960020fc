package io.retainer.connector.search;

import static io.retainer.connector.search.SearchExports.EN;
import static io.retainer.connector.search.SearchExports.FR;
import static io.retainer.connector.search.SearchExports.NAME;
import static io.retainer.connector.search.SearchExports.OCTOBER;
import static io.retainer.connector.search.SearchExports.THREE_DAYS;
import static io.retainer.connector.search.SearchExports.entries;
import static io.retainer.connector.search.SearchExports.single;
import static io.retainer.connector.search.SearchExports.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.Archives;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchConsoleTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new SearchConsole();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        zip("en", EN),
        zip("fr", FR),
        workbook(),
        single("Dates.csv"),
        single("Queries.csv").with(single("Dates.csv"), single("Filters.csv")));
  }

  @Override
  protected ReadSettings settings() {
    return SearchExports.settings(Optional.empty());
  }

  @Test
  void countsADayOnceThatStandsInTheFileTwice() throws IOException {
    var sink =
        read(
            TestFile.of(
                "Dates.csv",
                """
                Date,Clicks,Impressions,CTR,Position
                2026-10-01,1,10,10%,2
                2026-10-02,3,10,30%,2
                2026-10-01,1,10,10%,2
                2026-10-02,4,10,40%,2
                """));

    assertThat(sink.table().column("clicks")).containsExactly(1L, 3L);
    assertThat(sink.passedOver()).containsKey(4L);
    assertThat(sink.table().rejected())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.issue().line()).isEqualTo(5);
              assertThat(row.issue().column()).isEqualTo("Date");
              assertThat(row.issue().expected()).contains("as on line 3");
            });
  }

  @Test
  void readsTheRussianClicksThatBeginWithALatinLetter() throws IOException {
    var sink = new RecordingSink();
    new SearchConsole()
        .read(
            TestFile.of(
                "Страницы.csv",
                """
                Популярные страницы,\u004Bлики,Показы,CTR,Позиция
                https://docs.birch.example/a.html,43,255,16.86%,6.67
                """),
            SearchExports.settings(Optional.of(OCTOBER)),
            sink);

    assertThat(sink.table().column("clicks")).containsExactly(43L);
    assertThat(sink.table().header().cut()).containsExactly("page");
  }

  @Test
  void keepsEachBreakdownOfTheSameClicksApart() throws IOException {
    var sink = read(zip("en", EN));

    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .containsExactly(
            Set.of(), Set.of("query"), Set.of("page"), Set.of("country"), Set.of("device"));
    assertThat(sink.tables())
        .extracting(table -> table.header().complete())
        .containsExactly(true, false, false, true, true);
    assertThat(sink.tables())
        .extracting(table -> table.header().grain())
        .containsExactly(Grain.DAY, Grain.PERIOD, Grain.PERIOD, Grain.PERIOD, Grain.PERIOD);
    assertThat(sink.tables())
        .allSatisfy(
            table -> {
              assertThat(table.header().account()).isEqualTo("https://www.birch.example/");
              assertThat(table.column("search_type")).containsOnly("web");
            });
  }

  @Test
  void readsDaysInAnyOrderAndNoPositionWithoutImpressions() throws IOException {
    var days = read(zip("en", EN)).tables().get(0);

    assertThat(days.rows())
        .extracting(row -> row.period().start())
        .containsExactly(
            LocalDate.of(2026, 10, 3), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 1));
    assertThat(days.column("clicks")).containsExactly(12L, 9L, 0L);
    assertThat(days.column("position"))
        .containsExactly(new BigDecimal("14.2"), new BigDecimal("15"), null);
  }

  @Test
  void takesThePeriodOfUndatedSheetsFromTheDays() throws IOException {
    var queries = read(zip("en", EN)).tables().get(1);

    assertThat(queries.header().period()).contains(THREE_DAYS);
    assertThat(queries.rows()).extracting(row -> row.period()).containsOnly(THREE_DAYS);
    assertThat(queries.column("query"))
        .containsExactly("birch mugs", "кружка з бярозы", "mugs, large");
  }

  @Test
  void knowsTheSingleSheetsOfASpanishExport() throws IOException {
    var filters =
        TestFile.of(
            "Filtros.csv", bytes("Filtrar,Valor\nTipo de búsqueda,Web\nFecha,Últimos 3 meses"));
    var appearances =
        TestFile.of(
            "Aparición en búsquedas.csv",
            bytes("Aparición en búsquedas,Clics,Impresiones,CTR,Posición"));

    for (TestFile sheet : List.of(filters, appearances)) {
      assertThat(new SearchConsole().recognise(sheet)).isInstanceOf(Recognition.Recognised.class);
      assertThat(SearchExports.read(sheet).issues()).isEmpty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void prefersDatesThatTheFiltersWriteOut() throws IOException {
    var tables = read(zip("fr", FR)).tables();

    assertThat(tables).hasSize(6);
    assertThat(tables.get(1).header().period()).contains(OCTOBER);
    assertThat(tables.get(5).header().cut()).containsExactly("search_appearance");
  }

  @Test
  void findsTheDatesOfASingleFileInTheFilesBesideIt() throws IOException {
    var table = read(single("Pages.csv").with(single("Queries.csv"), single("Dates.csv"))).table();

    assertThat(table.header().period()).contains(THREE_DAYS);
  }

  @Test
  void asksForThePeriodOfASingleFileAlone() throws IOException {
    var sink = read(single("Queries.csv"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues().get(0).advice()).contains("Dates.csv").contains("--period");
  }

  @Test
  void takesThePeriodTheUserNames() throws IOException {
    var sink = new RecordingSink();
    connector().read(single("Queries.csv"), SearchExports.settings(Optional.of(OCTOBER)), sink);

    assertThat(sink.table().header().period()).contains(OCTOBER);
  }

  @Test
  void keepsANarrowedExportApartFromTheWhole() throws IOException {
    var entries = entries("en", EN);
    entries.computeIfPresent("Filters.csv", (name, text) -> text + "\nPage,+/blog/");
    var sink = read(TestFile.of(NAME, Archives.zip(entries)));

    assertThat(sink.tables())
        .allSatisfy(
            table -> {
              assertThat(table.header().cut()).contains("search_type");
              assertThat(table.header().complete()).isFalse();
              assertThat(table.column("search_type")).containsOnly("web, page +/blog/");
            });
    assertThat(sink.passedOver().values()).anyMatch(reason -> reason.contains("page +/blog/"));
  }

  @Test
  void keepsDiscoverApartFromTheWeb() throws IOException {
    var entries = new LinkedHashMap<String, String>();
    entries.put("Dates.csv", "Date,Clicks,Impressions,CTR\n2026-10-01,5,100,5%");
    entries.put("Pages.csv", "Top pages,Clicks,Impressions,CTR\nhttps://a.example/,5,100,5%");
    entries.put("Filters.csv", "Filter,Value\nSearch type,Discover\nDate,Last 28 days");
    var sink = read(TestFile.of(NAME, Archives.zip(entries)));

    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).header().cut()).containsExactly("search_type");
    assertThat(sink.tables().get(0).column("search_type")).containsOnly("discover");
    assertThat(sink.tables().get(0).header().columns()).doesNotContain("position");
  }

  @Test
  void takesResultsWithoutPositionsForDiscoverThoughNoFilterSaysSo() throws IOException {
    for (String name :
        List.of("a.example-Performance-on-Discover.zip", "a.example-Performance-on-News.zip")) {
      var entries = new LinkedHashMap<String, String>();
      entries.put("Chart.csv", "Date,Clicks,Impressions,CTR\n2026-10-01,5,100,5%");
      entries.put("Pages.csv", "Top pages,Clicks,Impressions,CTR\nhttps://a.example/,5,100,5%");
      entries.put("Filters.csv", "Filter,Value\nDate,Last 28 days");
      var sink = read(TestFile.of(name, Archives.zip(entries)));

      assertThat(sink.tables().get(0).header().complete()).isFalse();
      assertThat(sink.tables().get(0).column("search_type"))
          .containsOnly(name.contains("News") ? "google news" : "discover");
    }
  }

  @Test
  void readsAFileSavedAgainByFinnishExcel() throws IOException {
    var file =
        TestFile.of(
            "Dates.csv",
            "\uFEFFDate;Clicks;Impressions;CTR;Position\r\n"
                + "13.10.2026;1 157;63943;1,81%;42,08\r\n1.10.2026;12;480;2,5%;14,2\r\n");
    var table = read(file).table();

    assertThat(table.column("clicks")).containsExactly(1157L, 12L);
    assertThat(table.column("position"))
        .containsExactly(new BigDecimal("42.08"), new BigDecimal("14.2"));
  }

  @Test
  void rejectsImpossibleDatesAndWordsForNumbers() throws IOException {
    var file =
        TestFile.of(
            "Dates.csv",
            "Date,Clicks,Impressions,CTR,Position\n2026-02-30,1,2,50%,1\n2026-03-01,many,2,50%,1\n"
                + "2026-03-02,1,2,50%,1\n2026-03-03,1\n");
    var table = read(file).table();

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rejected())
        .extracting(row -> row.issue().line() + " " + row.issue().column())
        .containsExactly("2 Date", "3 Clicks", "5 ");
  }

  @Test
  void readsNumbersAndDatesOfAWorkbook() throws IOException {
    var sink = read(workbook());

    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).rows().get(0).period().start())
        .isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(sink.tables().get(1).column("position")).containsExactly(new BigDecimal("2.64"));
  }

  private static TestFile workbook() {
    var sheets = new LinkedHashMap<String, List<List<Object>>>();
    sheets.put(
        "Chart",
        List.of(
            List.of("Date", "Clicks", "Impressions", "CTR", "Position"),
            Arrays.asList(LocalDate.of(2026, 10, 1), 5.0, 1425.0, 0.0034999999999999996, 43.5),
            Arrays.asList("2026-10-02", 6.0, 1400.0, 0.0043, 42.0)));
    sheets.put(
        "Queries",
        List.of(
            List.of("Top queries", "Clicks", "Impressions", "CTR", "Position"),
            Arrays.asList("birch mugs", 10.0, 100.0, 0.1, 2.64)));
    sheets.put("Filters", List.of(List.of("Filter", "Value"), List.of("Search type", "Web")));
    return TestFile.of("Performance.xlsx", Archives.xlsx(sheets));
  }
}

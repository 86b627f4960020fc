package io.retainer.connector.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchConsoleTest extends ConnectorContract {

  private static final List<String> EN =
      List.of("Dates", "Queries", "Pages", "Countries", "Devices", "Search appearance", "Filters");
  private static final List<String> FR =
      List.of("Dates", "Requêtes", "Pages", "Pays", "Appareils", "Apparence", "Filtres");
  private static final String NAME =
      "https___www.birch.example_-Performance-on-Search-2026-11-02.zip";
  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
  private static final DateSpan THREE_DAYS =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3));

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
    return settings(Optional.empty());
  }

  private static ReadSettings settings(Optional<DateSpan> period) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"), Currency.getInstance("BYN"), Optional.empty(), period, Map.of());
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
  void prefersDatesThatTheFiltersWriteOut() throws IOException {
    var tables = read(zip("fr", FR)).tables();

    assertThat(tables).hasSize(6);
    assertThat(tables.get(1).header().period()).contains(OCTOBER);
    assertThat(tables.get(5).header().cut()).containsExactly("search_appearance");
  }

  @Test
  void understandsSheetsOfALanguageNobodyTaughtItByTheirPlace() throws IOException {
    var entries = entries("en", EN);
    entries.replaceAll(
        (name, text) ->
            text.replace("Top queries", "Fyrirspurnir")
                .replace("Top pages", "Síður")
                .replace("Country", "Land­ið")
                .replace("Device", "Tæki"));
    var sink = read(TestFile.of(NAME, Archives.zip(entries)));

    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .containsExactly(
            Set.of(), Set.of("query"), Set.of("page"), Set.of("country"), Set.of("device"));
  }

  @Test
  void understandsAWholeArchiveWithoutAWordItKnows() throws IOException {
    var entries = icelandic();
    var sink = read(TestFile.of(NAME, Archives.zip(entries)));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .containsExactly(
            Set.of(), Set.of("query"), Set.of("page"), Set.of("country"), Set.of("device"));
    assertThat(sink.tables().get(0).column("clicks")).containsExactly(12L, 9L, 0L);
  }

  @Test
  void understandsItWithoutTheSheetOfAppearancesToo() throws IOException {
    var entries = icelandic();
    entries.remove(new ArrayList<>(entries.keySet()).get(5));
    var sink = read(TestFile.of(NAME, Archives.zip(entries)));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .containsExactly(
            Set.of(), Set.of("query"), Set.of("page"), Set.of("country"), Set.of("device"));
  }

  @Test
  void refusesAnArchiveWithoutAWordItKnowsWhoseNumbersDoNotAgree() throws IOException {
    var entries = icelandic();
    entries.replaceAll((name, text) -> text.replace("%,", "9%,"));

    assertThat(connector().recognise(TestFile.of(NAME, Archives.zip(entries))))
        .isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void doesNotTakeCountriesForQueriesInAnArchivePackedInAnotherOrder() throws IOException {
    var entries = entries("en", EN);
    entries.replaceAll((name, text) -> text.replace("Country", "Landið").replace("Top q", "Q"));
    var sorted = new java.util.TreeMap<>(entries);
    var sink = read(TestFile.of(NAME, Archives.zip(new LinkedHashMap<>(sorted))));

    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .doesNotContain(Set.of("country"))
        .contains(Set.of("device"));
  }

  private static LinkedHashMap<String, String> icelandic() {
    var entries = entries("en", EN);
    entries.replaceAll(
        (name, text) ->
            text.replace("Date,Cl", "Dagsetning,Cl")
                .replace("Top queries", "Fyrirspurnir")
                .replace("Top pages", "Síður")
                .replace("Country", "Landið")
                .replace("Device", "Tæki")
                .replace("Search Appearance", "Útlit")
                .replace("Clicks,Impressions,CTR,Position", "Smellir,Birtingar,Hlutfall,Staða")
                .replace("Filter,Value", "Sía,Gildi")
                .replace("Search type", "Leitartegund"));
    return entries;
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
    connector().read(single("Queries.csv"), settings(Optional.of(OCTOBER)), sink);

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

  private static final String COMPARED =
      "Last 3 days Clicks,Previous 3 days Clicks,Last 3 days Impressions,Previous 3 days"
          + " Impressions,Last 3 days CTR,Previous 3 days CTR,Last 3 days Position,Previous 3 days"
          + " Position\n";

  private static TestFile compared(String ofDays) {
    var entries = new LinkedHashMap<String, String>();
    entries.put(
        "Queries.csv",
        "Top queries," + COMPARED + "tent,6,4,100,90,6%,4.44%,3.2,3.9\nnew,1,,20,,5%,,9,");
    entries.put("Dates.csv", "Date," + COMPARED + ofDays);
    entries.put("Filters.csv", "Filter,Value\nSearch type,Web\nDate,Compare last 3 days");
    return TestFile.of(NAME, Archives.zip(entries));
  }

  @Test
  void readsTwoPeriodsEachByItselfWhenTheDaysOfBothAreTold() throws IOException {
    var sink =
        read(
            compared(
                "2026-10-03,3,2,50,40,6%,5%,3,4\n2026-10-02,2,1,30,30,6.67%,3.33%,3,4\n"
                    + "2026-10-01,2,1,40,20,5%,5%,3,4"));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).hasSize(3);
    var queries = sink.tables().get(0);
    assertThat(queries.header().period()).contains(THREE_DAYS);
    assertThat(queries.column("query")).containsExactly("tent", "new");
    assertThat(queries.column("clicks")).containsExactly(6L, 1L);
    assertThat(sink.tables().get(1).column("clicks")).containsExactly(3L, 2L, 2L);
    var earlier = sink.tables().get(2);
    assertThat(earlier.header().period())
        .contains(DateSpan.ofDays(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 9, 30)));
    assertThat(earlier.column("query")).containsExactly("tent");
    assertThat(earlier.column("impressions")).containsExactly(90L);
  }

  @Test
  void keepsOnlyTheAskedPeriodWhenTheOtherIsNotTold() throws IOException {
    var file =
        TestFile.of(
            "Pages.csv",
            "Top pages,Last 3 months Clicks,Previous 3 months Clicks,Last 3 months Impressions,"
                + "Previous 3 months Impressions,Last 3 months CTR,Previous 3 months CTR\n"
                + "https://a.example/,5,4,100,90,5%,4.4%\n");
    assertThat(connector().recognise(file)).isInstanceOf(Recognition.Recognised.class);

    var sink = new RecordingSink();
    connector().read(file, settings(Optional.of(OCTOBER)), sink);
    assertThat(sink.table().column("clicks")).containsExactly(5L);
    assertThat(sink.passedOver().values()).anyMatch(note -> note.contains("Previous 3 months"));

    var undated = new RecordingSink();
    connector().read(file, settings(Optional.empty()), undated);
    assertThat(undated.tables()).isEmpty();
    assertThat(undated.issues().get(0).advice()).contains("--period");
  }

  @Test
  void readsTheDaysThatAComparisonWritesIntoItsHeadings() throws IOException {
    String headings =
        "排名靠前的网页,2026/10/1 - 2026/10/31 点击次数,2026/9/1 - 2026/9/30 点击次数,"
            + "2026/10/1 - 2026/10/31 展示,2026/9/1 - 2026/9/30 展示,"
            + "2026/10/1 - 2026/10/31 排名,2026/9/1 - 2026/9/30 排名\n";
    var sink = new RecordingSink();
    connector()
        .read(
            TestFile.of("网页.csv", headings + "https://a.example/,1,2,116,264,87.54,86.78\n"),
            settings(Optional.empty()),
            sink);

    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).header().period()).contains(OCTOBER);
    assertThat(sink.tables().get(1).column("impressions")).containsExactly(264L);
  }

  @Test
  void refusesComparisonsOfAnythingButPeriods() throws IOException {
    var file =
        TestFile.of(
            "Pages.csv",
            "Top pages,Desktop Clicks,Mobile Clicks,Desktop Impressions,Mobile Impressions\n"
                + "https://a.example/,5,4,100,90\n");

    assertThat(connector().recognise(file))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("\"Desktop\" with \"Mobile\""));
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

  private static TestFile single(String name) {
    return TestFile.resource(SearchConsoleTest.class, "fixtures/en/" + name);
  }

  private static TestFile zip(String language, List<String> names) {
    return TestFile.of(NAME, Archives.zip(entries(language, names)));
  }

  private static LinkedHashMap<String, String> entries(String language, List<String> names) {
    var entries = new LinkedHashMap<String, String>();
    for (String name : names) {
      try (var in =
          TestFile.resource(SearchConsoleTest.class, "fixtures/" + language + "/" + name + ".csv")
              .open()) {
        entries.put(name + ".csv", new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException failure) {
        throw new AssertionError(failure);
      }
    }
    return entries;
  }
}

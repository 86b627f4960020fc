package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceTotal;
import io.retainer.testkit.Archives;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleAdsTest extends AdsContract {

  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  private final GoogleAds ads = new GoogleAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("campaigns.csv"),
        file("campaigns-excel.csv"),
        file("ads.csv"),
        file("days-fr.csv"),
        file("days-de.csv"),
        file("campaigns-ru.csv"),
        file("search-terms-ru.csv"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(GoogleAdsTest.class, "google/" + name);
  }

  @Test
  void saysWhatAFileOfTheKeywordPlannerIs() throws IOException {
    String planner =
        """
        Keyword Stats 2026-10-05 at 09_12_00
        October 1, 2025 - September 30, 2026
        Keyword\tCurrency\tAvg. monthly searches\tThree month change\tYoY change\tCompetition\tCompetition (indexed value)\tTop of page bid (low range)\tTop of page bid (high range)
        oak desk\tEUR\t500\t0%\t0%\tLow\t12\t0.98\t4.10
        """;

    assertThat(ads.recognise(TestFile.of("stats.csv", planner.getBytes(StandardCharsets.UTF_16))))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> {
              assertThat(refused.isKnown()).isTrue();
              assertThat(refused.reason()).contains("Keyword Planner", "Search terms");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Date,Type,Description,Debits (EUR),Credits (EUR)
        2026-10-31,Campaigns,2 campaigns,"1,204.10",
        2026-10-31,Payment,Automatic payment: Visa,,"1,000.00"
        """,
        """
        Account ID,Account,Account budget,Purchase order,Description,Quantity,Units,Amount (EUR)
        123-456-7890,Kiosk,October,,Campaign: Brand,120,Clicks,104.10
        """,
        """
        Datum;Typ;Beschreibung;Belastungen (EUR);Gutschriften (EUR)
        31.10.2026;Kampagnen;2 Kampagnen;1.204,10;
        """
      })
  void saysWhatAFileOfTheBillingIs(String billing) throws IOException {
    assertThat(ads.recognise(TestFile.of("billing.csv", billing)))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> {
              assertThat(refused.isKnown()).isTrue();
              assertThat(refused.reason()).contains("billing", "download the table of campaigns");
            });
  }

  @Test
  void takesAStatementOfABankForNoneOfItsOwn() throws IOException {
    assertThat(
            ads.recognise(
                TestFile.of(
                    "account.csv",
                    """
                    Date,Description,Debits,Credits,Balance
                    2026-10-31,Rent,800.00,,1200.00
                    """)))
        .isInstanceOfSatisfying(
            Recognition.Refused.class, refused -> assertThat(refused.isKnown()).isFalse());
  }

  @Test
  void keepsDaysCampaignsAndCurrencyBelowARowThatIsLongerThanTheFirstLook() throws IOException {
    String name = "x".repeat(70_000);
    ReadTable table =
        read(TestFile.of(
                "report.csv",
                ("Campaign report\n\"October 1, 2025 - October 31, 2025\"\n"
                        + "Day,Campaign,Currency code,Cost,Impr.,Clicks\n"
                        + ("2025-10-01,\"" + name + "\",USD,5.50,100,1\n")
                        + "2025-10-02,Y,USD,5.50,100,1\n")
                    .getBytes(StandardCharsets.UTF_8)))
            .table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().currency()).contains("USD");
    assertThat(table.column("campaign")).containsExactly(name, "Y");
  }

  @ParameterizedTest
  @CsvSource({
    "'Currency code,Cost', 'USD,€5.50', 'USD,€6.50'",
    "'Currency code,Cost', 'EUR,€5.50', 'EUR,£6.50'",
    "'Conversions,Cost', '1,€5.50', '1,$6.50'"
  })
  void refusesAmountsWhoseSignsContradictTheirCurrency(String columns, String one, String other)
      throws IOException {
    RecordingSink sink = read(money(columns, one, other));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains("another currency"));
  }

  @ParameterizedTest
  @CsvSource({
    "'Currency code,Cost', 'USD,US$5.50', 'USD,$6.50'",
    "'Currency code,Cost', 'MXN,$5.50', 'MXN,MX$6.50'",
    "'Currency code,Cost', 'EUR,€5.50', 'GBP,£6.50'",
    "'Currency code,Cost', 'BYN,5.50 руб.', 'BYN,6.50 руб.'",
    "'Currency code,Cost', 'EUR,-€5.50', 'EUR, --'"
  })
  void takesAmountsWhoseSignsMayBeTheirCurrencys(String columns, String one, String other)
      throws IOException {
    assertThat(read(money(columns, one, other)).table().rows()).hasSize(2);
  }

  private static TestFile money(String columns, String one, String other) {
    return TestFile.of(
        "report.csv",
        ("Campaign report\n\"October 1, 2025 - October 31, 2025\"\n"
                + ("Day,Campaign," + columns + ",Impr.,Clicks\n")
                + ("2025-10-01,A," + one + ",100,1\n")
                + ("2025-10-02,A," + other + ",100,1\n"))
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsCampaignsOfAWholePeriodWithoutTheirTotals() throws IOException {
    ReadTable table = read(file("campaigns.csv")).table();

    assertThat(table.header().title()).isEqualTo("Campaign report");
    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.header().currency()).contains("GBP");
    assertThat(table.header().cut()).containsExactly("campaign");
    assertThat(table.header().complete()).isTrue();
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows()).allSatisfy(row -> assertThat(row.period()).isEqualTo(OCTOBER));
    assertThat(table.rows().get(0).values())
        .containsEntry("campaign", "Kettles | Search")
        .containsEntry("impressions", 31_193L)
        .containsEntry("clicks", 603L)
        .containsEntry("cost", new BigDecimal("798.88"))
        .containsEntry("conversions", new BigDecimal("49.50"))
        .containsEntry("conversion_value", new BigDecimal("1286.58"));
    assertThat(table.column("campaign")).containsExactly("Kettles | Search", "Teapots, all");
  }

  @Test
  void statesTheTotalOfTheTableAndNotThoseOfKindsOfCampaigns() throws IOException {
    ReadTable table = read(file("campaigns.csv")).table();

    assertThat(table.totals())
        .containsExactlyInAnyOrder(
            new SourceTotal("impressions", new BigDecimal("40585"), 6),
            new SourceTotal("clicks", new BigDecimal("867"), 6),
            new SourceTotal("cost", new BigDecimal("1164.10"), 6),
            new SourceTotal("conversions", new BigDecimal("74.50"), 6),
            new SourceTotal("conversion_value", new BigDecimal("2127.81"), 6));
    assertAddsUp(table);
  }

  @Test
  void accountsForEveryLine() throws IOException {
    var sink = read(file("campaigns.csv"));

    assertThat(sink.passedOver()).containsOnlyKeys(1L, 2L, 3L, 6L, 7L, 8L, 9L, 10L);
    assertThat(sink.passedOver().get(3L)).contains("not kept").contains("Avg. CPC");
  }

  @Test
  void readsTheExcelKindInUtf16AndKeptBackShares() throws IOException {
    ReadTable table = read(file("campaigns-excel.csv")).table();

    assertThat(table.rejected()).isEmpty();
    assertThat(table.column("impressions")).containsExactly(9380L, 12L);
    assertThat(table.column("cost"))
        .containsExactly(new BigDecimal("365.22"), new BigDecimal("0.00"));
    assertAddsUp(table);
  }

  @Test
  void saysThatAdsAreAPartOfTheAccount() throws IOException {
    ReadTable table = read(file("ads.csv")).table();

    assertThat(table.header().complete()).isFalse();
    assertThat(table.header().cut()).containsExactlyInAnyOrder("campaign", "ad_group", "ad");
    assertThat(table.column("ad"))
        .containsExactly("Kettles that whistle", "Copper kettles", "Copper kettles");
    assertThat(table.column("interactions")).containsExactly(2L, 15L, 0L);
    assertThat(table.totals()).contains(new SourceTotal("cost", new BigDecimal("117.06"), 7));
    assertAddsUp(table);
  }

  @Test
  void readsDaysOfAFrenchAccountSavedAgainByExcel() throws IOException {
    ReadTable table = read(file("days-fr.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().currency()).contains("CAD");
    assertThat(table.rows().get(1).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 9, 2)));
    assertThat(table.rows().get(1).values())
        .containsEntry("cost", new BigDecimal("1020.50"))
        .containsEntry("impressions", 10_500L)
        .containsEntry("clicks", 88L);
    assertAddsUp(table);
  }

  @Test
  void readsDaysOfAGermanAccount() throws IOException {
    ReadTable table = read(file("days-de.csv")).table();

    assertThat(table.column("impressions")).containsExactly(12_345L, 900L);
    assertThat(table.column("cost"))
        .containsExactly(new BigDecimal("1234.56"), new BigDecimal("99.90"));
    assertThat(table.column("conversions"))
        .containsExactly(new BigDecimal("3.00"), new BigDecimal("0.50"));
    assertAddsUp(table);
  }

  @Test
  void saysThatCostsWithoutACurrencyCountAsTheClients() throws IOException {
    RecordingSink untold =
        read(
            TestFile.of(
                "days.csv", "Day,Campaign,Clicks,Impr.,Cost\n2026-10-01,Beans,2,20,1.50\n"));
    RecordingSink told =
        read(
            TestFile.of(
                "days.csv",
                "Day,Campaign,Currency code,Clicks,Impr.,Cost\n2026-10-01,Beans,EUR,2,20,1.50\n"));

    RecordingSink toldByRow =
        read(
            TestFile.of(
                "days.csv",
                "Day,Campaign,Currency code,Clicks,Impr.,Cost\n2026-10-01,Beans,EUR,2,20,1.50\n"
                    + "2026-10-01,Peas,USD,3,20,1.50\n"));

    assertThat(untold.assumed()).singleElement().asString().contains("does not name the currency");
    assertThat(told.assumed()).isEmpty();
    assertThat(toldByRow.assumed()).isEmpty();
    assertThat(toldByRow.table().column("currency")).containsExactly("EUR", "USD");
  }

  @Test
  void takesTheCurrencyFromTheAmountsWhereNothingElseSaysIt() throws IOException {
    ReadTable table = read(file("campaigns-ru.csv")).table();

    assertThat(table.header().currency()).contains("USD");
    assertThat(table.header().period())
        .contains(DateSpan.ofDays(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 20)));
    assertThat(table.rows().get(1).values())
        .containsEntry("cost", new BigDecimal("6.00"))
        .containsEntry("impressions", 12_003L)
        .doesNotContainKey("conversions");
    assertAddsUp(table);
  }

  @Test
  void keepsSearchTermsApartAndKnowsThatSomeAreNotNamed() throws IOException {
    ReadTable table = read(file("search-terms-ru.csv")).table();

    assertThat(table.header().complete()).isFalse();
    assertThat(table.header().cut()).containsExactlyInAnyOrder("campaign", "ad_group", "keyword");
    assertThat(table.column("keyword")).containsExactly("чайник медный", "чайник со свистком");
    assertThat(table.column("network")).containsOnly("Search");
    assertThat(table.totals()).contains(new SourceTotal("cost", new BigDecimal("24.00"), 6));
    assertAddsUp(table);
  }

  @Test
  void refusesAssetsBecauseTheyShareTheirImpressions() throws IOException {
    var assets =
        TestFile.of(
            "assets.csv",
            """
            Ad asset report
            "October 1, 2026 - October 31, 2026"
            Asset status,Asset type,Campaign,Impr.,Clicks,Currency code,Cost
            Enabled,Sitelink,Kettles,10,1,EUR,1.20
            Enabled,Callout,Kettles,10,1,EUR,1.20
            """);

    var sink = read(assets);

    assertThat(ads.recognise(assets)).isInstanceOf(Recognition.Recognised.class);
    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains("several times"));
  }

  @Test
  void readsAWorkbookWithTypedCells() throws IOException {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put(
        "Campaign report",
        List.of(
            List.of("Campaign report"),
            List.of("October 1, 2026 - October 31, 2026"),
            List.of("Day", "Campaign", "Currency code", "Impr.", "Clicks", "Cost", "Conversions"),
            Arrays.asList(LocalDate.of(2026, 10, 1), "Kettles", "PLN", 1200.0, 7.0, 1020.5, 1.5),
            Arrays.asList(LocalDate.of(2026, 10, 2), "Kettles", "PLN", 3.0, 0.0, 0.0, "--"),
            Arrays.asList("Total: Account", "--", "PLN", 1203.0, 7.0, 1020.5, 1.5)));

    ReadTable table = read(TestFile.of("report.xlsx", Archives.xlsx(sheets))).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.column("clicks")).containsExactly(7L, 0L);
    assertThat(table.column("cost")).containsExactly(new BigDecimal("1020.5"), BigDecimal.ZERO);
    assertThat(table.column("conversions")).containsExactly(new BigDecimal("1.5"), null);
    assertAddsUp(table);
  }

  @Test
  void cutsTheWeekInWhichThePeriodBegins() throws IOException {
    ReadTable table =
        read(TestFile.of(
                "weeks.csv",
                """
                Campaign report
                "September 1, 2026 - September 13, 2026"
                Week,Campaign,Currency code,Cost
                2026-08-31,Kettles,EUR,60.00
                2026-09-07,Kettles,EUR,70.00
                """))
            .table();

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.rows().get(0).period())
        .isEqualTo(DateSpan.ofDays(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 6)));
    assertThat(table.rows().get(1).period().days()).isEqualTo(7);
  }

  @Test
  void keepsOfASegmentByConversionOnlyWhatIsSegmented() throws IOException {
    ReadTable table =
        read(TestFile.of(
                "actions.csv",
                """
                Campaign report
                "September 1, 2026 - September 30, 2026"
                Campaign,Conversion action,Currency code,Cost,Clicks,Conversions,Conv. value
                Kettles,Purchase,EUR, --, --,3.00,120.00
                Kettles,Lead,EUR, --, --,5.00,0.00
                """))
            .table();

    assertThat(table.header().columns())
        .containsExactlyInAnyOrder("campaign", "conversions", "conversion_value");
  }

  @Test
  void asksWhenEveryDayReadsBothWays() throws IOException {
    var sink =
        read(
            TestFile.of(
                "days.csv",
                """
                Day,Campaign,Currency code,Cost,Conv. value
                03/04/2026,Kettles,CAD,12.34,0.00
                04/03/2026,Kettles,CAD,1.00,0.00
                """));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.column()).isEqualTo("Day"));
  }

  @Test
  void rejectsARowWithTextWhereACountBelongs() throws IOException {
    ReadTable table =
        read(TestFile.of(
                "campaigns.csv",
                """
                Campaign report
                "October 1, 2026 - October 31, 2026"
                Campaign,Currency code,Impr.,Clicks,Cost
                Kettles,EUR,100,many,1.20
                Teapots,EUR,50,2,0.80
                """))
            .table();

    assertThat(table.column("campaign")).containsExactly("Teapots");
    assertThat(table.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.issue().line()).isEqualTo(4);
              assertThat(rejected.issue().column()).isEqualTo("Clicks");
              assertThat(rejected.issue().saw()).isEqualTo("many");
            });
  }

  @Test
  void tellsTwoAccountsOfOneFileApart() throws IOException {
    var sink =
        readWithoutAccount(
            TestFile.of(
                "accounts.csv",
                """
            Campaign report
            "October 1, 2026 - October 31, 2026"
            Account,Campaign,Currency code,Impr.,Clicks,Cost
            North,Kettles,EUR,100,4,1.20
            South,Teapots,USD,50,2,0.80
            North,Cups,EUR,7,0,0.00
            """));

    assertThat(sink.tables())
        .extracting(table -> table.header().account() + " " + table.column("campaign"))
        .containsExactly("North [Kettles, Cups]", "South [Teapots]");
    assertThat(sink.tables().get(1).column("currency")).containsExactly("USD");
  }
}

package io.retainer.connector.seo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AhrefsTest extends ConnectorContract {

  private static final String KEYWORDS = "ahrefs-organic-keywords.csv";
  private static final String BACKLINKS = "ahrefs-backlinks.csv";
  private static final String DOMAINS = "ahrefs-refdomains.csv";
  private static final String OUTGOING = "ahrefs-outgoing-links.csv";

  private final Ahrefs ahrefs = new Ahrefs();

  @Override
  protected Connector connector() {
    return ahrefs;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file(KEYWORDS), file(BACKLINKS), file(DOMAINS), file(OUTGOING));
  }

  @Test
  void readsPositionsAllOnOneDayTheLatestInTheTable() throws IOException {
    ReadTable ranks = withoutSettings(file(KEYWORDS)).table();

    assertThat(ranks.header().grain()).isEqualTo(Grain.SNAPSHOT);
    assertThat(ranks.header().account()).isEqualTo("kiosk.example, GB");
    assertThat(ranks.rows())
        .allSatisfy(
            row -> assertThat(row.period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 2, 14))));
    assertThat(ranks.rows().get(1).values())
        .containsEntry("keyword", "coffee to go")
        .containsEntry("position", new BigDecimal("4"))
        .containsEntry("url", "https://www.kiosk.example/menu/")
        .containsEntry("domain", "kiosk.example")
        .containsEntry("engine", "Google")
        .containsEntry("search_volume", 500L)
        .containsEntry("difficulty", new BigDecimal("13"))
        .containsEntry("estimated_traffic", new BigDecimal("17"));
  }

  @Test
  void takesTheDayInTheNameOfTheFile() throws IOException {
    var named =
        TestFile.of(
            "kiosk.example-organic-keywords-subdomains_2026-02-20_12-33-55.csv", bytes(KEYWORDS));

    assertThat(withoutSettings(named).table().rows().get(0).period())
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 2, 20)));
  }

  @Test
  void leavesOutWhatAComparisonNoLongerFinds() throws IOException {
    RecordingSink sink =
        withoutSettings(
            TestFile.of(
                "compare.csv",
                """
                Keyword,Country,Volume,KD,CPC,Previous organic traffic,Current organic traffic,Organic traffic change,Previous position,Current position,Position change,Previous URL,Current URL,Previous date,Current date
                tent,us,90,5,0.1,9,3,-6,2,5,-3,https://shop.example/,https://shop.example/tents,2026-01-01,2026-02-01
                tents,us,70,5,0.1,9,0,-9,9,,Lost,https://shop.example/,,2026-01-01,2026-02-01
                """));

    assertThat(sink.table().column("position")).containsExactly(new BigDecimal("5"));
    assertThat(sink.table().header().account()).isEqualTo("shop.example, US");
    assertThat(sink.passedOver()).containsKey(3L);
    assertThat(sink.table().rows().get(0).period())
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 2, 1)));
  }

  @Test
  void keepsATrackedKeywordThatIsNotFound() throws IOException {
    ReadTable ranks =
        withoutSettings(
                TestFile.of(
                    "rank-tracker_2026-02-01.csv",
                    """
                    Keyword,Location,Tags,Volume,KD,Position,Position change,Traffic,URL,Updated
                    tent,"Helsinki, Finland",core,90,5,5,-3,4,https://shop.example/tents,2026-02-01
                    tents,"Helsinki, Finland",core,70,5,,,0,,2026-02-01
                    """))
            .table();

    assertThat(ranks.rows()).hasSize(2);
    assertThat(ranks.rows().get(1).value("position")).isNull();
    assertThat(ranks.column("group_name")).containsOnly("core");
  }

  @Test
  void readsBacklinksLiveAndLost() throws IOException {
    ReadTable links = withoutSettings(file(BACKLINKS)).table();

    assertThat(links.header().dataset().name()).isEqualTo("backlinks");
    assertThat(links.header().account()).isEqualTo("kiosk.example");
    assertThat(links.column("is_lost")).containsExactly(false, true);
    assertThat(links.column("seen_at")).containsOnly(LocalDateTime.of(2026, 2, 20, 0, 0));
    assertThat(links.rows().get(1).values())
        .containsEntry("source_domain", "blog.example")
        .containsEntry("is_nofollow", true)
        .containsEntry("is_ugc", true)
        .containsEntry("is_sponsored", false)
        .containsEntry("lost_at", LocalDateTime.of(2026, 2, 1, 8, 0));
  }

  @Test
  void readsTheLinksOfASiteToOthersFromTheSameHeadings() throws IOException {
    ReadTable links = withoutSettings(file(OUTGOING)).table();

    assertThat(links.header().dataset().name()).isEqualTo("outbound_links");
    assertThat(links.header().account()).isEqualTo("kiosk.example");
    assertThat(links.column("target_domain"))
        .containsExactly("roaster.example", "old.farm.example", "shop.example");
    assertThat(links.column("is_broken")).containsExactly(false, true, null);
    assertThat(links.column("is_nofollow")).containsExactly(false, true, false);
  }

  @Test
  void countsLinkingDomainsWithoutTheLostOnes() throws IOException {
    var sink = new RecordingSink();
    ahrefs.read(
        TestFile.of("kiosk.example-refdomains-subdomains_2026-02-20_12-33-55.csv", bytes(DOMAINS)),
        settings(Optional.empty()),
        sink);

    assertThat(sink.table().rows()).hasSize(1);
    assertThat(sink.table().rows().get(0).values())
        .containsEntry("domain", "kiosk.example")
        .containsEntry("provider", "Ahrefs")
        .containsEntry("referring_domains", 2L)
        .containsEntry("backlinks", 15L)
        .containsEntry("dofollow_domains", 1L);
  }

  @Test
  void readsTheTablesOfEarlierYears() throws IOException {
    ReadTable ranks =
        withoutSettings(
                TestFile.of(
                    "shop.example-organic-keywords-subdomains-us-01-Feb-2019.csv",
                    """
                    "#","Keyword","Position","Position History","Position History Date","Volume","URL","Difficulty","Traffic (desc)","CPC","Last Update","Page URL inside","SERP Features"
                    "1","tent","3","4","2019-01-02","90","https://shop.example/tents","5","12.5","0.1","2019-01-30T10:00:00Z","",""
                    """))
            .table();
    ReadTable links =
        withoutSettings(
                TestFile.of(
                    "backlinks.csv",
                    """
                    "#","Domain Rating","URL Rating (desc)","Referring Domains","Referring Page URL","Referring Page Title","Internal Links Count","External Links Count","Link URL","TextPre","Link Anchor","TextPost","Type","Backlink Status","First Seen","Last Check","Day Lost","Language"
                    "1","55","20","3","https://city.example/a","A","5","9","https://shop.example/","","tents","","Dofollow","","2018-01-02T03:04:05Z","2019-01-30T10:00:00Z","","en"
                    """))
            .table();

    assertThat(ranks.column("position")).containsExactly(new BigDecimal("3"));
    assertThat(ranks.column("estimated_traffic")).containsExactly(new BigDecimal("12.5"));
    assertThat(links.column("is_lost")).containsExactly(false);
    assertThat(links.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2019, 1, 30)));
  }

  @Test
  void asksForTheDayOfATableWithoutOne() throws IOException {
    RecordingSink sink = withoutSettings(file(DOMAINS));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues()).singleElement();
  }

  @Test
  void marksGroupedBacklinksAsAPart() throws IOException {
    ReadTable links =
        withoutSettings(
                TestFile.of(
                    "backlinks_2026-02-01.csv",
                    """
                    Referring page URL,Domain rating,Target URL,Anchor,Nofollow,Links in group
                    https://a.example/,5,https://shop.example/,tent,false,3
                    https://b.example/,5,https://shop.example/,tent,false,1
                    """))
            .table();

    assertThat(links.header().complete()).isFalse();
  }

  @Test
  void readsTheDaysOfASite() throws IOException {
    ReadTable days =
        withoutSettings(
                TestFile.of(
                    "performance.csv",
                    "Date,Referring domains,Domain Rating,Organic traffic\n"
                        + "2026-02-01,348,21,980\n2026-02-02,350,21,991\n"))
            .table();

    assertThat(days.column("referring_domains")).containsExactly(348L, 350L);
  }

  @Test
  void refusesWhatNoDatasetKeepsWithTheReason() throws IOException {
    for (String other :
        List.of(
            "URL,UR,Traffic,Traffic value,Referring domains,Keywords,Top keyword\na,1,2,3,4,5,b\n",
            "#,Keyword,Country,Difficulty,Volume,CPC\n1,tent,us,5,90,0.1\n")) {
      assertThat(ahrefs.recognise(TestFile.of("other.csv", other)))
          .isInstanceOfSatisfying(
              Recognition.Refused.class,
              refused -> assertThat(refused.reason()).contains("This is Ahrefs's"));
    }
  }

  @Test
  void readsTheGenuineExports() throws IOException {
    var genuine = Samples.find("ahrefs");
    assumeThat(genuine).isPresent();

    ReadTable ranks =
        withoutSettings(TestFile.of(genuine.orElseThrow().resolve("organic_keywords_ten10.csv")))
            .table();
    assertThat(ranks.rejected()).isEmpty();
    assertThat(ranks.rows()).hasSizeGreaterThan(100);
    for (String refused :
        List.of("top_pages_ten10.csv", "best_by_links_ten10.csv", "keywords_explorer_list.csv")) {
      assertThat(ahrefs.recognise(TestFile.of(genuine.orElseThrow().resolve(refused))))
          .as(refused)
          .isInstanceOfSatisfying(
              Recognition.Refused.class,
              recognition -> assertThat(recognition.reason()).contains("This is Ahrefs's"));
    }
  }

  private RecordingSink withoutSettings(TestFile file) throws IOException {
    var sink = new RecordingSink();
    ahrefs.read(file, settings(Optional.empty()), sink);
    return sink;
  }

  private static ReadSettings settings(Optional<String> account) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("EUR"),
        account,
        Optional.empty(),
        Map.of());
  }

  private static byte[] bytes(String name) throws IOException {
    try (var in = AhrefsTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static TestFile file(String name) {
    return TestFile.resource(AhrefsTest.class, name);
  }
}

package io.retainer.connector.seo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
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
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SemrushTest extends ConnectorContract {

  private static final String POSITIONS = "semrush-organic-positions.csv";
  private static final String BACKLINKS = "semrush-backlinks.csv";
  private static final String DOMAINS = "semrush-refdomains.csv";

  private final Semrush semrush = new Semrush();

  @Override
  protected Connector connector() {
    return semrush;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file(POSITIONS), file(BACKLINKS), file(DOMAINS));
  }

  @Override
  protected ReadSettings settings() {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("EUR"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void countsAKeywordOnceWithItsBestPlace() throws IOException {
    RecordingSink sink = read(file(POSITIONS));

    assertThat(sink.table().column("keyword")).containsExactly("kiosk north", "coffee to go");
    assertThat(sink.table().column("position"))
        .containsExactly(new BigDecimal("1"), new BigDecimal("4"));
    assertThat(sink.table().rows().get(1).values())
        .containsEntry("url", "https://kiosk.example/blog/to-go")
        .containsEntry("search_volume", 500L)
        .containsEntry("estimated_traffic", new BigDecimal("25"));
    assertThat(sink.passedOver().get(3L)).contains("no better place");
    assertThat(sink.passedOver().get(5L)).contains("box");
  }

  @Test
  void putsAllPositionsOnTheLatestDay() throws IOException {
    assertThat(read(file(POSITIONS)).table().rows())
        .allSatisfy(
            row -> assertThat(row.period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 2, 10))));
  }

  @Test
  void readsTheApisSemicolons() throws IOException {
    ReadTable ranks =
        read(TestFile.of(
                "shop.example-us-20260115.csv",
                """
                Keyword;Position;Previous Position;Position Difference;Search Volume;CPC;Url;Traffic (%);Traffic Cost (%);Competition;Number of Results;Trends;Timestamp
                tent;3;4;1;90;0.10;https://shop.example/tents;1.25;0.10;0.50;1200;1.00,0.50;1768435200
                """))
            .table();

    assertThat(ranks.column("position")).containsExactly(new BigDecimal("3"));
    assertThat(ranks.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 1, 15)));
  }

  @Test
  void readsBacklinks() throws IOException {
    ReadTable links = read(file(BACKLINKS)).table();

    assertThat(links.header().dataset().name()).isEqualTo("backlinks");
    assertThat(links.column("is_lost")).containsExactly(false, true);
    assertThat(links.column("is_nofollow")).containsExactly(false, true);
    assertThat(links.column("source_domain")).containsExactly("city.example", "blog.example");
  }

  @Test
  void countsLinkingDomains() throws IOException {
    ReadTable summary = read(file(DOMAINS)).table();

    assertThat(summary.rows().get(0).values())
        .containsEntry("referring_domains", 2L)
        .containsEntry("backlinks", 15L)
        .containsEntry("provider", "Semrush");
    assertThat(summary.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 2, 20)));
  }

  @Test
  void readsTheGenuineExports() throws IOException {
    var genuine = Samples.find("semrush");
    assumeThat(genuine).isPresent();

    ReadTable ranks =
        read(TestFile.of(genuine.orElseThrow().resolve("organic_positions_ten10.xlsx"))).table();
    assertThat(ranks.rejected()).isEmpty();
    assertThat(ranks.rows()).hasSizeBetween(150, 192);
    for (String refused :
        List.of(
            "keyword_overview_bulk.csv",
            "broad_match_semicolon.csv",
            "keyword_strategy_list.csv")) {
      assertThat(semrush.recognise(TestFile.of(genuine.orElseThrow().resolve(refused))))
          .as(refused)
          .isInstanceOfSatisfying(
              Recognition.Refused.class,
              recognition -> assertThat(recognition.reason()).contains("This is Semrush's"));
    }
  }

  private static TestFile file(String name) {
    return TestFile.resource(SemrushTest.class, name);
  }
}

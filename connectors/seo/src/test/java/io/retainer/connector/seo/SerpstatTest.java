package io.retainer.connector.seo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SerpstatTest extends ConnectorContract {

  private static final LocalDate LAST_OF_OCTOBER = LocalDate.of(2026, 10, 31);

  @Override
  protected Connector connector() {
    return new Serpstat();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("serpstat-keywords.csv"), file("serpstat-backlinks.csv"));
  }

  @Test
  void readsPositionsOnTheLastDayTheUserNames() throws IOException {
    ReadTable ranks = read(file("serpstat-keywords.csv")).table();

    assertThat(ranks.rows().get(1).period()).isEqualTo(DateSpan.ofDay(LAST_OF_OCTOBER));
    assertThat(ranks.rows().get(1).values())
        .containsEntry("keyword", "coffee to go")
        .containsEntry("position", new BigDecimal("7"))
        .containsEntry("domain", "kiosk.example")
        .containsEntry("search_volume", 500L)
        .doesNotContainKey("engine")
        .containsEntry("estimated_traffic", new BigDecimal("17"));
  }

  @Test
  void readsBacklinksFollowedAndNot() throws IOException {
    ReadTable links = read(file("serpstat-backlinks.csv")).table();

    assertThat(links.header().dataset().name()).isEqualTo("backlinks");
    assertThat(links.column("is_nofollow")).containsExactly(false, true);
  }

  @Test
  void tellsLinksOfTheSiteToOthers() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "outbound.csv",
                "Ссылающаяся страница;Целевая страница;Анкор\n"
                    + "https://kiosk.example/a;https://roaster.example/;наш обжарщик\n"
                    + "https://kiosk.example/b;https://farm.example/;ферма\n"));

    assertThat(sink.table().header().dataset().name()).isEqualTo("outbound_links");
  }

  @Test
  void isNotTakenForAhrefs() throws IOException {
    var table =
        TestFile.of(
            "keywords.csv",
            "Keyword,Position,Volume,Competition in PPC,URL,Traffic\ntent,3,90,5,https://a.example/,4\n");

    assertThat(new Serpstat().recognise(table))
        .isInstanceOf(io.retainer.spi.Recognition.Recognised.class);
    assertThat(new Ahrefs().recognise(table))
        .isInstanceOf(io.retainer.spi.Recognition.Refused.class);
  }

  private static TestFile file(String name) {
    return TestFile.resource(SerpstatTest.class, name);
  }
}

package io.retainer.connector.seo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.Owners;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MozTest extends ConnectorContract {

  private static final LocalDate LAST_OF_OCTOBER = LocalDate.of(2026, 10, 31);

  @Override
  protected Connector connector() {
    return new Moz();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("moz-inbound-links.csv"), file("moz-rankings.csv"));
  }

  @Test
  void readsLinksBelowTheLinesBeforeThem() throws IOException {
    ReadTable links = read(file("moz-inbound-links.csv")).table();

    assertThat(links.rows().get(1).period()).isEqualTo(DateSpan.ofDay(LAST_OF_OCTOBER));
    assertThat(links.column("source_domain")).containsExactly("city.example", "blog.example");
    assertThat(links.column("is_nofollow")).containsExactly(false, true);
  }

  @Test
  void keepsAKeywordThatIsNotAmongTheResults() throws IOException {
    RecordingSink sink = read(file("moz-rankings.csv"));

    assertThat(sink.table().column("position")).containsExactly(new BigDecimal("1"), null);
    assertThat(sink.table().column("engine")).containsOnly("Google en-GB");
  }

  /** Whoever reads it would have to guess what its day, its engine or its site is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Keyword,Ranking,Landing Page\nbuns,3,https://kiosk.example/\n",
        "Keyword,Position,URL\nbuns,3,https://kiosk.example/\n",
        "Keyword,Rank,Difficulty,URL\nbuns,3,12,https://kiosk.example/\n",
        "Keyword,Ranking,Search Engine,URL\nbuns,3,Bing,https://kiosk.example/\n",
        "Date,Keyword,Rank,Difficulty,Monthly Volume\n2026-10-01,buns,3,12,50\n",
        "Domain,Keyword,Position,Volume,URL,Traffic\nrival.example,buns,1,50,https://rival.example/,9\n"
      })
  void theTableOfAnUnknownTrackerIsNobodys(String table) throws IOException {
    assertThat(Owners.of(TestFile.of("ranks_2026-10-31.csv", table))).isEmpty();
  }

  @Test
  void keepsEnginesApart() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "ranks_2026-10-31.csv",
                """
                Keyword,Labels,Engine,Rank,Difficulty,Monthly Volume,URL
                buns,,Google en-GB,7,12,50,https://kiosk.example/
                buns,,Bing en-GB,2,12,50,https://kiosk.example/
                """));

    assertThat(sink.table().column("position"))
        .containsExactly(new BigDecimal("7"), new BigDecimal("2"));
    assertThat(sink.table().header().cut()).contains("engine");
    assertThat(sink.passedOver()).isEmpty();
  }

  private static TestFile file(String name) {
    return TestFile.resource(MozTest.class, name);
  }
}

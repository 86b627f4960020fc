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

  private static TestFile file(String name) {
    return TestFile.resource(MozTest.class, name);
  }
}

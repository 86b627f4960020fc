package io.retainer.connector.seo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreamingFrogTest extends ConnectorContract {

  private static final LocalDate LAST_OF_OCTOBER = LocalDate.of(2026, 10, 31);

  @Override
  protected Connector connector() {
    return new ScreamingFrog();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("all_outlinks.csv"));
  }

  @Test
  void keepsLinksToPagesOfOtherSites() throws IOException {
    RecordingSink sink = read(file("all_outlinks.csv"));
    ReadTable links = sink.table();

    assertThat(links.column("target_domain")).containsExactly("roaster.example", "farm.example");
    assertThat(links.column("is_broken")).containsExactly(false, true);
    assertThat(links.column("is_nofollow")).containsExactly(false, true);
    assertThat(links.column("is_sponsored")).containsExactly(false, true);
    assertThat(links.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LAST_OF_OCTOBER));
    assertThat(sink.passedOver()).containsOnlyKeys(2L, 4L);
  }

  @Test
  void takesAPageThatKeepsCrawlersOutForUnchecked() {
    assertThat(List.of("200", "404", "503"))
        .extracting(Responses::isBroken)
        .containsExactly(false, true, true);
    assertThat(Responses.isBroken("403")).isNull();
    assertThat(Responses.isBroken("0")).isNull();
  }

  private static TestFile file(String name) {
    return TestFile.resource(ScreamingFrogTest.class, name);
  }
}

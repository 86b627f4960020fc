package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinterestTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Pinterest();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("pinterest-overview.csv"));
  }

  @Test
  void readsTheDaysOfAnAccount() throws IOException {
    ReadTable days = read(file("pinterest-overview.csv")).table();

    assertThat(days.column("impressions")).containsExactly(1200L, 1350L, 990L);
    assertThat(days.column("engagements")).containsExactly(85L, 90L, 51L);
    assertThat(days.column("link_clicks")).containsExactly(12L, 15L, 7L);
  }

  @Test
  void takesNoAudienceOfOtherSpansForReach() throws IOException {
    assertThat(read(file("pinterest-overview.csv")).table().header().columns())
        .doesNotContain("reach");
  }

  private static TestFile file(String name) {
    return TestFile.resource(PinterestTest.class, name);
  }
}

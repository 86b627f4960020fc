package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OdnoklassnikiTest extends ConnectorContract {

  private static final String POSTS = "ok-posts.csv";

  @Override
  protected Connector connector() {
    return new Odnoklassniki();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file(POSTS));
  }

  @Test
  void knowsAPostByItsLink() throws IOException {
    ReadTable posts = read(file(POSTS)).table();

    assertThat(posts.rows()).hasSize(2);
    assertThat(posts.rejected()).isEmpty();
    assertThat(posts.rows().get(0).values())
        .containsEntry("post_id", "154000000000001")
        .containsEntry("network", Odnoklassniki.NETWORK);
  }

  @Test
  void leavesThePostsOfOtherNetworksAlone() throws IOException {
    assertThat(
            connector()
                .recognise(
                    TestFile.of(
                        "posts.csv",
                        "Date,Link,Likes\n2026-10-02,https://example.com/a/1/topic/2,5\n")))
        .isInstanceOf(Recognition.Refused.class);
  }

  private static TestFile file(String name) {
    return TestFile.resource(OdnoklassnikiTest.class, name);
  }
}

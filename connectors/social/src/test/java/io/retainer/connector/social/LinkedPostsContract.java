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

/** What a network promises whose posts come as lists with their links alone. */
abstract class LinkedPostsContract extends ConnectorContract {

  private final LinkedPosts connector;
  private final TestFile posts;
  private final String network;
  private final String firstPost;

  /**
   * @param posts a list of two posts
   * @param firstPost the id in the link of the first
   */
  LinkedPostsContract(LinkedPosts connector, String posts, String network, String firstPost) {
    this.connector = connector;
    this.posts = TestFile.resource(LinkedPostsContract.class, posts);
    this.network = network;
    this.firstPost = firstPost;
  }

  @Override
  protected final Connector connector() {
    return connector;
  }

  @Override
  protected final List<TestFile> samples() {
    return List.of(posts);
  }

  @Test
  void knowsAPostByItsLink() throws IOException {
    ReadTable table = read(posts).table();

    assertThat(table.rows()).hasSize(2);
    assertThat(table.rejected()).isEmpty();
    assertThat(table.rows().get(0).values())
        .containsEntry("post_id", firstPost)
        .containsEntry("network", network);
  }

  @Test
  void leavesThePostsOfOtherNetworksAlone() throws IOException {
    assertThat(
            connector.recognise(
                TestFile.of(
                    "posts.csv",
                    "Date,Link,Likes\n2026-10-02,https://example.com/a/1/topic/2,5\n")))
        .isInstanceOf(Recognition.Refused.class);
  }
}

package io.retainer.connector.social;

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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TelegramTest extends ConnectorContract {

  private final Telegram telegram = new Telegram();

  @Override
  protected Connector connector() {
    return telegram;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("telegram-result.json"), file("telegram-graph.json"), file("telegram-posts.csv"));
  }

  @Override
  protected ReadSettings settings() {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("BYN"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void readsAChannelsHistoryOnTheClientsClock() throws IOException {
    ReadTable posts = read(file("telegram-result.json")).table();

    assertThat(posts.header().account()).isEqualTo("Kiosk North");
    assertThat(posts.rows().get(0).values())
        .containsEntry("post_id", "12")
        .containsEntry("title", "New beans in")
        .containsEntry("post_type", "photo")
        .containsEntry("likes", 7L)
        .containsEntry("is_repost", false)
        .containsEntry("published_at", LocalDateTime.of(2026, 10, 2, 1, 30));
  }

  @Test
  void countsAnAlbumOnceAndEventsNotAtAll() throws IOException {
    RecordingSink sink = read(file("telegram-result.json"));

    assertThat(sink.table().column("post_id")).containsExactly("12", "14");
    assertThat(sink.passedOver().values())
        .containsExactlyInAnyOrder(
            "an event of the channel, not a post", "a further picture of an album");
  }

  @Test
  void tellsWhatIsForwardedAndKnowsNoReactionsWhereThereAreNone() throws IOException {
    ReadTable posts = read(file("telegram-result.json")).table();

    assertThat(posts.rows().get(1).values())
        .containsEntry("is_repost", true)
        .doesNotContainKey("likes");
  }

  @Test
  void readsAGraphOfFollowers() throws IOException {
    ReadTable days = read(file("telegram-graph.json")).table();

    assertThat(days.column("followers")).containsExactly(1200L, 1203L, 1207L);
    assertThat(days.column("followers_gained")).containsExactly(5L, 4L, 6L);
    assertThat(days.column("followers_lost")).containsExactly(2L, 1L, 2L);
    assertThat(days.rows().get(0).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 1)));
  }

  @Test
  void readsAListOfPostsByItsLinks() throws IOException {
    ReadTable posts = read(file("telegram-posts.csv")).table();

    assertThat(posts.rows().get(0).values())
        .containsEntry("post_id", "12")
        .containsEntry("impressions", 1250L)
        .containsEntry("likes", 57L)
        .containsEntry("shares", 14L)
        .containsEntry("engagements", 74L);
  }

  @Test
  void refusesWhatPeopleWriteToEachOther() throws IOException {
    for (String chat :
        List.of(
            "{\"name\": \"Ada\", \"type\": \"personal_chat\", \"id\": 1, \"messages\": []}",
            "{\"about\": \"\", \"personal_information\": {}, \"chats\": {\"list\": []}}")) {
      assertThat(telegram.recognise(TestFile.of("result.json", chat)))
          .isInstanceOfSatisfying(
              Recognition.Refused.class,
              refused -> assertThat(refused.reason()).contains("to each other is not read"));
    }
  }

  @Test
  void readsTheSampleOfOthersCode() throws IOException {
    var sample = Samples.find("telegram/result_public_channel_excerpt.json");
    assumeThat(sample).isPresent();

    assertThat(read(TestFile.of(sample.orElseThrow())).table().column("post_id"))
        .containsExactly("1023");
  }

  private static TestFile file(String name) {
    return TestFile.resource(TelegramTest.class, name);
  }
}

package io.retainer.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StillnessTest {

  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

  private final Stillness stillness = new Stillness();

  private static Sight file(String name, long size, int inode) {
    return new Sight(name, size, NOON, Optional.of(inode));
  }

  private Stillness.Look after(int seconds, Sight... sights) {
    return stillness.look(List.of(sights), NOON.plusSeconds(seconds));
  }

  @Test
  void aFileIsTakenWhenTwoLooksSawTheSame() {
    Sight orders = file("orders.csv", 10, 1);

    assertThat(after(0, orders).whole()).isEmpty();
    assertThat(after(5, orders).whole()).isEmpty();
    assertThat(after(10, orders).whole()).containsExactly(orders);
  }

  @Test
  void aCopyThatTakesAMinuteIsTakenAfterItsLastByte() {
    for (int second = 0; second <= 60; second += 10) {
      assertThat(after(second, file("orders.csv", 10 + second, 1)).waiting())
          .extracting(Waiting::why)
          .containsExactly(Waiting.Why.GROWING);
    }

    assertThat(after(70, file("orders.csv", 70, 1)).whole()).hasSize(1);
  }

  @Test
  void aFileOfTheSameSizeThatIsWrittenAgainIsNotStill() {
    var written = new Sight("orders.csv", 10, NOON, Optional.of(1));
    var writtenAgain = new Sight("orders.csv", 10, NOON.plusSeconds(8), Optional.of(1));
    after(0, written);

    assertThat(after(10, writtenAgain).whole()).isEmpty();
    assertThat(after(20, writtenAgain).whole()).hasSize(1);
  }

  @Test
  void aFileThatWasRenamedIntoPlaceIsTakenAtOnce() {
    after(0, file(".orders.csv.Xa81kf", 10, 1));

    assertThat(after(1, file("orders.csv", 12, 1)).whole()).hasSize(1);
  }

  @Test
  void aRenamedFileOfAFinishedNameIsLookedAtTwice() {
    after(0, file("draft.csv", 10, 1));

    assertThat(after(1, file("orders.csv", 10, 1)).whole()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".orders.csv.Xa81kf", "orders.csv.part", "a.CRDOWNLOAD", "b.tmp", "~$book.xlsx"})
  void whatIsNotFinishedByItsNameIsNeverTaken(String name) {
    Sight unfinished = file(name, 10, 1);
    after(0, unfinished);

    assertThat(after(3600, unfinished).waiting())
        .extracting(Waiting::why)
        .containsExactly(Waiting.Why.UNFINISHED);
  }

  @Test
  void anEmptyFileWaitsForItsContent() {
    after(0, file("orders.csv", 0, 1));

    assertThat(after(3600, file("orders.csv", 0, 1)).waiting())
        .extracting(Waiting::why)
        .containsExactly(Waiting.Why.EMPTY);
  }

  @Test
  void filesThatArriveTogetherAreTakenTogether() {
    Sight queries = file("Queries.csv", 20, 2);
    after(0, queries);

    assertThat(after(10, queries, file("Dates.csv", 1, 1)).waiting())
        .extracting(Waiting::name, Waiting::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Dates.csv", Waiting.Why.GROWING),
            org.assertj.core.groups.Tuple.tuple("Queries.csv", Waiting.Why.FOR_OTHERS));
    assertThat(after(20, queries, file("Dates.csv", 1, 1)).whole())
        .extracting(Sight::name)
        .containsExactly("Dates.csv", "Queries.csv");
  }

  @Test
  void aDownloadThatStalledHoldsNobodyUp() {
    Sight stalled = file("big.zip.part", 5, 1);
    Sight orders = file("orders.csv", 10, 2);
    after(0, stalled);

    after(55, stalled, orders);

    assertThat(after(65, stalled, orders).whole()).containsExactly(orders);
  }

  @Test
  void aFileThatGrowsForeverHoldsTheOthersUpForTenMinutes() {
    Sight orders = file("orders.csv", 10, 2);
    int minutes = 0;
    while (after(60 * minutes, orders, file("server.log", 100 + minutes, 1)).whole().isEmpty()) {
      minutes++;
    }

    assertThat(Duration.ofMinutes(minutes)).isEqualTo(Duration.ofMinutes(10));
  }
}

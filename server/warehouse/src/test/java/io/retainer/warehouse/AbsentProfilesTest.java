package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Networks that were read before a period and are not read in it, while others are. */
class AbsentProfilesTest extends WarehouseTest {

  private static final DateSpan WEEK = span("2026-10-26", "2026-11-01");
  private static final List<String> NETWORK = List.of("network");
  private static final Aggregation LEVEL =
      new Aggregation.Level("followers", false, NETWORK, Optional.empty());
  private static final Aggregation ABSENT =
      new Aggregation.AbsentProfiles(NETWORK, Optional.empty());

  private static DateSpan span(String first, String last) {
    return DateSpan.ofDays(LocalDate.parse(first), LocalDate.parse(last));
  }

  private void networks(String... rows) {
    List<String> table =
        new ArrayList<>(
            List.of("table social_accounts columns=network,followers cut=network grain=DAY"));
    table.addAll(List.of(rows));
    desk.accepted(table.toArray(String[]::new));
  }

  private FactAnswer answer(List<String> by, Optional<Grain> bucket, DateSpan... periods) {
    FactQuery query =
        new FactQuery(
            ACME.id(),
            Datasets.SOCIAL_ACCOUNTS,
            Optional.empty(),
            by,
            Optional.empty(),
            List.of(new Measure("level", LEVEL), new Measure("absent", ABSENT)),
            List.of(periods),
            bucket);
    FactAnswer alone = desk.warehouse.answer(query);
    FactAnswer together = desk.warehouse.answers(List.of(query, query)).get(1);
    assertThat(PlannedTogetherTest.numbers(together)).isEqualTo(PlannedTogetherTest.numbers(alone));
    return together;
  }

  /** How many are absent in each period or bucket, of each group; nothing where none is. */
  private List<String> absent(List<String> by, Optional<Grain> bucket, DateSpan... periods) {
    return answer(by, bucket, periods).cells().stream()
        .filter(cell -> cell.values().containsKey("absent"))
        .map(
            cell ->
                cell.period()
                    + cell.bucket().map(day -> " " + day).orElse("")
                    + cell.group().stream().map(group -> " " + group).reduce("", String::concat)
                    + " "
                    + cell.values().get("absent").toPlainString())
        .toList();
  }

  private List<String> absent(DateSpan... periods) {
    return absent(List.of(), Optional.empty(), periods);
  }

  @Test
  void oneThatIsNotReadAnyMoreIsCounted() {
    networks(
        "2026-10-20|facebook|1000",
        "2026-10-20|instagram|500",
        "2026-10-26|facebook|1010",
        "2026-11-01|facebook|1020");

    FactAnswer answer = answer(List.of(), Optional.empty(), WEEK);

    assertThat(answer.cells().get(0).values().get("level")).isEqualByComparingTo("1020");
    assertThat(answer.cells().get(0).values().get("absent")).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(absent(span("2026-10-19", "2026-10-25"))).isEmpty();
  }

  @Test
  void asManyDaysBeforeMatterAsThePeriodHasAndAMonthOfThem() {
    networks("2026-08-02|instagram|500", "2026-10-01|facebook|1000", "2026-12-01|facebook|1000");

    assertThat(
            absent(
                span("2026-09-02", "2026-10-02"),
                span("2026-09-03", "2026-10-03"),
                span("2026-09-03", "2026-10-04")))
        .containsExactly("0 1", "2 1");
  }

  @Test
  void aTableThatTookThePlaceOfAnotherLacksNoneOfItsNetworks() {
    networks("2026-09-20|facebook|1000", "2026-09-20|instagram|500");
    desk.accepted(
        "table social_accounts columns=network,followers,reach cut=network grain=DAY",
        "2026-10-26|facebook|1010|7",
        "2026-11-01|facebook|1020|7");

    assertThat(absent(WEEK)).isEmpty();
  }

  @Test
  void eachBucketAndEachGroupKnowsItsOwn() {
    networks(
        "2026-10-20|facebook|1000",
        "2026-10-20|instagram|500",
        "2026-10-26|facebook|1010",
        "2026-11-02|facebook|1020",
        "2026-11-03|instagram|510");
    DateSpan weeks = span("2026-10-19", "2026-11-08");

    assertThat(absent(List.of(), Optional.of(Grain.WEEK), weeks)).containsExactly("0 2026-10-26 1");
    assertThat(absent(NETWORK, Optional.of(Grain.WEEK), weeks))
        .containsExactly("0 2026-10-26 instagram 1");
  }
}

package io.retainer.warehouse.imports;

import static io.retainer.warehouse.Desk.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.Restatement;
import io.retainer.model.imports.Restatement.Amount;
import io.retainer.warehouse.Desk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who imports an export again wants to know what the platform has changed in it. */
class RestatedImportTest {

  private static final String CHANNELS =
      "table web_traffic columns=channel,sessions,bounce_sessions cut=channel";
  private static final String ORDERS =
      "table orders columns=order_id,status,total,currency grain=EVENT";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aFirstImportChangesNothingThatWasThere() {
    assertThat(desk.accepted(CHANNELS, "2026-10-01|Direct|5|1").restatements()).isEmpty();
    assertThat(desk.accepted(CHANNELS, "2026-11-01|Direct|5|1").restatements()).isEmpty();
  }

  @Test
  void saysWhichDaysAndMeasuresDifferAndCountsRows() {
    desk.accepted(
        CHANNELS,
        "2026-10-01|Direct|5|1",
        "2026-10-01|Mail|7|2",
        "2026-10-02|Direct|6|1",
        "2026-10-03|Direct|9|1");

    ImportResult again =
        desk.accepted(
            CHANNELS,
            "2026-10-01|Direct|8|1",
            "2026-10-01|Social|1|",
            "2026-10-02|Direct|6|1",
            "2026-10-03|Direct|9|1",
            "2026-10-04|Direct|3|");

    Restatement restatement = only(again);
    assertThat(restatement.added()).isEqualTo(2);
    assertThat(restatement.changed()).isEqualTo(1);
    assertThat(restatement.removed()).isEqualTo(1);
    assertThat(restatement.unchanged()).isEqualTo(2);
    assertThat(restatement.periods())
        .containsExactly(
            new Restatement.Period(
                Desk.span("2026-10-01", "2026-10-01"),
                1,
                1,
                1,
                List.of(amount("sessions", "12", "9"), amount("bounce_sessions", "3", "1"))),
            new Restatement.Period(
                Desk.span("2026-10-04", "2026-10-04"),
                1,
                0,
                0,
                List.of(amount("sessions", null, "3"))));
  }

  @Test
  void saysThatNothingDiffers() {
    desk.accepted(CHANNELS, "2026-10-01|Direct|5|", "2026-10-02|Direct|6|1");
    Restatement restatement =
        only(desk.accepted(CHANNELS, "2026-10-02|Direct|6|1", "2026-10-01|Direct|5|"));

    assertThat(restatement.isWithoutChange()).isTrue();
    assertThat(restatement.unchanged()).isEqualTo(2);
    assertThat(restatement.periods()).isEmpty();
  }

  @Test
  void ordersAreComparedUnderTheirKeyAndMoneyByCurrency() {
    desk.accepted(
        ORDERS,
        "2026-10-01|A|placed|10.50|EUR",
        "2026-10-02|B|placed|20|USD",
        "2026-10-02|C|placed|5|EUR");
    Restatement restatement =
        only(
            desk.accepted(
                ORDERS,
                "2026-10-01|A|placed|10.50|EUR",
                "2026-10-03|B|cancelled|20|USD",
                "2026-10-03|D|placed|1|EUR"));

    assertThat(restatement.unchanged()).isEqualTo(1);
    assertThat(restatement.changed()).isEqualTo(1);
    assertThat(restatement.added()).isEqualTo(1);
    // An export that leaves an order out does not take it away.
    assertThat(restatement.removed()).isZero();
    assertThat(restatement.periods())
        .singleElement()
        .satisfies(
            period ->
                assertThat(period.amounts())
                    .containsExactly(
                        new Amount("total", Optional.of("EUR"), Optional.empty(), number("1")),
                        new Amount("total", Optional.of("USD"), Optional.empty(), number("20"))));
  }

  @Test
  void saysWhichOrdersOfItsDaysTheFileLacks() {
    String october =
        "table orders columns=order_id,ordered_at,status,total,currency grain=EVENT\nunchanging ordered_at";
    desk.accepted(
        october,
        "2026-10-01|A|2026-10-01T09:00:00|placed|10|EUR",
        "2026-10-02|B|2026-10-02T09:00:00|placed|20|EUR",
        "2026-10-02|C|2026-10-02T10:00:00|placed|5|EUR",
        "2026-10-03|D|2026-10-03T08:00:00|placed|7|EUR",
        "2026-10-04|E|2026-10-04T08:00:00|placed|9|EUR");

    ImportResult without =
        desk.accepted(
            october,
            "2026-10-01|A|2026-10-01T09:00:00|placed|10|EUR",
            "2026-10-02|B|2026-10-02T09:00:00|placed|20|EUR",
            "2026-10-03|D|2026-10-03T08:00:00|placed|7|EUR");
    ImportResult part = desk.accepted(october, "2026-10-02|B|2026-10-02T09:00:00|placed|20|EUR");

    // What was ordered after the last order of the file is none of its business.
    assertThat(without.assumed())
        .singleElement()
        .asString()
        .contains("it lacks: 1, such as the order_id \"C\" of 2026-10-02 (import 1)")
        .contains("They still count");
    assertThat(part.assumed()).isEmpty();
    assertThat(Desk.value(desk.ask("orders", Desk.count(), Desk.OCTOBER)))
        .contains(new BigDecimal("5"));
  }

  @Test
  void aListThatIsAPartOfTheEarlierOneLacksNothing() {
    desk.accepted(
        ORDERS,
        "2026-10-01|A|placed|1|EUR",
        "2026-10-02|B|placed|1|EUR",
        "2026-10-03|C|placed|1|EUR",
        "2026-10-04|D|placed|1|EUR");

    assertThat(
            desk.accepted(ORDERS, "2026-10-01|A|placed|1|EUR", "2026-10-04|D|placed|1|EUR")
                .assumed())
        .isEmpty();
  }

  @Test
  void saysWhichColumnsOfAThingTheFileLacks() {
    desk.accepted(
        "table email_campaigns columns=campaign_id,delivered,opens_unique grain=EVENT",
        "2026-10-01|A|100|40",
        "2026-10-02|B|200|90");

    ImportResult narrow =
        desk.accepted(
            "table email_campaigns columns=campaign_id,opens_unique grain=EVENT",
            "2026-10-01|A|41",
            "2026-10-02|B|91");

    assertThat(narrow.assumed())
        .singleElement()
        .asString()
        .contains("the same campaign_id", "2 with delivered", "no longer count");
  }

  @Test
  void manyDaysAreToldByMonth() {
    desk.accepted(CHANNELS, days("2026-09-01", "2026-10-31", "Direct|5|1"));
    Restatement restatement =
        only(desk.accepted(CHANNELS, days("2026-09-01", "2026-10-31", "Direct|6|1")));

    assertThat(restatement.changed()).isEqualTo(61);
    assertThat(restatement.periods())
        .containsExactly(
            new Restatement.Period(
                Desk.span("2026-09-01", "2026-09-30"),
                0,
                30,
                0,
                List.of(amount("sessions", "150", "180"))),
            new Restatement.Period(
                Desk.OCTOBER, 0, 31, 0, List.of(amount("sessions", "155", "186"))));
  }

  @Test
  void aRowAboutAWholePeriodIsComparedWithThatOfTheSamePeriod() {
    String table = "table web_traffic columns=channel,sessions cut=channel grain=PERIOD";
    desk.accepted(table, "2026-10-01..2026-10-31|Direct|100");
    Restatement restatement = only(desk.accepted(table, "2026-10-01..2026-10-31|Direct|90"));

    assertThat(restatement.periods())
        .containsExactly(
            new Restatement.Period(
                Desk.OCTOBER, 0, 1, 0, List.of(amount("sessions", "100", "90"))));
  }

  @Test
  void aDryRunSaysItToo() {
    desk.accepted(CHANNELS, "2026-10-01|Direct|5|1");
    ImportResult tried =
        desk.file(
            "lines\n" + CHANNELS + "\n2026-10-01|Direct|6|1\n", ImportOptions.none().asDryRun());

    assertThat(only(tried).changed()).isEqualTo(1);
  }

  @Test
  void whatWasSaidIsKeptAndSaidAgain() {
    desk.accepted(CHANNELS, "2026-10-01|Direct|5|1");
    ImportResult again = desk.accepted(CHANNELS, "2026-10-01|Direct|6|1", "2026-10-02|Direct|6|1");

    assertThat(desk.warehouse.batch(again.batch().orElseThrow()).orElseThrow().result())
        .isEqualTo(again);
  }

  private static Restatement only(ImportResult result) {
    assertThat(result.restatements()).hasSize(1);
    return result.restatements().get(0);
  }

  private static Amount amount(String measure, String before, String after) {
    return new Amount(measure, Optional.empty(), number(before), number(after));
  }

  private static Optional<BigDecimal> number(String text) {
    return Optional.ofNullable(text).map(BigDecimal::new);
  }
}

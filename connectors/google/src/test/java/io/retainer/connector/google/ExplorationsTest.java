package io.retainer.connector.google;

import static io.retainer.connector.google.AnalyticsFiles.OCTOBER;
import static io.retainer.connector.google.AnalyticsFiles.edited;
import static io.retainer.connector.google.AnalyticsFiles.fixture;
import static io.retainer.connector.google.AnalyticsFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Grain;
import io.retainer.spi.Suppressed;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables whose columns the user has chosen. */
class ExplorationsTest {

  private static final Suppressed TEN_KEPT_BACK = Suppressed.below(BigDecimal.TEN);

  @Test
  void addsHoursUpToTheirDayAndLeavesOutWhoWouldCountTwice() throws IOException {
    var table = read(fixture("channels-by-hour.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).containsExactly("channel");
    assertThat(table.header().columns()).contains("sessions").doesNotContain("users");
    assertThat(table.rejected()).isEmpty();
    assertThat(table.rows())
        .extracting(row -> row.period().start().getDayOfMonth())
        .containsExactly(1, 1, 1, 2);
    assertThat(table.column("engaged_sessions")).containsExactly(4L, 2L, 0L, 7L);
  }

  @Test
  void passesOverHoursWithoutADay() throws IOException {
    var sink =
        read(
            edited(
                "by-date.csv",
                text -> text.replace("Date,", "Hour,").replaceAll("(?m)^202610(\\d\\d),", "$1,")));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues().get(0).saw()).contains("hour of any day");
  }

  @Test
  void addsHoursUpThatHaveTheSameNumbers() throws IOException {
    var sink =
        read(
            TestFile.of(
                "hours.csv", "Date,Hour,Sessions\n20261001,00,5\n20261001,01,5\n20261001,02,5\n"));
    assertThat(sink.table().column("sessions")).containsExactly(5L, 5L, 5L);
  }

  @Test
  void keepsApartWhatTheSourceKeepsBack() throws IOException {
    var table =
        read(TestFile.of(
                "few.csv",
                "Date,Active users,Sessions,Bounce rate\n20261001,<10,12,25%\n20261002,9,<10,50%\n"))
            .table();

    assertThat(table.rejected()).isEmpty();
    assertThat(table.column("users")).containsExactly(TEN_KEPT_BACK, 9L);
    assertThat(table.column("sessions")).containsExactly(12L, TEN_KEPT_BACK);
    assertThat(table.column("engaged_sessions")).containsExactly(9L, TEN_KEPT_BACK);
  }

  @Test
  void keepsSessionsWithAKeyEventAndTheirWholeLength() throws IOException {
    var table =
        read(
                TestFile.of(
                    "landing.csv",
                    "Landing page,Sessions,Active users,Average session duration,Session key event"
                        + " rate,Bounce rate\n/tents,200,150,61.5,0.125,0.4\n/,80,70,12,0,0.75\n"),
                OCTOBER)
            .table();
    assertThat(table.column("converting_sessions")).containsExactly(25L, 0L);
    assertThat(table.column("entrances")).containsExactly(200L, 80L);

    var days =
        read(TestFile.of(
                "days.csv",
                "Date,Sessions,Average session duration,Active users,Returning users\n"
                    + "20261001,10,90.5,9,4\n20261002,20,60,18,7\n"))
            .table();
    assertThat((BigDecimal) days.rows().get(0).value("session_seconds"))
        .isEqualByComparingTo("905");
    assertThat(days.column("returning_users")).containsExactly(4L, 7L);
  }

  @Test
  void readsMonthsAndWeeksCountedFromTheStart() throws IOException {
    String months =
        "# ----------------------------------------\n# birch.example\n# Free form\n"
            + "# 20260815-20261004\n# ----------------------------------------\n\n"
            + "Nth month,Sessions,Active users\n0000,17,9\n0001,30,20\n0002,4,3\n";
    var byMonth = read(TestFile.of("months.csv", months)).tables();
    assertThat(byMonth.get(0).header().grain()).isEqualTo(Grain.MONTH);
    assertThat(periods(byMonth.get(0))).containsExactly("2026-09-01..2026-09-30");
    assertThat(byMonth.get(1).header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(periods(byMonth.get(1)))
        .containsExactly("2026-08-15..2026-08-31", "2026-10-01..2026-10-04");

    var byWeek =
        read(TestFile.of(
                "weeks.csv",
                months
                    .replace("Nth month", "ISO week of ISO year")
                    .replace("0000,", "202633,")
                    .replace("0001,", "202634,")
                    .replace("0002,", "202640,")))
            .tables();
    assertThat(byWeek.get(0).header().grain()).isEqualTo(Grain.WEEK);
    assertThat(periods(byWeek.get(0)))
        .containsExactly("2026-08-17..2026-08-23", "2026-09-28..2026-10-04");
    assertThat(periods(byWeek.get(1))).containsExactly("2026-08-15..2026-08-16");
  }

  private static List<String> periods(RecordingSink.ReadTable table) {
    return table.rows().stream().map(row -> row.period().toString()).toList();
  }

  @Test
  void keepsOnlyAllUsersOfSegmentsSideBySide() throws IOException {
    var sink =
        read(
            TestFile.of(
                "segments.csv",
                "Date,Segment,Sessions,Active users\n20261001,All Users,10,9\n"
                    + "20261001,Mobile traffic,4,4\n20261002,All Users,5,5\n"));
    assertThat(sink.table().column("sessions")).containsExactly(10L, 5L);
    assertThat(sink.passedOver().get(3L)).contains("segment");
  }

  @Test
  void refusesDimensionsOverTheColumnsAndTablesOfProducts() throws IOException {
    String preamble =
        "# ----------------------------------------\n# birch.example\n# Free form\n"
            + "# 20261001-20261031\n# ----------------------------------------\n\n";
    var pivot =
        read(
            TestFile.of(
                "pivot.csv",
                preamble
                    + "Device category,desktop,mobile,Totals\n"
                    + "Session primary channel group (Default channel group),Sessions,Sessions,"
                    + "Sessions\nDirect,5,4,9\n"));
    assertThat(pivot.tables()).isEmpty();
    assertThat(pivot.issues().get(0).saw()).contains("over the columns");

    var items =
        read(
            TestFile.of(
                "items.csv",
                preamble + "Item name,Items viewed,Items purchased,Item revenue\nTent,9,2,80\n"));
    assertThat(items.issues().get(0).saw()).contains("products");
  }

  @Test
  void readsTransactionsByDayAsOrders() throws IOException {
    var table =
        read(TestFile.of(
                "orders.csv",
                "Transaction ID,Date,Session source / medium,Ecommerce purchases,Purchase revenue,"
                    + "Total users\nA-1,20261001,google / organic,1,49.5,1\n"
                    + "A-2,20261001,(direct) / (none),1,10,1\n(not set),20261001,x / y,1,5,1\n"))
            .table();

    assertThat(table.header().dataset().name()).isEqualTo("orders");
    assertThat(table.header().grain()).isEqualTo(Grain.EVENT);
    assertThat(table.column("order_id")).containsExactly("A-1", "A-2");
    assertThat(table.column("medium")).containsExactly("organic", "(none)");
    assertThat((BigDecimal) table.rows().get(0).value("total")).isEqualByComparingTo("49.5");
    assertThat(table.rejected()).hasSize(1);

    var undated =
        read(
            TestFile.of(
                "undated.csv",
                "Transaction ID,Ecommerce purchases,Purchase revenue,Total users\nA-1,1,49.5,1\n"));
    assertThat(undated.issues().get(0).saw()).contains("the day of each order");
  }
}

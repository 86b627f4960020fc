package io.retainer.connector.google;

import static io.retainer.connector.google.AnalyticsFiles.OCTOBER;
import static io.retainer.connector.google.AnalyticsFiles.edited;
import static io.retainer.connector.google.AnalyticsFiles.fixture;
import static io.retainer.connector.google.AnalyticsFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Recognition;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports that somebody has saved again, cut or put together. */
class EditedReportsTest {

  @Test
  void readsAFileSavedAgainByExcelWithSemicolons() throws IOException {
    var sink =
        read(
            edited(
                "traffic-acquisition.csv",
                text ->
                    "\uFEFF"
                        + text.replace(",", ";")
                            .replaceAll("(\\d)\\.(\\d)", "$1,$2")
                            .replaceAll("(?m)^(#.*)$", "$1;;;;;;;;;")
                            .replace("\n", "\r\n")));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.table().column("engaged_sessions")).containsExactly(620L, 180L, 31L, 0L);
    assertThat((BigDecimal) sink.table().rows().get(0).value("revenue"))
        .isEqualByComparingTo("1250.5");
  }

  @Test
  void readsDatesThatExcelHasWrittenInItsOwnWayInWhicheverColumnTheyStand() throws IOException {
    String table =
        "Session primary channel group (Default channel group),Date,Hour,Users,Sessions,Event count\n";

    var sink =
        read(
            TestFile.of(
                "data-export.csv",
                table + "Direct,16-10-2026,23,9,12,40\nReferral,03-10-2026,8,3,4,9\n"));
    assertThat(sink.issues()).isEmpty();
    assertThat(sink.table().rows()).hasSize(2);
    assertThat(sink.table().rows().get(1).period().start()).isEqualTo(LocalDate.of(2026, 10, 3));

    var open = read(TestFile.of("data-export.csv", table + "Direct,05-10-2026,23,9,12,40\n"));
    assertThat(open.table().rejected().get(0).issue().expected()).contains("reads one way only");
  }

  @Test
  void rejectsARowWithTextForANumberAndKeepsTheRest() throws IOException {
    var table =
        read(edited("by-date.csv", text -> text.replace("20261001,20,", "20261001,twenty,")))
            .table();

    assertThat(table.rows()).hasSize(2);
    var issue = table.rejected().get(0).issue();
    assertThat(issue.line()).isEqualTo(12);
    assertThat(issue.column()).isEqualTo("Sessions");
    assertThat(issue.saw()).isEqualTo("twenty");
    assertThat(table.rejected().get(0).text()).isEqualTo("20261001,twenty,18,0.55");
  }

  @Test
  void asksForThePeriodOfATableThatLostItsPreamble() throws IOException {
    var bare =
        edited(
            "traffic-acquisition.csv",
            text ->
                text.substring(
                    text.indexOf("Session primary channel group (Default Channel Group),")));

    assertThat(new GoogleAnalytics4().recognise(bare)).isInstanceOf(Recognition.Recognised.class);
    var sink = read(bare);
    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues().get(0).advice()).contains("--period");
  }

  @Test
  void readsATableThatKeptOneLineOfItsPreamble() throws IOException {
    String text = fixture("channels-by-hour.csv").text();
    String table = text.substring(text.indexOf("Session primary"));
    for (String left :
        List.of("# ----------------------------------------,,,,,\n", "# All Users\n", "")) {
      var file = TestFile.of("kept.csv", left + table);

      assertThat(new GoogleAnalytics4().recognise(file))
          .as(left)
          .isInstanceOf(Recognition.Recognised.class);
      assertThat(read(file).table().column("sessions")).containsExactly(5L, 3L, 1L, 9L);
    }
  }

  @Test
  void readsAReportThatLostItsFirstLine() throws IOException {
    var sink =
        read(edited("traffic-acquisition.csv", text -> text.substring(text.indexOf('\n') + 1)));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.table().header().period()).contains(OCTOBER);
    assertThat(sink.table().header().account()).isEqualTo("birch.example – GA4");
  }

  @Test
  void readsAReportOfWhichOnlyTheDatesAreLeft() throws IOException {
    var sink =
        read(
            edited(
                "traffic-acquisition.csv", text -> text.substring(text.indexOf("# Start date"))));

    assertThat(sink.table().header().period()).contains(OCTOBER);
    assertThat(sink.table().column("sessions")).containsExactly(1000L, 400L, 50L, 7L);
  }

  @Test
  void readsDatesAndDurationsAsASpreadsheetRewritesThem() throws IOException {
    var table =
        read(TestFile.of(
                "saved-again.csv",
                "Date;Active users;Sessions;Average engagement time per session\n"
                    + "30.10.2026;9;10;0:01:05\n1.10.2026;8;20;1m 05s\n"))
            .table();

    assertThat(table.rows())
        .extracting(row -> row.period().start())
        .containsExactly(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 10, 1));
    assertThat((BigDecimal) table.rows().get(1).value("engagement_seconds"))
        .isEqualByComparingTo("1300");

    var slashes =
        read(
            TestFile.of("us.csv", "Date,Active users,Sessions\n10/1/2026,9,10\n10/30/2026,8,20\n"));
    assertThat(slashes.table().rows())
        .extracting(row -> row.period().start())
        .containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 30));

    var open = read(TestFile.of("open.csv", "Date,Active users,Sessions\n10/1/2026,9,10\n"));
    assertThat(open.tables()).isEmpty();
    assertThat(open.issues().get(0).saw()).contains("10/1/2026");
  }

  @Test
  void countsARowOnceThatStandsInATableTwice() throws IOException {
    String row = "20261001,Direct,5,4\n";
    var byChannel =
        read(
            TestFile.of(
                "channels.csv",
                "Date,Session default channel group,Sessions,Engaged sessions\n"
                    + row
                    + "20261001,Referral,5,4\n"
                    + row));
    assertThat(byChannel.table().column("sessions")).containsExactly(5L, 5L);
    assertThat(byChannel.passedOver()).containsKey(4L);

    var byDay =
        read(
            TestFile.of(
                "days.csv",
                "Date,Active users,Sessions\n20261001,4,5\n20261002,4,5\n20261001,4,6\n"));
    assertThat(byDay.table().column("sessions")).containsExactly(5L, 5L);
    assertThat(byDay.table().rejected())
        .singleElement()
        .satisfies(second -> assertThat(second.issue().expected()).contains("as on line 2"));
  }

  @Test
  void readsThousandsWithAPointAsASpreadsheetRewritesThem() throws IOException {
    var sink =
        read(
            TestFile.of(
                "de.csv",
                "Date;Sessions;Engaged sessions\n01.10.2026;1.204;900\n30.10.2026;17.350;1.000\n"));
    assertThat(sink.table().column("sessions")).containsExactly(1204L, 17350L);
  }

  @Test
  void readsExplorationsThatLostTheirRulers() throws IOException {
    var table =
        read(TestFile.of(
                "channels.csv",
                "# Birch Radio\n# Free form-Free form 1\n# 20260723-20260922\n\nDate,Session primary"
                    + " channel group (Default Channel Group),Event count,Active users,Event count"
                    + " per active user\n20260826,Direct,164695,45251,3.6395\n20260826,Organic"
                    + " Search,500,250,2\n"))
            .table();

    assertThat(table.column("channel")).containsExactly("Direct", "Organic Search");
    assertThat(table.column("users")).containsExactly(45251L, 250L);
  }
}

package io.retainer.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.Suppressed;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoogleAnalytics4Test extends ConnectorContract {

  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  private static final Suppressed TEN_KEPT_BACK = Suppressed.below(BigDecimal.TEN);

  @Override
  protected Connector connector() {
    return new GoogleAnalytics4();
  }

  @Override
  protected List<TestFile> samples() {
    return Stream.of(
            "traffic-acquisition.csv",
            "pages-and-screens.csv",
            "reports-snapshot.csv",
            "exploration.csv",
            "by-date.csv",
            "channels-by-hour.csv",
            "run-report.json",
            "snapshot-es.csv")
        .map(GoogleAnalytics4Test::fixture)
        .toList();
  }

  @Override
  protected ReadSettings settings() {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("EUR"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static TestFile fixture(String name) {
    return TestFile.resource(GoogleAnalytics4Test.class, "fixtures/" + name);
  }

  @Test
  void readsSessionsByChannelForTheStatedPeriod() throws IOException {
    var table = read(fixture("traffic-acquisition.csv")).table();

    assertThat(table.header().dataset().name()).isEqualTo("web_traffic");
    assertThat(table.header().cut()).containsExactly("channel");
    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.header().account()).isEqualTo("birch.example – GA4");
    assertThat(table.column("channel"))
        .containsExactly("Organic Search", "Direct", "Referral", "Unassigned");
    assertThat(table.column("sessions")).containsExactly(1000L, 400L, 50L, 7L);
    assertThat(table.column("engaged_sessions")).containsExactly(620L, 180L, 31L, 0L);
    assertThat(table.rows().get(0).line()).isEqualTo(11);
    assertThat((BigDecimal) table.rows().get(0).value("engagement_seconds"))
        .isEqualByComparingTo("41500");
    assertThat((BigDecimal) table.rows().get(0).value("revenue")).isEqualByComparingTo("1250.5");
  }

  @Test
  void rebuildsEngagedSessionsFromTheBounceRate() throws IOException {
    var table = read(fixture("exploration.csv")).table();

    assertThat(table.column("engaged_sessions")).containsExactly(620L, 207L);
    assertThat(table.column("source_name")).containsExactly("google", "(direct)");
    assertThat(table.column("medium")).containsExactly("organic", "(none)");
    assertThat(table.header().account()).isEqualTo("birch.example – GA4");
  }

  @Test
  void handsOverTheGrandTotalOfWhatAddsUp() throws IOException {
    var table = read(fixture("exploration.csv")).table();

    assertThat(table.totals())
        .anySatisfy(
            total -> {
              assertThat(total.column()).isEqualTo("sessions");
              assertThat(total.value()).isEqualByComparingTo("1457");
              assertThat(total.line()).isEqualTo(8);
            })
        .noneMatch(total -> total.column().equals("users"));
  }

  @Test
  void readsTheTablesOfASnapshotAndNamesTheOthers() throws IOException {
    var sink = read(fixture("reports-snapshot.csv"));

    assertThat(sink.tables())
        .extracting(table -> table.header().dataset().name() + table.header().cut())
        .containsExactly(
            "web_traffic[]",
            "web_traffic[]",
            "web_traffic[channel]",
            "web_traffic[country]",
            "landing_pages[page]",
            "web_events[event_name]");
    assertThat(sink.tables().get(0).rows())
        .extracting(row -> row.period().start().getDayOfMonth())
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(sink.passedOver().values())
        .anyMatch(reason -> reason.contains("first visit"))
        .anyMatch(reason -> reason.contains("Week 0"))
        .anyMatch(reason -> reason.contains("without rows"));
  }

  @Test
  void readsDaysInAnyOrder() throws IOException {
    var table = read(fixture("by-date.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.rows())
        .extracting(row -> row.period().start().getDayOfMonth())
        .containsExactly(3, 1, 2);
    assertThat(table.column("engaged_sessions")).containsExactly(6L, 11L, 0L);
  }

  @Test
  void readsATextOfAnotherLanguage() throws IOException {
    var sink = read(fixture("snapshot-es.csv"));

    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).header().account()).isEqualTo("abedul.example");
    assertThat(sink.tables().get(1).column("sessions")).containsExactly(12L, 9L);
  }

  @Test
  void understandsDatesAndPropertyInALanguageNobodyTaughtIt() throws IOException {
    var sink =
        read(
            edited(
                "traffic-acquisition.csv",
                text ->
                    text.replace("Account:", "Reikningur:")
                        .replace("Property:", "Eign:")
                        .replace("All Users", "Allir notendur")
                        .replace("Start date", "Upphaf")
                        .replace("End date", "Lok")));

    assertThat(sink.table().header().period()).contains(OCTOBER);
    assertThat(sink.table().header().account()).isEqualTo("birch.example – GA4");
  }

  @Test
  void passesOverComparisonsWithAReason() throws IOException {
    String text = text("traffic-acquisition.csv");
    String second =
        "\n\n# Mobile traffic\n# Start date: 20261001\n# End date: 20261031\n"
            + text.substring(
                text.indexOf("Session primary channel group (Default Channel Group),"));
    var sink = read(TestFile.of("both.csv", text + second));

    assertThat(sink.table().column("sessions")).containsExactly(1000L, 400L, 50L, 7L);
    assertThat(sink.passedOver().values()).anyMatch(reason -> reason.contains("Mobile traffic"));

    var alone = read(edited("traffic-acquisition.csv", it -> it.replace("All Users", "Mobile")));
    assertThat(alone.tables()).isEmpty();
    assertThat(alone.issues().get(0).saw()).contains("comparison \"Mobile\"");
  }

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
  void rejectsDaysThatDoNotExistOrLieOutsideThePeriod() throws IOException {
    var table =
        read(edited(
                "by-date.csv",
                text -> text.replace("20261003,", "20261032,").replace("20261002", "20251002")))
            .table();

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rejected())
        .extracting(rejected -> rejected.issue().saw())
        .containsExactly("20261032", "20251002");
  }

  @Test
  void asksForThePeriodOfATableThatLostItsPreamble() throws IOException {
    var bare =
        edited(
            "traffic-acquisition.csv",
            text ->
                text.substring(
                    text.indexOf("Session primary channel group (Default Channel Group),")));

    assertThat(connector().recognise(bare)).isInstanceOf(Recognition.Recognised.class);
    var sink = read(bare);
    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues().get(0).advice()).contains("--period");
  }

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
  void readsATableThatKeptOneLineOfItsPreamble() throws IOException {
    String text = text("channels-by-hour.csv");
    String table = text.substring(text.indexOf("Session primary"));
    for (String left :
        List.of("# ----------------------------------------,,,,,\n", "# All Users\n", "")) {
      var file = TestFile.of("kept.csv", left + table);

      assertThat(connector().recognise(file)).as(left).isInstanceOf(Recognition.Recognised.class);
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
  void knowsADateUnderAHeadingOfAnyLanguage() throws IOException {
    var table = read(edited("by-date.csv", text -> text.replace("Date,", "Dagsetning,"))).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.column("sessions")).contains(10L, 20L);
  }

  @Test
  void knowsTheSessionsChannelByItsValuesInALanguageNobodyTaughtIt() throws IOException {
    var session =
        read(
            edited(
                "traffic-acquisition.csv",
                text ->
                    text.replace(
                        "Session primary channel group (Default Channel Group),",
                        "Główna grupa kanałów sesji (Grupa domyślna),")));
    assertThat(session.table().header().cut()).containsExactly("channel");
    assertThat(session.table().column("sessions")).containsExactly(1000L, 400L, 50L, 7L);

    var firstVisit =
        read(
            edited(
                "traffic-acquisition.csv",
                text ->
                    text.replace(
                        "Session primary channel group (Default Channel Group),",
                        "Pierwsza grupa kanałów użytkownika,")));
    assertThat(firstVisit.tables()).isEmpty();
  }

  @Test
  void takesATranslatedOrganicSearchForWhatItIs() throws IOException {
    var table =
        read(edited(
                "traffic-acquisition.csv",
                text -> text.replace("\nOrganic Search,", "\nBúsqueda orgánica,")))
            .table();

    assertThat(table.column("channel").get(0)).isEqualTo("Organic Search");
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

  @Test
  void takesATotalThatIsNamedInTheFirstColumnForTheTotal() throws IOException {
    var table =
        read(TestFile.of(
                "fr.csv",
                "# ----------------------------------------\n# Acquisition de trafic : Groupe de canaux"
                    + " par défaut de la session\n# Compte : Maison Bouleau\n# Date de début :"
                    + " 20260701\n# Date de fin : 20260928\n"
                    + "# ----------------------------------------\n\n"
                    + "Groupe de canaux par défaut de la session;Sessions;Utilisateurs actifs;Taux"
                    + " d'engagement;Événements clés;Revenu total\nTotal;2 000;1 500;59,5 %;50;1 334,56"
                    + " €\nOrganic Search;1 200;950;62,5 %;40;1 234,56 €\n"
                    + "Direct;800;700;55 %;10;100\n"))
            .table();

    assertThat(table.column("channel")).containsExactly("Organic Search", "Direct");
    assertThat(table.column("sessions")).containsExactly(1200L, 800L);
    assertThat(table.totals()).anyMatch(total -> total.value().intValue() == 2000);
    assertThat(table.header().period().orElseThrow().toString())
        .isEqualTo("2026-07-01..2026-09-28");
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

  @Test
  void readsReportsInLanguagesOfItsUsers() throws IOException {
    for (String headings :
        List.of(
            "Основная группа каналов сеанса (группа каналов по умолчанию),Сеансы,Сеансы с"
                + " взаимодействием",
            "Основна група каналів сеансу (група каналів за умовчанням),Сеанси,Сеанси із взаємодією",
            "Istunnon ensisijainen kanavaryhmä (oletuskanavaryhmä),Istunnot,Sitoutuneet istunnot",
            "Groupe de canaux principal de la session (groupe de canaux par défaut),Sessions,Sessions"
                + " avec engagement",
            "Primäre Channelgruppe der Sitzung (Standard-Channelgruppe),Sitzungen,Sitzungen mit"
                + " Interaktionen",
            "Grupo de canales principal de la sesión (grupo de canales"
                + " predeterminado),Sesiones,Sesiones con interacción",
            "Gruppo di canali principale della sessione (gruppo di canali"
                + " predefinito),Sessioni,Sessioni con coinvolgimento",
            "Grupo de canais principal da sessão (grupo de canais padrão),Sessões,Sessões engajadas",
            "Główna grupa kanałów sesji (domyślna grupa kanałów),Sesje,Sesje z zaangażowaniem")) {
      var table =
          read(TestFile.of(
                  "report.csv",
                  "# ----------------------------------------\n# x\n# y\n# 20261001-20261031\n"
                      + "# ----------------------------------------\n\n"
                      + headings
                      + "\nDirect,20,15\n"))
              .table();
      assertThat(table.header().cut()).as(headings).containsExactly("channel");
      assertThat(table.column("sessions")).as(headings).containsExactly(20L);
      assertThat(table.column("engaged_sessions")).as(headings).containsExactly(15L);
    }
  }

  private io.retainer.testkit.RecordingSink read(TestFile file, DateSpan period)
      throws IOException {
    var sink = new io.retainer.testkit.RecordingSink();
    connector()
        .read(
            file,
            new ReadSettings(
                ZoneId.of("Europe/Minsk"),
                Currency.getInstance("EUR"),
                Optional.empty(),
                Optional.of(period),
                Map.of()),
            sink);
    return sink;
  }

  @Test
  void readsAnAnswerOfTheDataApiInItsCurrency() throws IOException {
    var table = read(fixture("run-report.json")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).containsExactly("channel");
    assertThat(table.header().currency()).contains("USD");
    assertThat(table.column("sessions")).containsExactly(40L, 10L);
    assertThat(table.column("engaged_sessions")).containsExactly(30L, 5L);
    assertThat(table.totals())
        .anySatisfy(
            total -> {
              assertThat(total.column()).isEqualTo("sessions");
              assertThat(total.value()).isEqualByComparingTo("50");
            })
        .noneMatch(total -> total.column().equals("users"));
  }

  @Test
  void readsSeveralAnswersInOneFile() throws IOException {
    String one = text("run-report.json");
    String other =
        one.replace("sessionDefaultChannelGroup", "deviceCategory")
            .replace("Organic Search", "mobile")
            .replace("Direct", "desktop");
    String batch = "{\"reports\":[" + one + "," + other + "]}";
    String lines = one.replace("\n", " ") + "\n" + other.replace("\n", " ") + "\n";
    for (String several : List.of(batch, lines)) {
      var sink = read(TestFile.of("several.json", several));
      assertThat(sink.tables()).hasSize(2);
      assertThat(sink.tables().get(1).column("device")).containsExactly("mobile", "desktop");
    }
  }

  @Test
  void saysThatRowsAreWithheldAndThatOneUndatedAnswerNeedsItsDays() throws IOException {
    var part =
        read(
            edited(
                "run-report.json",
                text ->
                    text.replace("\"timeZone\"", "\"subjectToThresholding\": true, \"timeZone\"")));
    assertThat(part.table().header().complete()).isFalse();
    assertThat(part.passedOver().values()).anyMatch(note -> note.contains("keeps small rows back"));

    var undated =
        read(
            TestFile.of(
                "undated.json",
                "{\"dimensionHeaders\":[{\"name\":\"deviceCategory\"}],"
                    + "\"metricHeaders\":[{\"name\":\"sessions\"}],\"rows\":[{\"dimensionValues\":"
                    + "[{\"value\":\"mobile\"}],\"metricValues\":[{\"value\":\"4\"}]}]}"));
    assertThat(undated.issues().get(0).advice()).contains("--period");
  }

  @Test
  void refusesUniversalAnalyticsByName() throws IOException {
    var universal =
        edited(
            "pages-and-screens.csv",
            text -> text.replace(",Views,Active users,", ",Pageviews,Unique Pageviews,"));

    assertThat(connector().recognise(universal))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("Universal Analytics"));
  }

  private TestFile edited(String fixture, java.util.function.UnaryOperator<String> edit)
      throws IOException {
    return TestFile.of(fixture, edit.apply(text(fixture)));
  }

  private static String text(String fixture) throws IOException {
    try (var in = fixture(fixture).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

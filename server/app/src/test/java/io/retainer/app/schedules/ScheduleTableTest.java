package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Outlets;
import io.retainer.app.schedules.ScheduleTable.Effect;
import io.retainer.app.schedules.ScheduleTable.Read;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.workspace.ClientScope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTableTest {

  private static final String HEAD = "client,report,rule,recipients\n";
  private static final String NEW =
      "fjell,monthly-performance,business-day 3 at 08:00,anna@example.org ben@example.org\n";

  @TempDir private Path folder;
  private IssuingHome agency;
  private TableDesk desk;

  @BeforeEach
  void openHome() throws IOException {
    agency = new IssuingHome(folder);
    desk =
        new TableDesk(
            agency.home.workspace(),
            agency.schedules,
            agency.occurrences,
            new SavedTables(agency.home::state, agency.clock),
            Colleagues.parse("@agency.example"),
            agency.outlets);
  }

  @AfterEach
  void closeHome() {
    ClientScope.leave();
    agency.close();
  }

  /** A column that is wrong in 3,000 lines is one mistake, and not 3,000 sentences. */
  @Test
  void ofManyProblemsTheFirstOnesAreSaid() {
    List<String> problems =
        desk.read(HEAD + NEW.replace("anna@example.org", "anna").repeat(3_000)).problems();

    assertThat(problems).hasSize(21);
    assertThat(problems.get(0)).startsWith("Line 2, column \"recipients\"");
    assertThat(problems.get(20)).isEqualTo("2980 more cannot be used.");
  }

  @Test
  void addsWithWhatIsUsualWhereALineSaysNothing() {
    Read read = desk.read(HEAD + NEW);

    assertThat(read.problems()).isEmpty();
    assertThat(agency.schedules.all()).as("a dry run").isEmpty();

    desk.save(read, "maria");

    Schedule added = agency.schedules.all().get(0);
    assertThat(added.recipients()).containsExactly("anna@example.org", "ben@example.org");
    assertThat(added.locale()).isEqualTo(SHOP.locale());
    assertThat(added.formats()).hasSize(2);
    assertThat(added.enabled()).isTrue();
  }

  @Test
  void aLineComesNextForThePeriodThatIsNotLeftOut() {
    desk.save(desk.read(HEAD + NEW), "maria");
    Schedule schedule = agency.schedules.all().get(0);
    List<Schedule.Time> coming = agency.desk.coming(schedule, 2);
    agency.desk.skip(schedule.id(), coming.get(0).period(), "maria");

    assertThat(desk.read(desk.text()).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.next()).contains(coming.get(1)));
  }

  @Test
  void aDestinationThatWouldGetALinkToThisMachineIsRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("crm.key"), "a secret of some length");
    secret.toFile().setReadable(false, false);
    secret.toFile().setReadable(true, true);
    Files.writeString(
        agency.home.workspace().home().root().resolve("destinations.yaml"),
        """
        destinations:
          crm:
            webhook: https://crm.example.org/hooks
            secret-file: %s
            clients: [fjell]
          archive:
            folder: %s
            clients: [fjell]
        """
            .formatted(secret, folder));
    var local = new Outlets(agency.home.workspace(), URI.create("http://127.0.0.1:8080/"));
    var refusing =
        new ScheduleDesk(
            agency.home.workspace(),
            agency.schedules,
            agency.occurrences,
            Colleagues.parse("@agency.example"),
            local);
    Schedule there = agency.add(Approval.AUTOMATIC, "archive@folder");
    ScheduleValues told =
        ScheduleValues.of(there.withRecipients(List.of("crm@webhook")), there.enabled());

    assertThatThrownBy(() -> refusing.change(there.id(), told))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "crm@webhook would get a link to 127.0.0.1, which leads nowhere from elsewhere; set"
                + " retainer.url to the address people use");
    assertThat(refusing.change(there.id(), ScheduleValues.of(there, true))).isEqualTo(there);
    assertThat(agency.desk.change(there.id(), told).recipients()).containsExactly("crm@webhook");
  }

  /** By the table, by a form or a program: one rule. */
  @Test
  void nobodyGetsTheSameReportByTwoSchedules() {
    Schedule there = agency.add(Approval.AUTOMATIC, "anna@example.org");
    Schedule other = agency.add(Approval.AUTOMATIC, "ben@example.org");
    String refusal =
        "anna@example.org gets this report of Fjell Oy by another schedule already: \"business-day 3 at"
            + " 08:00\". Change that one, or leave the address out";

    assertThatThrownBy(() -> agency.add(Approval.NEEDED, "carl@example.org", "Anna@Example.org"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(refusal);
    assertThatThrownBy(
            () ->
                agency.desk.change(
                    other.id(),
                    ScheduleValues.of(
                        other.withRecipients(List.of("Anna@example.org")), other.enabled())))
        .hasMessage(refusal);
    assertThat(
            desk.read("id,recipients\n" + other.id() + ",\"ben@example.org anna@example.org\"\n")
                .problems())
        .containsExactly("Line 2: " + refusal + ".");
    assertThat(agency.schedules.find(other.id()).orElseThrow()).isEqualTo(other);

    agency.desk.change(there.id(), ScheduleValues.of(there, false));
    assertThatThrownBy(() -> agency.add(Approval.NEEDED, "anna@example.org"))
        .hasMessage(refusal.replace("another schedule", "a paused schedule"));
  }

  /** Two languages are two documents: an archive may have both. */
  @Test
  void theSameReportMayGoToOnePlaceInTwoLanguages() {
    agency.add(Approval.AUTOMATIC, "anna@example.org");
    String head = "client,report,rule,kind,locale,recipients\n";
    String line = "fjell,monthly-performance,day 3 at 08:00,month,be,anna@example.org\n";

    assertThat(desk.read(head + line).problems()).isEmpty();
    assertThat(desk.read(head + line + line.replace("day 3", "day 4")).problems()).hasSize(1);
  }

  @Test
  void aTableMayMoveARecipientFromOneScheduleToAnotherAndNotHaveThemInBoth() {
    Schedule there = agency.add(Approval.AUTOMATIC, "anna@example.org", "ben@example.org");
    String head = "id,client,report,rule,kind,recipients\n";
    String added = ",fjell,monthly-performance,day 9 at 08:00,month,anna@example.org\n";
    String second = added.replace("day 9", "day 8");
    String moved = there.id() + ",fjell,monthly-performance,day 3 at 08:00,month,ben@example.org\n";

    assertThat(desk.read(head + added + moved).problems()).isEmpty();
    assertThat(desk.read(head + added + second + moved).problems())
        .containsExactly(
            "Line 3: anna@example.org gets this report of fjell by line 2 already. Leave the"
                + " address out of one of them.");
    desk.save(desk.read(head + added + moved), "maria");
    assertThat(agency.schedules.all()).hasSize(2);
  }

  @Test
  void aRecipientThatASpreadsheetWouldComputeIsRefused() {
    assertThat(
            desk.read(HEAD + NEW.replace("anna@example.org", "=cmd|calc@example.org")).problems())
        .singleElement()
        .asString()
        .contains("\"=cmd|calc@example.org\" begins as a formula does");
  }

  @Test
  void aDestinationThatTheClientHasNotIsRefused() {
    assertThat(desk.read(HEAD + NEW.replace("anna@example.org", "crm@webhook")).problems())
        .singleElement()
        .asString()
        .contains("column \"recipients\"", "There is no destination crm@webhook");
  }

  @Test
  void oneWhoseRecipientsAreNoLongerAllowedCanStillBePaused() {
    Schedule there = agency.add(Approval.AUTOMATIC, "anna@example.org");
    agency.home.workspace().mail().allow(SHOP.id(), AllowedRecipients.parse("@fjell.example"));

    assertThat(desk.read("id,state\n" + there.id() + ",paused\n").problems()).isEmpty();
    assertThat(desk.read("id,rule\n" + there.id() + ",day 5 at 08:00\n").problems()).hasSize(1);
  }

  @Test
  void takesEachKindOfRuleAndSaysWhatCronLeavesOut() {
    Read read =
        desk.read(
            "client,report,rule,kind,recipients\n"
                + "fjell,seo,business-day last at 08:00 in FI,month,a@example.org\n"
                + "fjell,seo,day 31 at 08:00,month,b@example.org\n"
                + "fjell,seo,monday at 08:00,week,c@example.org\n"
                + "fjell,seo,friday last at 08:00,month,d@example.org\n"
                + "fjell,seo,cron 0 8 31 * *,month,e@example.org\n"
                + "fjell,seo,cron 0 8 * * 1,week,f@example.org\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.lines().stream().filter(line -> !line.skipped().isEmpty()))
        .singleElement()
        .satisfies(line -> assertThat(line.number()).isEqualTo(6));
    desk.save(read, "maria");
    assertThat(desk.read(desk.text()).count(Effect.SAME)).isEqualTo(6);
  }

  @Test
  void whatIsExportedAndImportedChangesNothing() {
    agency.add(Approval.NEEDED, "2", List.of("olga@agency.example"), "anna@example.org");

    Read read = desk.read("\uFEFF" + desk.text());

    assertThat(read.problems()).isEmpty();
    assertThat(read.count(Effect.SAME)).isEqualTo(1);
    assertThat(desk.save(read, "maria")).isEmpty();
    assertThat(desk.read(desk.text().replace(',', ';')).count(Effect.SAME)).isEqualTo(1);
  }

  @Test
  void changesPausesAndResumesByTheIdAndSaysWhat() {
    Schedule schedule = agency.add(Approval.AUTOMATIC, "anna@example.org");

    Read read = desk.read("id,state,kind\n" + schedule.id() + ",paused,month\n");
    assertThat(read.changes().get(0).cells()).containsOnlyKeys("state");
    assertThat(read.changes().get(0).cells().get("state")).containsExactly("active", "paused");
    desk.save(read, "maria");

    assertThat(agency.schedules.all().get(0).enabled()).isFalse();
    assertThat(agency.schedules.all().get(0).recipients()).containsExactly("anna@example.org");
    desk.save(desk.read("id,state\n" + schedule.id() + ",active\n"), "maria");
    assertThat(agency.schedules.all().get(0).enabled()).isTrue();
  }

  @Test
  void namesLineColumnWhatWasSeenAndWhatIsExpectedAndSavesNothing() {
    Read read =
        desk.read(
            "client,report,rule,recipients,starts,state,internal-days\n"
                + "fjell,monthly-performance,business-day 3 at 08:00,anna@example.org,,,\n"
                + "nobody,monthly-performance,business-day 3 at 08:00,anna@example.org,,,\n"
                + "fjell,nothing,every day,=cmd|'/c calc'!A1,tomorrow,on,\n"
                + "fjell,monthly-performance,business-day 3 at 08:00,ben@example.org,,,3\n"
                + "fjell,monthly-performance\n");

    assertThat(read.problems()).hasSize(9);
    assertThat(read.problems().get(0)).startsWith("Line 3, column \"client\": saw \"nobody\": ");
    assertThat(read.problems())
        .anyMatch(
            text -> text.startsWith("Line 4, column \"report\": saw \"nothing\": There is no"))
        .anyMatch(text -> text.startsWith("Line 4, column \"rule\": saw \"every day\": "))
        .anyMatch(text -> text.contains("\"=cmd|'/c\" is no e-mail address"))
        .anyMatch(text -> text.contains("\"calc'!A1\" is no e-mail address"))
        .anyMatch(text -> text.startsWith("Line 4, column \"starts\": saw \"tomorrow\": "))
        .anyMatch(text -> text.startsWith("Line 4, column \"state\": saw \"on\": Write active"))
        .anyMatch(text -> text.startsWith("Line 5, column \"internal-days\": saw \"3\": "))
        .anyMatch(text -> text.equals("Line 6: 2 cells, expected 7 as in line 1."));
    assertThatThrownBy(() -> desk.save(read, "maria")).hasMessageContaining("Line 3");
    assertThat(agency.schedules.all()).isEmpty();
  }

  /** Whoever mends a long table wants to mend it once. */
  @Test
  void namesAllProblemsOfALineAtOnceHoweverManyOfItsCellsAreWrong() {
    agency.home.workspace().mail().allow(SHOP.id(), AllowedRecipients.parse("@fjell.example"));

    Read read =
        desk.read(
            "id,client,report,rule,kind,recipients,starts,ends,internal-days,internal-to\n"
                + ",nobody,seo,day 5 at 08:00,month,anna@ =x@example.org ben@fjell.example,,,,\n"
                + ",fjell,nothing,day 5 at 08:00,week,carl@other.example,2026-12-02,2026-12-01,x,dora\n"
                + ",fjell,seo,day 5 at 08:00,month,,,,2,pia@other.example\n"
                + "gone,fjell,seo,every day,month,anna@,,,,\n");

    assertThat(read.problems())
        .extracting(text -> text.replaceAll("^(Line \\d, column \"[a-z-]+\"): .*", "$1"))
        .containsExactlyInAnyOrder(
            "Line 2, column \"client\"",
            "Line 2, column \"recipients\"",
            "Line 2, column \"recipients\"",
            "Line 3, column \"report\"",
            "Line 3, column \"rule\"",
            "Line 3, column \"recipients\"",
            "Line 3, column \"ends\"",
            "Line 3, column \"internal-days\"",
            "Line 3, column \"internal-to\"",
            "Line 4, column \"recipients\"",
            "Line 4, column \"internal-to\"",
            "Line 5, column \"id\"",
            "Line 5, column \"rule\"",
            "Line 5, column \"recipients\"");
    assertThat(read.problems())
        .anyMatch(text -> text.contains("\"anna@\" is no e-mail address"))
        .anyMatch(text -> text.contains("\"=x@example.org\" begins as a formula does"))
        .anyMatch(text -> text.contains("\"carl@other.example\" is not among the recipients"));
  }

  @Test
  void aFormulaIsNoAddressAndComesOutOfTheExportAsText() {
    assertThat(desk.read(HEAD + NEW.replace("anna@example.org", "=HYPERLINK(1)@x")).problems())
        .singleElement()
        .asString()
        .contains("is no e-mail address");

    agency.add(Approval.AUTOMATIC, "+anna@example.org");
    assertThat(desk.text()).contains("'+anna@example.org");
    assertThat(desk.read(desk.text()).count(Effect.SAME)).isEqualTo(1);
  }

  @Test
  void theSameScheduleTwiceIsRefusedInATableAndBesideWhatThereIs() {
    assertThat(desk.read(HEAD + NEW + NEW).problems())
        .containsExactly("Line 3: the same schedule stands in line 2 already.");
    desk.save(desk.read(HEAD + NEW), "maria");
    String id = agency.schedules.all().get(0).id();

    assertThat(desk.read(HEAD + NEW).problems())
        .singleElement()
        .asString()
        .startsWith("Line 2: anna@example.org gets this report of Fjell Oy by another schedule")
        .contains("\"business-day 3 at 08:00\"");
    assertThat(desk.read("id,state\n" + id + ",paused\n" + id + ",active\n").problems())
        .containsExactly("Line 3: the same schedule stands in line 2 already.");
  }

  @Test
  void whoSeesSomeClientsChangesTheirsAndOthersDoNotExist() {
    Client other =
        new Client(new ClientId("other"), "Other", SHOP.zone(), SHOP.locale(), SHOP.currency());
    agency.home.workspace().clients().add(other);
    desk.save(desk.read(HEAD + NEW + NEW.replace("fjell", "other")), "maria");
    String foreign = agency.schedules.of(other.id()).get(0).id();
    agency
        .home
        .state()
        .useHandle(
            handle ->
                handle.execute("insert into client_access (holder, client) values ('h', 'fjell')"));

    new ClientScope(Optional.of("h"), false).enter();

    assertThat(desk.text()).contains("fjell").doesNotContain("other");
    assertThat(desk.latest()).hasSize(1);
    assertThat(desk.read("id,state\n" + foreign + ",paused\n").problems())
        .singleElement()
        .asString()
        .contains("there is no such schedule");
    assertThat(desk.read(HEAD + NEW.replace("fjell", "other")).problems())
        .singleElement()
        .asString()
        .contains("column \"client\": saw \"other\"");
    assertThatThrownBy(() -> desk.undo(desk.latest().get(0).id(), "h")).isInstanceOf(Refusal.class);
    ClientScope.leave();
    assertThat(agency.schedules.all()).hasSize(2).allMatch(Schedule::enabled);
  }

  @Test
  void isUndoneAsAWholeOnceAndNotOverSomebodyElsesChange() {
    Schedule there = agency.add(Approval.AUTOMATIC, "pia@example.org");
    String table =
        "id,client,report,rule,recipients,state\n"
            + there.id()
            + ",fjell,monthly-performance,business-day 5 at 09:00,pia@example.org,paused\n"
            + ","
            + NEW.strip()
            + ",active\n";
    String id = desk.save(desk.read(table), "maria").orElseThrow().id();
    assertThat(agency.schedules.all()).hasSize(2);

    desk.undo(id, "olga");

    assertThat(agency.schedules.all()).containsExactly(there);
    assertThat(desk.latest().get(0).undone()).contains("olga");
    assertThatThrownBy(() -> desk.undo(id, "olga")).hasMessageContaining("undone already");
    String again = desk.save(desk.read(table), "maria").orElseThrow().id();
    desk.save(desk.read("id,state\n" + there.id() + ",active\n"), "pekka");
    assertThatThrownBy(() -> desk.undo(again, "olga"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(
            "Schedule fjell, monthly-performance, business-day 5 at 09:00 ("
                + there.id()
                + ") was changed since");
    assertThat(agency.schedules.all()).hasSize(2);
  }

  @Test
  void refusesWhatIsTooLargeOrInOtherLetters() {
    assertThat(desk.read("id,state\n" + "x,paused\n".repeat(5_001)).problems())
        .containsExactly("There are more than 5000 lines. Split the table.");
    assertThat(desk.read("id,state\n".repeat(600_000)).problems())
        .containsExactly("The table has more than 4 MB. Split it.");
    assertThat(desk.read("PK\u0003\u0004\u0014\0\u0006\0\uFFFD").problems())
        .singleElement()
        .asString()
        .contains("Excel workbook", "save it as CSV UTF-8");
    assertThat(desk.read(HEAD + "Fj\uFFFDll").problems())
        .singleElement()
        .asString()
        .contains("UTF-8");
    assertThat(desk.read("id,name\n").problems()).singleElement().asString().contains("no column");
    assertThat(desk.read("").problems()).singleElement().asString().contains("empty");
    assertThat(desk.read("id,state\n\"x").problems()).singleElement().asString().contains("quote");
  }

  @Test
  void savesAThousandLinesInOnePiece() {
    String lines =
        IntStream.range(0, 1_000)
            .mapToObj(i -> NEW.replace("anna", "anna" + i).replace("ben", "ben" + i))
            .collect(Collectors.joining());

    desk.save(desk.read(HEAD + lines), "maria");

    assertThat(agency.schedules.all()).hasSize(1_000);
  }
}

package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.shell.JsonInput;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.workspace.ClientScope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurstTest {

  private static final Client FAR =
      new Client(
          new ClientId("far"),
          "Far East",
          ZoneId.of("Asia/Vladivostok"),
          Locale.forLanguageTag("ru"),
          Currency.getInstance("RUB"));

  @TempDir private Path folder;
  private IssuingHome agency;
  private TableDesk table;
  private BurstDesk desk;

  @BeforeEach
  void openHome() throws IOException {
    agency = new IssuingHome(folder);
    table =
        new TableDesk(
            agency.home.workspace(),
            agency.schedules,
            agency.occurrences,
            new SavedTables(agency.home::state, agency.clock),
            Colleagues.parse("@agency.example"),
            agency.outlets);
    desk = new BurstDesk(agency.home.workspace(), agency.schedules, table);
    agency.home.workspace().clients().add(FAR);
    allow(FAR, "pia@far.example, @far.example");
  }

  @AfterEach
  void closeHome() {
    ClientScope.leave();
    agency.close();
  }

  private void allow(Client client, String recipients) {
    agency.home.workspace().mail().allow(client.id(), AllowedRecipients.parse(recipients));
  }

  private static Burst burst(String recipients, String... clients) {
    String json =
        "{\"report\": \"monthly-performance\", \"rule\": \"business-day 3 at 08:00\", \"recipients\": [%s]}"
            .formatted(recipients);
    return new Burst(
        SchedulesResource.values(JsonInput.parse(json), ""), Set.of(clients), Set.of(), Map.of());
  }

  @Test
  void eachHasItsClientsZoneLanguageAndPeopleAndIsShownBeforeItIsMade() {
    agency.add(Approval.AUTOMATIC, "anna@example.org");

    BurstDesk.Plan plan =
        desk.plan(
            new Burst(
                burst("", "far").like(),
                Set.of(FAR.id().value(), SHOP.id().value()),
                Set.of(),
                Map.of(SHOP.id().value(), List.of("ben@example.org"))));

    assertThat(plan.isSound()).as(plan.allProblems().toString()).isTrue();
    assertThat(agency.schedules.all()).as("a dry run").hasSize(1);
    BurstDesk.Row far = plan.rows().get(0);
    assertThat(far.client()).isEqualTo(FAR);
    assertThat(far.recipients()).containsExactly("pia@far.example");
    Schedule.Time next = far.line().orElseThrow().next().orElseThrow();
    assertThat(next.at()).hasToString("2026-11-03T22:00:00Z");
    assertThat(next.period()).hasToString("2026-10");
    assertThat(plan.rows().get(1).recipients()).containsExactly("ben@example.org");

    desk.make(plan, "maria");

    Schedule made = agency.schedules.of(FAR.id()).get(0);
    assertThat(made.locale()).isEqualTo(FAR.locale());
    assertThat(made.recipients()).containsExactly("pia@far.example");
    assertThat(agency.schedules.of(SHOP.id())).hasSize(2);
  }

  @Test
  void withoutAListOfAllowedOnesItGoesToWhoGetsTheClientsOtherReports() {
    agency.add(Approval.AUTOMATIC, "anna@example.org");
    Burst seo =
        new Burst(
            SchedulesResource.values(
                JsonInput.parse("{\"report\": \"seo\", \"rule\": \"day 5 at 08:00\"}"), ""),
            Set.of(SHOP.id().value()),
            Set.of(),
            Map.of());

    assertThat(desk.plan(seo).rows().get(0).recipients()).containsExactly("anna@example.org");
  }

  @Test
  void aGroupStandsForItsClientsAndWhatIsMadeIsUndoneAsATableIs() {
    String group =
        agency.home.workspace().groups().add("East", List.of(FAR.id(), SHOP.id())).orElseThrow();
    allow(SHOP, "anna@example.org");
    Burst wanted = burst("", new String[0]);

    SavedTable saved =
        desk.make(desk.plan(new Burst(wanted.like(), Set.of(), Set.of(group), Map.of())), "maria")
            .orElseThrow();

    assertThat(saved.added()).isEqualTo(2);
    List<String> log = new ArrayList<>();
    saved.written((path, part) -> log.add(path));
    assertThat(log)
        .hasSize(2)
        .anyMatch(path -> path.startsWith("/clients/far/schedules/"))
        .anyMatch(path -> path.startsWith("/clients/fjell/schedules/"));
    assertThat(table.of(saved)).hasSize(2);
    assertThat(table.read(table.text(saved, Optional.of(false))).changes())
        .as("paused together by the table")
        .hasSize(2)
        .allMatch(line -> line.cells().keySet().equals(Set.of("state")));
    table.undo(saved.id(), "maria");
    assertThat(agency.schedules.all()).isEmpty();
    assertThat(desk.plan(new Burst(wanted.like(), Set.of(), Set.of("none"), Map.of())).problems())
        .containsExactly("There is no group \"none\".");
    assertThat(desk.plan(wanted).problems()).singleElement().asString().startsWith("Choose");
  }

  @Test
  void whatIsWrongWithAClientIsSaidBesideItAndWhatIsWrongWithAllOnce() {
    BurstDesk.Plan plan = desk.plan(burst("\"anna@example.org\"", "far", "fjell"));

    assertThat(plan.isSound()).isFalse();
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.rows().get(0).problems())
        .singleElement()
        .asString()
        .startsWith("\"anna@example.org\" is not among the recipients");
    assertThat(plan.rows().get(1).problems()).isEmpty();
    assertThat(plan.allProblems()).singleElement().asString().startsWith("far: ");

    Burst wrong = burst("", "far", "fjell", "nobody");
    ScheduleValues like =
        SchedulesResource.values(
            JsonInput.parse("{\"report\": \"nothing\", \"rule\": \"day 5 at 08:00\"}"), "");
    plan = desk.plan(new Burst(like, wrong.clients(), Set.of(), Map.of()));
    assertThat(plan.problems())
        .hasSize(2)
        .anyMatch(text -> text.startsWith("There is no report \"nothing\""))
        .anyMatch(text -> text.startsWith("There is no client \"nobody\""));
    assertThat(plan.rows().get(0).problems()).isEmpty();
    assertThat(plan.rows().get(1).problems())
        .as("what is wrong with it besides is said at once")
        .singleElement()
        .asString()
        .startsWith("A schedule has 1 to 50 recipients, saw 0");
  }

  @Test
  void aClientThatHasNobodyOrTheVeryScheduleAlreadyIsRefused() {
    desk.make(desk.plan(burst("", "far")), "maria");

    BurstDesk.Plan plan = desk.plan(burst("", "far", "fjell"));

    assertThat(plan.rows().get(0).problems())
        .singleElement()
        .asString()
        .startsWith("pia@far.example gets this report of Far East by another schedule already");
    assertThat(plan.rows().get(1).problems())
        .singleElement()
        .asString()
        .startsWith("A schedule has 1 to 50 recipients, saw 0");
  }

  @Test
  void whoSeesSomeClientsChoosesTheirsAndOthersDoNotExist() {
    String group =
        agency.home.workspace().groups().add("East", List.of(FAR.id(), SHOP.id())).orElseThrow();
    String foreign = agency.home.workspace().groups().add("Far", List.of(FAR.id())).orElseThrow();
    allow(SHOP, "anna@example.org");
    agency
        .home
        .state()
        .useHandle(
            handle ->
                handle.execute("insert into client_access (holder, client) values ('h', 'fjell')"));
    Burst wanted = burst("", "far");

    new ClientScope(Optional.of("h"), false).enter();

    assertThat(desk.plan(wanted).problems())
        .singleElement()
        .asString()
        .startsWith("There is no client \"far\"")
        .contains("fjell");
    assertThat(desk.plan(new Burst(wanted.like(), Set.of(), Set.of(group), Map.of())).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.client()).isEqualTo(SHOP));
    assertThat(desk.plan(new Burst(wanted.like(), Set.of(), Set.of(foreign), Map.of())).problems())
        .containsExactly("There is no group \"" + foreign + "\".");
    assertThat(desk.groups())
        .singleElement()
        .satisfies(one -> assertThat(one.id()).isEqualTo(group));
  }
}

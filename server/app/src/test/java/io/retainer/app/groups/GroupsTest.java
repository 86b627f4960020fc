package io.retainer.app.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.Visitor;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups on pages and in the API, over a real warehouse. */
class GroupsTest {

  private static final Client NORTH = client("north", "North shop", "EUR");
  private static final Client SOUTH = client("south", "=South \"shop\" <b>", "EUR");
  private static final Client WEST = client("west", "West shop", "SEK");

  @TempDir private static Path folder;
  private static TestHome home;
  private static GroupsApi api;
  private static GroupsPages pages;
  private static GroupPages page;

  private String group;

  private static Client client(String id, String name, String currency) {
    return new Client(
        new ClientId(id), name, ZoneOffset.UTC, Locale.ENGLISH, Currency.getInstance(currency));
  }

  @BeforeAll
  static void open() throws Exception {
    home = new TestHome(folder, new SettableClock("2026-11-02T08:00:00Z"));
    api = new GroupsApi(home.workspace());
    pages = new GroupsPages(home.workspace(), new Pages());
    page = new GroupPages(home.workspace(), new Pages());
    for (Client client : List.of(NORTH, SOUTH, WEST)) {
      home.workspace().clients().add(client);
    }
    Imports imports = new Imports(home.workspace().warehouse());
    imports.sessions(NORTH, 100, 30);
    imports.sessions(SOUTH, 20, 20);
    imports.orders(NORTH, "10.00", "20.00");
    imports.orders(WEST, "500.00");
  }

  @AfterAll
  static void close() {
    home.close();
  }

  @BeforeEach
  void group() {
    group =
        home.workspace()
            .groups()
            .add("Nordic & <shops>", List.of(NORTH.id(), SOUTH.id(), WEST.id()))
            .orElseThrow();
  }

  @AfterEach
  void forget() {
    ClientScope.leave();
    home.state().useHandle(handle -> handle.execute("delete from client_group"));
    home.state().useHandle(handle -> handle.execute("delete from client_access"));
  }

  /** Sees the first shop alone. */
  private static SecurityContext limited() {
    home.state()
        .useHandle(
            handle ->
                handle.execute("insert into client_access (holder, client) values ('h', 'north')"));
    new ClientScope(Optional.of("h"), false).enter();
    return security(new Account("h", "anna", Role.MANAGER, true));
  }

  private static SecurityContext manager() {
    return security(new Account("m", "maria", Role.MANAGER));
  }

  private static SecurityContext security(Account account) {
    Visit visit =
        new Visit(Optional.of(account), Language.EN, Visit.Theme.SYSTEM, "csrf-of-form", "/");
    return new Visitor(visit);
  }

  private JsonNode kpis(String kpi, SecurityContext security) throws Exception {
    return Json.read(api.values(group, "2026-10", List.of(kpi), List.of("previous"), security));
  }

  /** As the client's own page has it, and from the moment that somebody asks for it. */
  @Test
  void amountsOfAClientThatHasThemConvertedAreInItsCurrency() throws Exception {
    home.workspace().clients().add(client("far", "Far shop", "EUR"));
    new Imports(home.workspace().warehouse())
        .orders(client("far", "Far shop", "USD"), "30.00", "6.00");
    group =
        home.workspace()
            .groups()
            .add("Near and far", List.of(NORTH.id(), new ClientId("far")))
            .orElseThrow();
    JsonNode booked = kpis("orders.revenue", manager()).path("kpis").path(0);
    assertThat(booked.path("figure").path("status").asText()).isEqualTo("not-computable");

    home.workspace()
        .rates()
        .add(
            "rates.csv",
            "date,currency,base,rate\n2026-10-01,USD,EUR,1.25\n".getBytes(StandardCharsets.UTF_8),
            "olga");
    home.workspace().conversions().set(new ClientId("far"), true);

    JsonNode converted = kpis("orders.revenue", manager()).path("kpis").path(0).path("figure");
    assertThat(converted.path("value").decimalValue()).isEqualByComparingTo("58.80");
    assertThat(converted.path("currency").asText()).isEqualTo("EUR");
  }

  @Test
  void theApiKeepsWhatItLists() throws Exception {
    JsonNode added =
        Json.read(
            (String)
                api.create("{\"name\": \"Anna\", \"clients\": [\"west\", \"north\"]}").getEntity());

    assertThat(added.path("clients")).extracting(JsonNode::asText).containsExactly("north", "west");
    String id = added.path("id").asText();
    JsonNode changed =
        Json.read(api.change(id, "{\"id\": \"x\", \"name\": \"Ben\", \"clients\": []}"));
    assertThat(changed.path("name").asText()).isEqualTo("Ben");
    assertThat(Json.read(api.list())).hasSize(2).contains(changed);
    assertThat(api.remove(id).getStatus()).isEqualTo(204);
    assertThatThrownBy(() -> api.read(id))
        .isInstanceOf(Problem.class)
        .hasMessage("There is no group \"" + id + "\".");
  }

  @Test
  void saysWhatIsWrongWithAGroup() {
    assertThatThrownBy(() -> api.create("{\"name\": \"nordic & <SHOPS>\"}"))
        .hasMessage("There is a group \"nordic & <SHOPS>\" already.");
    assertThatThrownBy(() -> api.create("{\"name\": \"a;b\", \"clients\": [\"nobody\"]}"))
        .hasMessageContaining("without semicolons, like Nordic shops; saw \"a;b\"")
        .hasMessageContaining("There is no client \"nobody\"");
  }

  @Test
  void eachClientStandsBesideTheWholeThatIsPartialWithoutOneOfThem() throws Exception {
    JsonNode answer = kpis("web.sessions", manager());

    assertThat(answer.path("ofSeenClientsOnly").asBoolean()).isFalse();
    JsonNode sessions = answer.path("kpis").path(0);
    assertThat(sessions.path("total").asText()).isEqualTo("added");
    assertThat(sessions.path("figure").path("value").asInt()).isEqualTo(120);
    assertThat(sessions.path("figure").path("status").asText()).isEqualTo("partial");
    assertThat(sessions.path("figure").path("reason").asText()).contains("West shop");
    assertThat(sessions.path("clients")).hasSize(3);
    JsonNode ratio = kpis("web.bounce-rate", manager()).path("kpis").path(0);
    assertThat(ratio.path("figure").path("value").asText()).startsWith("0.58333");
    JsonNode revenue = kpis("orders.revenue", manager()).path("kpis").path(0);
    assertThat(revenue.path("figure").path("status").asText()).isEqualTo("not-computable");
    assertThat(revenue.path("figure").path("reason").asText()).contains("EUR, SEK");
  }

  @Test
  void whoSeesSomeClientsLearnsNothingOfTheOthers() throws Exception {
    SecurityContext security = limited();

    JsonNode answer = kpis("web.sessions", security);
    String html = html(page.board(group, new GroupQuery(), security));
    String table = (String) page.csv(group, new GroupQuery(), security).getEntity();
    String list = html(pages.list(security));

    assertThat(answer.path("ofSeenClientsOnly").asBoolean()).isTrue();
    assertThat(answer.path("kpis").path(0).path("figure").path("value").asInt()).isEqualTo(100);
    assertThat(html).contains("The clients you see, together").doesNotContain(">120<");
    for (String text : List.of(answer.toString(), html, table, list)) {
      assertThat(text).doesNotContain("south").doesNotContain("West").doesNotContain("South");
    }
    assertThat(list).doesNotContain("/groups/new");
  }

  @Test
  void aGroupOfForeignClientsIsOneThatDoesNotExist() {
    String foreign = home.workspace().groups().add("Foreign", List.of(SOUTH.id())).orElseThrow();
    SecurityContext security = limited();

    assertThatThrownBy(() -> page.board(foreign, new GroupQuery(), security))
        .hasMessage("There is no group \"" + foreign + "\".");
    assertThat(html(pages.list(security))).doesNotContain("Foreign");
  }

  @Test
  void thePageHasAColumnForEachKpiWithDataAndEscapesNames() {
    String html = html(page.board(group, new GroupQuery(), manager()));

    assertThat(html)
        .contains("Nordic &amp; &lt;shops&gt;")
        .contains("=South \"shop\" &lt;b&gt;")
        .contains("The whole group")
        .contains("Figures are missing, wholly or in part: West shop.")
        .contains("Amounts are in several currencies (EUR, SEK)")
        .contains("No client has data: ")
        .doesNotContain("shop\" <b>");
  }

  @Test
  void whatWasAnsweredHoldsUntilSomethingIsImported() throws Exception {
    GroupPages fresh = new GroupPages(home.workspace(), new Pages());
    long before = home.workspace().warehouse().workload().answered();
    fresh.board(group, new GroupQuery(), manager());
    // Whether anything was imported since is a question of its own.
    assertThat(home.workspace().warehouse().workload().answered() - before).isEqualTo(2);
    fresh.csv(group, new GroupQuery(), manager());
    assertThat(home.workspace().warehouse().workload().answered() - before).isEqualTo(3);

    Client late = client("late-" + System.nanoTime(), "Late shop", "EUR");
    home.workspace().clients().add(late);
    home.workspace().groups().change(group, "Nordic & <shops>", List.of(NORTH.id(), late.id()));
    assertThat(html(page.board(group, new GroupQuery(), manager()))).doesNotContain(">107<");
    new Imports(home.workspace().warehouse()).sessions(late, 7, 7);
    assertThat(html(page.board(group, new GroupQuery(), manager()))).contains(">107<");
  }

  @Test
  void aPeriodThatCannotBeReadIsSaidAboveTheForm() {
    GroupQuery asked = new GroupQuery();
    set(asked, "period", "soon");

    Response answer = page.board(group, asked, manager());

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(html(answer)).contains("role=\"alert\"").contains("soon");
  }

  @Test
  void clientsAreOrderedByTheFigureOfAColumnThoseWithoutOneLast() {
    GroupQuery asked = new GroupQuery();
    set(asked, "sort", "web.sessions");
    set(asked, "order", "asc");

    String html = html(page.board(group, asked, manager()));

    assertThat(html.indexOf("/clients/south")).isLessThan(html.indexOf("/clients/north"));
    assertThat(html.indexOf("/clients/north")).isLessThan(html.indexOf("/clients/west"));
    assertThat(html).contains("aria-sort=\"ascending\"");
  }

  private static void set(GroupQuery asked, String field, String value) {
    try {
      var found = GroupQuery.class.getDeclaredField(field);
      found.setAccessible(true);
      found.set(asked, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aNameIsNoFormulaInTheTableAndANumberIsOne() {
    String table = (String) page.csv(group, new GroupQuery(), manager()).getEntity();

    assertThat(table.lines().findFirst().orElseThrow())
        .isEqualTo(
            "kpi,title,unit,total,client,name,status,value,currency,numerator,denominator,before,change,reason");
    assertThat(table)
        .contains("web.sessions,Sessions,count,added,south,\"'=South \"\"shop\"\" <b>\",known,20,")
        .contains("web.sessions,Sessions,count,added,,Nordic & <shops>,partial,120,");
  }

  @Test
  void aSearchKeepsWhatIsTickedAlsoOfClientsThatItLeavesOut() {
    Response found = pages.create("name=New&search=SOUTH&client=north&do=search&csrf=x", manager());

    assertThat(html(found))
        .contains("Also chosen: North shop")
        .contains("<input type=\"hidden\" name=\"client\" value=\"north\">")
        .contains("value=\"south\"")
        .doesNotContain("type=\"checkbox\" name=\"client\" value=\"west\"");
    assertThat(home.workspace().groups().all()).hasSize(1);

    pages.create("name=New&search=SOUTH&client=north&client=south&do=save&csrf=x", manager());
    assertThat(home.workspace().groups().names().get(NORTH.id()))
        .containsExactly("New", "Nordic & <shops>");
  }

  @Test
  void aGroupIsRenamedAndRemovedAfterAQuestion() {
    pages.change(group, "name=Shops&client=west&do=save", manager());
    assertThat(home.workspace().groups().find(group).orElseThrow().members()).containsExactly(WEST);

    assertThat(html(pages.removing(group, manager()))).contains("Only the group goes");
    assertThat(home.workspace().groups().all()).hasSize(1);
    pages.remove(group, "");
    assertThat(home.workspace().groups().all()).isEmpty();
    assertThat(html(pages.list(manager()))).contains("A group shows several clients side by side");
  }

  private static String html(Response answer) {
    return (String) answer.getEntity();
  }
}

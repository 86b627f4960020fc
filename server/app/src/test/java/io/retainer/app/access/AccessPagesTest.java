package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letting people and programs in, on pages. */
class AccessPagesTest {

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-11-02T08:00:00Z");
  private TestHome home;
  private Accounts accounts;
  private AccessPages access;
  private PersonPages person;
  private SecurityContext olga;

  @BeforeEach
  void open() {
    home = new TestHome(folder, clock, folder.resolve("no-scripts"));
    accounts = new Accounts(home::state, clock);
    var steps = new SecondSteps(home::state, home.workspace()::sealingKey, clock);
    var invitations =
        new InvitationDesk(
            new Invitations(home::state, accounts, clock), URI.create("http://127.0.0.1/"));
    var pages = new Pages();
    access =
        new AccessPages(
            home.workspace(),
            accounts,
            new ApiTokens(home::state, clock),
            steps,
            invitations,
            pages);
    person =
        new PersonPages(
            home.workspace(),
            accounts,
            new Sessions(home::state, clock),
            steps,
            new Identities(home::state, clock),
            invitations,
            pages);
    olga = visit(accounts.add("olga", "four unrelated words", Role.OWNER).orElseThrow());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static SecurityContext visit(Account account) {
    var visit = new Visit(Optional.of(account), Language.EN, Visit.Theme.SYSTEM, "csrf", "/access");
    Map<String, Object> answers = Map.of("getUserPrincipal", visit, "isSecure", false);
    return (SecurityContext)
        Proxy.newProxyInstance(
            AccessPagesTest.class.getClassLoader(),
            new Class<?>[] {SecurityContext.class},
            (proxy, method, arguments) -> answers.get(method.getName()));
  }

  private static String html(Response answer) {
    return answer.getEntity().toString().replaceAll("\\s+", " ");
  }

  @Test
  void choosesNeitherRoleNorClientsForWhoAddsSomebody() {
    String page = html(access.show(olga));

    assertThat(page).contains("Choose a role").doesNotContain("value=\"all\" checked");
    assertThat(page).doesNotContainPattern("value=\"(owner|manager|viewer)\" selected");
  }

  @Test
  void givesNothingToAReaderForWhomNoClientsWereChosen() {
    Response answer =
        access.addAccount("name=rita&role=stakeholder&client=" + TestHome.SHOP.id().value(), olga);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(html(answer))
        .contains("value=\"rita\"")
        .containsPattern("value=\"stakeholder\" selected")
        .containsPattern("value=\"fjell\" checked")
        .containsPattern("id=\"person-sees\" role=\"alert\">Say for which clients");
    assertThat(accounts.all()).extracting(Account::name).containsExactly("olga");
  }

  @Test
  void showsTheFormAgainWhereChosenClientsAreMissingOrOfAnOwner() {
    assertThat(html(access.addAccount("name=rita&role=viewer&sees=some", olga)))
        .contains("Choose at least one client.")
        .contains("value=\"rita\"")
        .contains("value=\"some\" checked");
    assertThat(html(access.addAccount("name=rita&role=owner&sees=some&client=fjell", olga)))
        .contains("An owner sees all clients.");
    assertThat(html(access.addAccount("name=rita&sees=all", olga))).contains("Choose a role.");
    assertThat(html(access.addAccount("role=viewer&sees=all", olga)))
        .contains("id=\"person-name\"");
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void showsTheFormOfATokenAgainToo() {
    String page = html(access.addToken("label=sync&days=0&role=viewer&sees=some", olga));

    assertThat(page)
        .contains("value=\"sync\"", "id=\"program-days\"", "Choose at least one client.");
  }

  @Test
  void showsAPersonAgainAsTheyWereChosen() {
    Account rita = accounts.add("rita", "five unrelated words", Role.VIEWER).orElseThrow();

    Response answer = person.change(rita.id(), "role=stakeholder&sees=some", olga);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(html(answer))
        .containsPattern("value=\"stakeholder\" selected")
        .contains("Choose at least one client.");
    assertThat(accounts.find(rita.id()).orElseThrow().role()).isEqualTo(Role.VIEWER);
  }

  @Test
  void letsInAsChosen() {
    assertThat(access.addAccount("name=rita&role=stakeholder&sees=some&client=fjell", olga))
        .extracting(Response::getStatus)
        .isEqualTo(200);
    Account rita =
        accounts.all().stream()
            .filter(each -> each.name().equals("rita"))
            .findFirst()
            .orElseThrow();
    assertThat(accounts.clients(rita)).containsExactly(TestHome.SHOP.id());
    assertThat(access.addAccount("name=ben&password=four+green+birds+sing&role=owner", olga))
        .extracting(Response::getStatus)
        .isEqualTo(303);
  }
}

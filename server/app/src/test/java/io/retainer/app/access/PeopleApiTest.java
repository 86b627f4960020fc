package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.workspace.contract.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and tokens as programs see them. */
class PeopleApiTest {

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-11-02T08:00:00Z");
  private TestHome home;
  private Accounts accounts;
  private ApiTokens tokens;
  private Invitations invitations;
  private PeopleApi people;
  private Account olga;
  private Account kai;

  @BeforeEach
  void open() {
    home = new TestHome(folder, clock);
    accounts = new Accounts(home::state, clock);
    tokens = new ApiTokens(home::state, clock);
    invitations = new Invitations(home::state, accounts, clock);
    people =
        new PeopleApi(
            home.workspace(),
            accounts,
            new Sessions(home::state, clock),
            new SecondSteps(home::state, home.workspace()::sealingKey, clock),
            new InvitationDesk(invitations, URI.create("https://reports.agency.example/")));
    olga = accounts.add("olga", "four unrelated words", Role.OWNER).orElseThrow();
    kai =
        accounts
            .invite("kai", new Reach(Role.STAKEHOLDER, Optional.of(Set.of(TestHome.SHOP.id()))))
            .orElseThrow();
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static JsonNode read(String json) throws Exception {
    return Json.read(json);
  }

  @Test
  void listsWhoMayComeInAndForWhichClients() throws Exception {
    JsonNode list = read(people.list());

    assertThat(list).hasSize(2);
    assertThat(list.get(0).path("name").asText()).isEqualTo("kai");
    assertThat(list.get(0).path("clients")).hasToString("[\"fjell\"]");
    assertThat(list.get(1).path("clients").isNull()).isTrue();
    assertThat(people.list()).doesNotContain("password");
  }

  @Test
  void changesHoldAtOnceAndTheLastOwnerStays() throws Exception {
    JsonNode changed = read(people.change(kai.id(), "{\"role\": \"viewer\", \"clients\": null}"));
    assertThat(changed.path("role").asText()).isEqualTo("viewer");
    assertThat(changed.path("clients").isNull()).isTrue();
    assertThat(accounts.find(kai.id()).orElseThrow().isLimited()).isFalse();

    assertThatThrownBy(() -> people.change(olga.id(), "{\"role\": \"viewer\"}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has to be the owner");
    assertThatThrownBy(() -> people.remove(olga.id())).hasMessageContaining("has to be the owner");
    assertThatThrownBy(() -> people.lock(olga.id())).hasMessageContaining("has to be the owner");
  }

  @Test
  void aRoleWithNoClientsIsNoRoleForAllOfThem() {
    assertThatThrownBy(() -> people.change(kai.id(), "{\"role\": \"viewer\", \"clients\": []}"))
        .hasMessageContaining("at least one client");
    assertThatThrownBy(
            () -> people.change(kai.id(), "{\"role\": \"viewer\", \"clients\": [\"other\"]}"))
        .hasMessageContaining("other");
    assertThatThrownBy(() -> people.change(kai.id(), "{\"role\": \"god\", \"client\": 1}"))
        .hasMessageContaining("is no role")
        .hasMessageContaining("\"client\" is not known");
  }

  @Test
  void aLinkOfAnInvitationIsForOneAndTheNextOneTakesItsPlace() throws Exception {
    String first = key(people.invitation(kai.id()));
    String second = key(people.invitation(kai.id()));

    assertThat(invitations.who(first)).isEmpty();
    assertThat(invitations.who(second)).contains(kai);
    clock.advance(Invitations.LIFETIME);
    assertThat(invitations.who(second)).isEmpty();
    assertThat(invitations.use(second)).isFalse();
  }

  private static String key(String json) throws Exception {
    String link = read(json).path("invitation").asText();
    assertThat(link).startsWith("https://reports.agency.example/invited?key=");
    return link.substring(link.indexOf('=') + 1);
  }

  @Test
  void whoIsLockedHasNoTokenThatWorksUntilTheyAreUnlocked() throws Exception {
    Account ben = accounts.add("ben", "another long password", Role.OWNER).orElseThrow();
    String secret = tokens.add("script", Role.VIEWER, Duration.ofDays(1), ben);

    assertThat(read(people.lock(ben.id())).path("locked").asBoolean()).isTrue();
    assertThat(tokens.holder(secret)).isEmpty();
    assertThat(accounts.signIn("ben", "another long password")).isEmpty();
    people.unlock(ben.id());
    assertThat(tokens.holder(secret)).isPresent();
    assertThat(accounts.signIn("ben", "another long password")).contains(ben);
  }

  @Test
  void aTokenIsForSoManyDaysAndForChosenClients() {
    assertThatThrownBy(() -> ApiTokens.lifetime("731")).hasMessageContaining("1 to 730 days");
    assertThatThrownBy(() -> ApiTokens.lifetime("0")).hasMessageContaining("1 to 730 days");
    Reach reach =
        ReachInput.of(
            home.workspace(), JsonInput.parse("{\"role\": \"viewer\", \"clients\": [\"fjell\"]}"));
    String secret = tokens.add("script", reach, Duration.ofDays(1), olga);

    Account script = tokens.holder(secret).orElseThrow();
    assertThat(script.isLimited()).isTrue();
    assertThat(tokens.maker(script.id())).contains(olga.id());
    assertThat(accounts.scopes().get(script.id())).containsExactly("fjell");
    clock.advance(Duration.ofDays(1));
    assertThat(tokens.holder(secret)).isEmpty();
  }
}

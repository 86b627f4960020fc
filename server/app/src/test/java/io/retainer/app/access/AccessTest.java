package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.OwnerKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-11-02T08:00:00Z");
  private TestHome home;
  private Accounts accounts;
  private Sessions sessions;
  private ApiTokens tokens;
  private OwnerLink link;
  private Account olga;

  @BeforeEach
  void open() {
    home = new TestHome(folder, clock);
    accounts = new Accounts(home::state, clock);
    sessions = new Sessions(home::state, clock);
    tokens = new ApiTokens(home::state, clock);
    link = new OwnerLink(home::state, accounts, clock);
    olga = accounts.add("olga", "four unrelated words", Role.OWNER).orElseThrow();
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void letsInWithTheRightNameAndPasswordOnly() {
    assertThat(accounts.signIn("olga", "four unrelated words")).contains(olga);
    assertThat(accounts.signIn("olga", "four unrelated word")).isEmpty();
    assertThat(accounts.signIn("nobody", "four unrelated words")).isEmpty();
  }

  @Test
  void doesNotReplaceAnAccountOfTheSameName() {
    assertThat(accounts.add("olga", "another long password", Role.VIEWER)).isEmpty();
    assertThat(accounts.signIn("olga", "four unrelated words")).contains(olga);
  }

  @Test
  void thereIsAlwaysAnOwnerAndOneSeesAllClients() {
    assertThat(accounts.change(olga, Reach.everywhere(Role.VIEWER))).isFalse();
    assertThat(accounts.remove(olga)).isFalse();
    Account ben = accounts.add("ben", "another long password", Role.OWNER).orElseThrow();
    assertThat(accounts.change(olga, Reach.everywhere(Role.VIEWER))).isTrue();
    assertThat(accounts.remove(ben)).isFalse();
    assertThatThrownBy(() -> new Reach(Role.OWNER, Optional.of(Set.of(TestHome.SHOP.id()))))
        .hasMessageContaining("sees all clients");
    assertThatThrownBy(() -> new Reach(Role.VIEWER, Optional.of(Set.of())))
        .hasMessageContaining("at least one client");
  }

  @Test
  void whoSeesAClientIsWhoSeesAllOrIsGivenIt() {
    Client other =
        new Client(
            new ClientId("other"),
            "Other",
            TestHome.SHOP.zone(),
            TestHome.SHOP.locale(),
            TestHome.SHOP.currency());
    home.workspace().clients().add(other);
    Account anna =
        accounts
            .add(
                "anna",
                "a long password here",
                new Reach(Role.STAKEHOLDER, Optional.of(Set.of(TestHome.SHOP.id()))))
            .orElseThrow();
    Account ben = accounts.add("ben", "another long password", Role.MANAGER).orElseThrow();
    accounts.lock(ben);

    assertThat(accounts.whoSees(TestHome.SHOP.id())).containsExactly(anna, olga);
    assertThat(accounts.whoSees(other.id())).containsExactly(olga);
  }

  @Test
  void anOpenSessionSeesFromItsNextRequestOnWhatWasChanged() {
    home.workspace().clients().add(TestHome.SHOP);
    Account ben = accounts.add("ben", "another long password", Role.MANAGER).orElseThrow();
    String session = sessions.open(ben);
    var other = new Reach(Role.VIEWER, Optional.of(Set.of(TestHome.SHOP.id())));
    assertThat(accounts.change(ben, other)).isTrue();

    Account now = sessions.holder(session).orElseThrow();
    assertThat(now.role()).isEqualTo(Role.VIEWER);
    assertThat(now.isLimited()).isTrue();
    assertThat(accounts.clients(now)).containsExactly(TestHome.SHOP.id());
    sessions.closeAll(ben);
    assertThat(sessions.holder(session)).isEmpty();
  }

  @Test
  void aNewPasswordTakesThePlaceOfTheOldOne() {
    accounts.changePassword(olga, "five other unrelated words");

    assertThat(accounts.signIn("olga", "four unrelated words")).isEmpty();
    assertThat(accounts.signIn("olga", "five other unrelated words")).contains(olga);
  }

  @Test
  void somebodySeesTheirSessionsAndEndsAllButThisOne() {
    String here = sessions.open(olga);
    String there = sessions.open(olga);

    assertThat(sessions.of(olga, here))
        .extracting(Sessions.OpenSession::isThis)
        .containsExactlyInAnyOrder(true, false);
    sessions.closeOthers(olga, here);
    assertThat(sessions.holder(here)).contains(olga);
    assertThat(sessions.holder(there)).isEmpty();
  }

  @Test
  void keepsNoPasswordAndNoSecret() {
    String session = sessions.open(olga);
    String token = tokens.add("script", Role.VIEWER, Duration.ofDays(1), olga);

    String stored =
        home.state()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select password_hash from account union all"
                                + " select fingerprint from session union all"
                                + " select fingerprint from api_token")
                        .mapTo(String.class)
                        .list()
                        .toString());

    assertThat(stored).doesNotContain("four unrelated words", session, token);
  }

  @Test
  void endsASessionThatIsIdleOrOldOrSignedOut() {
    String secret = sessions.open(olga);
    assertThat(sessions.holder(secret)).contains(olga);

    clock.advance(Sessions.IDLE.minusMinutes(1));
    assertThat(sessions.holder(secret)).contains(olga);
    clock.advance(Sessions.IDLE.plusMinutes(1));
    assertThat(sessions.holder(secret)).isEmpty();

    String second = sessions.open(olga);
    sessions.close(second);
    assertThat(sessions.holder(second)).isEmpty();
  }

  @Test
  void honoursATokenUntilItExpiresOrIsRevoked() {
    String secret = tokens.add("script", Role.VIEWER, Duration.ofDays(1), olga);
    assertThat(tokens.holder(secret).map(Account::role)).contains(Role.VIEWER);

    clock.advance(Duration.ofDays(1));
    assertThat(tokens.holder(secret)).isEmpty();

    String revoked = tokens.add("other", Role.VIEWER, Duration.ofDays(1), olga);
    tokens.all().forEach(token -> tokens.revoke(token.id()));
    assertThat(tokens.holder(revoked)).isEmpty();
  }

  @Test
  void usesTheOwnerLinkOnceAndNotAfterADay() {
    String first = link.renew();
    String second = link.renew();

    assertThat(link.isValid(first)).isFalse();
    assertThat(link.use(second)).isTrue();
    assertThat(link.use(second)).isFalse();

    String late = link.renew();
    clock.advance(OwnerKey.LIFETIME);
    assertThat(link.use(late)).isFalse();
  }

  @Test
  void leadsOnlyToItsOwnPages() {
    assertThat(Redirects.local("/clients?id=1")).isEqualTo("/clients?id=1");
    assertThat(Redirects.local("//evil.example")).isEqualTo("/");
    assertThat(Redirects.local("/\\evil.example")).isEqualTo("/");
    assertThat(Redirects.local("https://evil.example/")).isEqualTo("/");
    assertThat(Redirects.local(null)).isEqualTo("/");
  }
}

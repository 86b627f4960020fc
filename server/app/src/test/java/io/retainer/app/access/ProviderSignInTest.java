package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.retainer.app.TestHome;
import io.retainer.app.access.Arrivals.Outcome;
import io.retainer.app.oidc.OidcSettings;
import io.retainer.app.oidc.OpenIdProvider;
import io.retainer.app.oidc.SmallProvider;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coming in by an OpenID provider that answers over HTTP, and those who should not. */
class ProviderSignInTest {

  private static final URI SERVER = URI.create("http://127.0.0.1:8080/");
  private static final String UNKNOWN = "sign-in.provider-unknown";
  private static final String OTHER = "sign-in.provider-other-browser";
  private static final String REFUSED = "sign-in.provider-refused";
  private static final String ROLES =
      "admins=owner, sales=manager, fjell-readers=stakeholder:fjell+gone, gone=viewer:gone";

  @TempDir private Path folder;
  private final Clock clock = Clock.systemUTC();
  private final List<String> told = new ArrayList<>();
  private SmallProvider small;
  private TestHome home;
  private Accounts accounts;
  private Sessions sessions;
  private SecondSteps steps;
  private Identities identities;
  private Invitations invitations;
  private Doors doors;
  private Arrivals arrivals;
  private Account olga;

  @BeforeEach
  void open() throws IOException {
    small = new SmallProvider();
    home = new TestHome(folder, clock);
    accounts = new Accounts(home::state, clock);
    sessions = new Sessions(home::state, clock);
    steps = new SecondSteps(home::state, home.workspace()::sealingKey, clock);
    identities = new Identities(home::state, clock);
    invitations = new Invitations(home::state, accounts, clock);
    doors =
        new Doors(
            sessions,
            steps,
            new HalfwayIn(home::state, accounts, clock),
            new Devices(home.workspace()::sealingKey));
    arrivals =
        new Arrivals(
            provider(),
            new ProviderEntry(
                accounts,
                sessions,
                identities,
                (who, change, language) -> told.add(who.name() + " " + change),
                RolesByClaim.parse(ROLES),
                client -> home.workspace().clients().find(client).isPresent()),
            invitations);
    olga = accounts.add("olga@agency.example", "four unrelated words", Role.OWNER).orElseThrow();
  }

  @AfterEach
  void close() {
    home.close();
    small.close();
  }

  private OpenIdProvider provider() {
    Map<String, String> set =
        Map.of(
            "retainer.oidc.issuer", small.issuer(),
            "retainer.oidc.client-id", SmallProvider.CLIENT,
            "retainer.oidc.client-secret", SmallProvider.SECRET);
    return new OpenIdProvider(
        OidcSettings.of(key -> Optional.ofNullable(set.get(key)), SERVER).orElseThrow(), clock);
  }

  /** A browser: what it left for, and who is signed in there. */
  private final class Visitor {

    private String cookie;
    private String session;

    URI leave(Errand errand) {
      cookie = errand.cookie();
      return small.back(arrivals.way(errand).orElseThrow());
    }

    URI leave() {
      return leave(Errand.fresh(Errand.Kind.ENTER, "/reports"));
    }

    Outcome back(URI address) {
      Map<String, String> query = query(address);
      Outcome outcome =
          arrivals.of(
              new Arrivals.Answer(query.get("code"), query.get("state"), query.get("iss")),
              new Arrivals.Browser(cookie, account(), Language.EN));
      cookie = null;
      if (outcome instanceof Outcome.Entered entered && !doors.asksForCode(entered)) {
        session = sessions.open(entered.account(), entered.withSecondStep());
      }
      return outcome;
    }

    /** There and back. */
    Outcome signIn() {
      return back(leave());
    }

    Outcome accept(String invitation) {
      return back(leave(Errand.fresh(Errand.Kind.ACCEPT, invitation)));
    }

    Optional<Account> account() {
      return Optional.ofNullable(session).flatMap(sessions::holder);
    }
  }

  private static Map<String, String> query(URI address) {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private void says(UnaryOperator<JWTClaimsSet.Builder> claims) {
    small.says(claims);
  }

  private void isIn(String... groups) {
    says(claims -> claims.claim("groups", List.of(groups)));
  }

  private static void isRefused(Outcome outcome, String problem) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(problem));
  }

  /** Without a question to the provider. */
  private static void isNotEvenAsked(Outcome outcome, String problem) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(problem, false));
  }

  private static void leadsTo(Outcome outcome, String next) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Entered.class, entered -> assertThat(entered.next()).isEqualTo(next));
  }

  @Test
  void nobodyComesInWhomNobodyHasLetInHoweverWellProven() {
    says(claims -> claims.claim("email", "olga@agency.example").claim("email_verified", true));
    isRefused(new Visitor().signIn(), UNKNOWN);
    assertThat(accounts.all()).containsExactly(olga);
  }

  @Test
  void whoWasInvitedComesInWithTheLinkAndLaterWithoutIt() {
    Account ben = accounts.invite("ben", Reach.everywhere(Role.MANAGER)).orElseThrow();
    String link = invitations.renew(ben);
    var browser = new Visitor();

    leadsTo(browser.accept(link), "/");
    assertThat(browser.account()).contains(ben);
    assertThat(told).containsExactly("ben PROVIDER_ON");
    var another = new Visitor();
    leadsTo(another.signIn(), "/reports");
    assertThat(another.account()).contains(ben);
    says(claims -> claims.subject("somebody else"));
    isRefused(new Visitor().accept(link), "invited.invalid");
  }

  @Test
  void whoWasSignedOutThereIsSignedOutHereInEveryBrowserAndNobodyElse() throws Exception {
    Account ben = accounts.invite("ben", Reach.everywhere(Role.MANAGER)).orElseThrow();
    var browser = new Visitor();
    browser.accept(invitations.renew(ben));
    var another = new Visitor();
    another.signIn();
    String olgas = sessions.open(olga);

    assertThat(arrivals.signedOut(small.logoutToken(usual -> usual.subject("a stranger"))))
        .isEmpty();
    assertThat(browser.account()).contains(ben);
    assertThat(arrivals.signedOut(small.logoutToken(usual -> usual))).contains(ben);

    assertThat(browser.account()).isEmpty();
    assertThat(another.account()).isEmpty();
    assertThat(sessions.holder(olgas)).contains(olga);
  }

  @Test
  void thePersonIsWhoTheProviderMeansAndNotWhoHasTheSameAddress() {
    Account ben =
        accounts.invite("ben@agency.example", Reach.everywhere(Role.MANAGER)).orElseThrow();
    new Visitor().accept(invitations.renew(ben));
    says(
        claims ->
            claims
                .subject("who got the address later")
                .claim("email", "ben@agency.example")
                .claim("email_verified", true));
    isRefused(new Visitor().signIn(), UNKNOWN);
  }

  @Test
  void onePersonOfTheProviderIsOnePersonHere() {
    Account ben = accounts.invite("ben", Reach.everywhere(Role.MANAGER)).orElseThrow();
    Account eva = accounts.invite("eva", Reach.everywhere(Role.VIEWER)).orElseThrow();
    new Visitor().accept(invitations.renew(ben));
    isRefused(new Visitor().accept(invitations.renew(eva)), "sign-in.provider-taken");
  }

  @Test
  void whoCameInByAGroupComesInAgainAlsoBeforeThereIsAnOwner() {
    home.state().useHandle(handle -> handle.execute("delete from account"));
    isIn("sales");
    leadsTo(new Visitor().signIn(), "/reports");
    leadsTo(new Visitor().signIn(), "/reports");
  }

  /** Letters that nobody sees make no second name that looks like the owner's. */
  @Test
  void nobodyIsCalledLikeSomebodyElseByWhatIsNotSeen() {
    says(
        claims ->
            claims
                .claim("email", "olga\u200b@agency\u202e.example\u0000")
                .claim("email_verified", true)
                .claim("groups", List.of("sales")));

    new Visitor().signIn();

    assertThat(accounts.all()).hasSize(2).contains(olga);
    assertThat(accounts.all())
        .filteredOn(account -> !account.equals(olga))
        .extracting(Account::name)
        .allMatch(name -> name.contains(SmallProvider.SUBJECT))
        .allMatch(name -> name.matches("[^\\p{Cc}\\p{Cf}]+"));
  }

  @Test
  void refusesWhatAnotherBrowserHasBegun() {
    isIn("sales");
    var attacker = new Visitor();
    URI theirs = attacker.leave();
    var victim = new Visitor();
    isNotEvenAsked(victim.back(theirs), OTHER);
    victim.leave();
    isNotEvenAsked(victim.back(theirs), OTHER);
    assertThat(victim.account()).isEmpty();
  }

  @Test
  void refusesWhatItsCookieWasChangedTo() {
    Account ben = accounts.invite("ben", Reach.everywhere(Role.MANAGER)).orElseThrow();
    var browser = new Visitor();
    URI back = browser.leave();
    Errand errand = Errand.of(browser.cookie).orElseThrow();
    for (Errand.Kind kind : List.of(Errand.Kind.ACCEPT, Errand.Kind.CONNECT)) {
      String about = kind == Errand.Kind.ACCEPT ? invitations.renew(ben) : ben.id();
      browser.cookie = new Errand(errand.secret(), kind, about).cookie();
      isNotEvenAsked(browser.back(back), OTHER);
    }
  }

  @Test
  void refusesTheSameWayBackTwice() {
    isIn("sales");
    var browser = new Visitor();
    URI back = browser.leave();
    String cookie = browser.cookie;
    leadsTo(browser.back(back), "/reports");
    isNotEvenAsked(browser.back(back), OTHER);
    browser.cookie = cookie;
    isRefused(browser.back(back), REFUSED);
  }

  @Test
  void refusesWhatAnotherProviderSaysAndWhatTheProviderRefuses() {
    isIn("sales");
    var browser = new Visitor();
    URI back = browser.leave();
    isNotEvenAsked(browser.back(URI.create(back + "&iss=https://evil.example")), OTHER);
    browser.leave();
    String state = Errand.of(browser.cookie).orElseThrow().attempt().state();
    URI denied = URI.create(SERVER + "x?error=access_denied&state=" + state);
    isNotEvenAsked(browser.back(denied), REFUSED);
  }

  @Test
  void leadsToNoOtherSite() {
    isIn("sales");
    for (String next :
        List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x")) {
      var browser = new Visitor();
      leadsTo(browser.back(browser.leave(Errand.fresh(Errand.Kind.ENTER, next))), "/");
    }
  }

  @Test
  void groupsThatTheOperatorNamedLetInAndSayAnewEachTimeWhatOneMay() {
    isIn("fjell-readers", "cleaning");
    says(
        claims ->
            claims
                .claim("groups", List.of("fjell-readers", "cleaning"))
                .claim("email", "kai@fjell.example")
                .claim("email_verified", true));
    var browser = new Visitor();
    browser.signIn();
    Account kai = browser.account().orElseThrow();
    assertThat(kai.name()).isEqualTo("kai@fjell.example");
    assertThat(kai.role()).isEqualTo(Role.STAKEHOLDER);
    assertThat(accounts.clients(kai)).containsExactly(TestHome.SHOP.id());

    isIn("sales", "fjell-readers");
    new Visitor().signIn();
    assertThat(browser.account().orElseThrow().role()).isEqualTo(Role.MANAGER);
    assertThat(browser.account().orElseThrow().isLimited()).isFalse();

    isIn("cleaning");
    isRefused(new Visitor().signIn(), UNKNOWN);
    assertThat(browser.account()).as("who has lost the group is out everywhere").isEmpty();
  }

  @Test
  void aGroupForAClientThatIsNotThereLetsNobodyIn() {
    isIn("gone");
    isRefused(new Visitor().signIn(), UNKNOWN);
  }

  @Test
  void groupsDoNotChangeWhomAnOwnerHasInvited() {
    Account ben = accounts.invite("ben", Reach.everywhere(Role.VIEWER)).orElseThrow();
    new Visitor().accept(invitations.renew(ben));
    isIn("admins");
    var browser = new Visitor();
    browser.signIn();
    assertThat(browser.account().orElseThrow().role()).isEqualTo(Role.VIEWER);
  }

  @Test
  void takesNobodysNameAndNoAddressThatIsNotVerified() {
    says(
        claims ->
            claims
                .claim("groups", List.of("sales"))
                .claim("preferred_username", "olga@agency.example"));
    var browser = new Visitor();
    browser.signIn();
    assertThat(browser.account().orElseThrow().name()).isEqualTo("248289761001");

    says(
        claims ->
            claims
                .subject("2")
                .claim("groups", List.of("sales"))
                .claim("email", "olga@agency.example")
                .claim("email_verified", true));
    var other = new Visitor();
    other.signIn();
    assertThat(other.account().orElseThrow().name()).isEqualTo("olga agency.example · 2");
    assertThat(other.account().orElseThrow().id()).isNotEqualTo(olga.id());
  }

  @Test
  void aSecondStepOfTheProviderCountsAndWithoutOneOursIsAskedFor() {
    steps.require(Set.of(Role.MANAGER));
    isIn("sales");
    var browser = new Visitor();
    browser.signIn();
    assertThat(browser.account().orElseThrow().owesSecondStep()).isTrue();
    says(claims -> claims.claim("groups", List.of("sales")).claim("amr", List.of("pwd", "otp")));
    browser.signIn();
    assertThat(browser.account().orElseThrow().owesSecondStep()).isFalse();

    setUpASecondStep(browser.account().orElseThrow());
    isIn("sales");
    var another = new Visitor();
    another.signIn();
    assertThat(another.account()).as("the code is asked for").isEmpty();
  }

  private void setUpASecondStep(Account account) {
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into second_step"
                        + " (account_id, key_id, secret, begun_at, confirmed_at)"
                        + " values (?, 'x', ?, current_timestamp, current_timestamp)",
                    account.id(),
                    new byte[] {1}));
  }

  @Test
  void whoIsLockedComesInByNoDoorAndTheLastOwnerCannotBe() {
    isIn("sales");
    var browser = new Visitor();
    browser.signIn();
    Account kai = browser.account().orElseThrow();

    assertThat(accounts.lock(kai)).isTrue();
    assertThat(browser.account()).isEmpty();
    isRefused(new Visitor().signIn(), UNKNOWN);
    accounts.unlock(kai);
    browser.signIn();
    assertThat(browser.account()).contains(kai);
    assertThat(accounts.lock(olga)).isFalse();
  }

  @Test
  void whoIsSignedInConnectsTheirAccountAndNobodyElses() {
    var browser = new Visitor();
    browser.session = sessions.open(olga);
    URI back = browser.leave(Errand.fresh(Errand.Kind.CONNECT, olga.id()));
    var stranger = new Visitor();
    stranger.cookie = browser.cookie;
    assertThat(browser.back(back)).isEqualTo(new Outcome.Connected());
    assertThat(told).containsExactly("olga@agency.example PROVIDER_ON");
    isRefused(stranger.back(stranger.leave(Errand.fresh(Errand.Kind.CONNECT, olga.id()))), OTHER);
    var later = new Visitor();
    later.signIn();
    assertThat(later.account()).contains(olga);
  }

  @Test
  void anAccountWithoutAPasswordHasNoneThatFits() {
    accounts.invite("ben", Reach.everywhere(Role.MANAGER)).orElseThrow();
    assertThat(accounts.signIn("ben", "")).isEmpty();
    assertThat(accounts.signIn("ben", "null")).isEmpty();
  }
}

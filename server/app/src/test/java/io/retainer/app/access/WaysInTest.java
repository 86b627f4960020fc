package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.app.oidc.OidcSettings;
import io.retainer.app.oidc.OpenIdProvider;
import io.retainer.app.oidc.SmallProvider;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser is answered that comes with an invitation, or back from the provider. */
class WaysInTest {

  private static final URI SERVER = URI.create("http://127.0.0.1:8080/");
  private static final String HERE = "192.0.2.1";
  private static final String PASSWORD = "four unrelated words";
  private static final int FREE_TRIES = 5;

  @TempDir private Path folder;
  private final Clock clock = Clock.systemUTC();
  private final Throttle throttle = new Throttle(Clock.fixed(clock.instant(), ZoneOffset.UTC));
  private SmallProvider small;
  private TestHome home;
  private Accounts accounts;
  private Sessions sessions;
  private Invitations invitations;
  private InvitedResource invited;
  private ProviderResource way;
  private Account ben;

  @BeforeEach
  void open() throws IOException {
    small = new SmallProvider();
    home = new TestHome(folder, clock);
    accounts = new Accounts(home::state, clock);
    sessions = new Sessions(home::state, clock);
    invitations = new Invitations(home::state, accounts, clock);
    var steps = new SecondSteps(home::state, home.workspace()::sealingKey, clock);
    var doors =
        new Doors(
            sessions,
            steps,
            new HalfwayIn(home::state, accounts, clock),
            new Devices(home.workspace()::sealingKey));
    var pages = new Pages();
    var provider = Optional.of(provider());
    var entry =
        new ProviderEntry(
            accounts,
            sessions,
            new Identities(home::state, clock),
            (who, change, language) -> {},
            RolesByClaim.parse(""),
            client -> false);
    invited = new InvitedResource(invitations, accounts, sessions, doors, provider, pages);
    way =
        new ProviderResource(
            provider.map(there -> new Arrivals(there, entry, invitations)),
            SERVER,
            throttle,
            doors,
            new SignInPage(new OwnerLink(home::state, accounts, clock), provider, pages),
            pages);
    ben = accounts.invite("ben", Reach.everywhere(Role.MANAGER)).orElseThrow();
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

  private static SecurityContext nobody() {
    var visit = new Visit(Optional.empty(), Language.EN, Visit.Theme.SYSTEM, "", "/");
    return fake(SecurityContext.class, Map.of("getUserPrincipal", visit, "isSecure", false));
  }

  private static HttpServletRequest request() {
    return fake(HttpServletRequest.class, Map.of("getRemoteAddr", HERE));
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            WaysInTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }

  private static void says(Response answer, String key) {
    assertThat(answer.getEntity().toString()).contains(Texts.in(Language.EN).text(key));
  }

  private Response choose(String key, String password) {
    return invited.choose(
        "key=%s&password=%s&repeated=%s".formatted(key, password, password), nobody(), request());
  }

  @Test
  void whoWasInvitedChoosesAPasswordOnceAndIsIn() {
    String key = invitations.renew(ben);
    String elsewhere = sessions.open(ben);
    assertThat(invited.form(key, nobody()).getEntity().toString()).contains("ben");

    says(choose(key, "short"), "account.password-length");
    Response in = choose(key, PASSWORD);

    assertThat(in.getLocation()).hasToString("/");
    assertThat(sessions.holder(in.getCookies().get(Cookies.SESSION).getValue())).contains(ben);
    assertThat(sessions.holder(elsewhere)).as("signed in before").isEmpty();
    assertThat(accounts.signIn("ben", PASSWORD)).contains(ben);
    says(choose(key, "another long password"), "invited.invalid");
    assertThat(accounts.signIn("ben", PASSWORD)).contains(ben);
  }

  @Test
  void noLinkLetsAnybodyInWhoIsLocked() {
    String key = invitations.renew(ben);
    accounts.add("olga", PASSWORD, Role.OWNER);
    accounts.lock(ben);

    says(choose(key, PASSWORD), "invited.invalid");
    assertThat(accounts.hasPassword(ben)).isFalse();
  }

  private Response back(Errand errand, String code, String state) {
    String cookie = errand == null ? null : errand.cookie();
    return way.back(code, state, null, cookie, nobody(), request());
  }

  @Test
  void waysBackThatAnotherSiteMakesUpKeepNobodyOut() {
    Errand errand = Errand.fresh(Errand.Kind.ENTER, "/");
    for (int i = 0; i <= FREE_TRIES; i++) {
      says(back(null, "code", "state"), "sign-in.provider-other-browser");
      says(back(errand, "code", "state"), "sign-in.provider-other-browser");
      says(back(errand, null, errand.attempt().state()), "sign-in.provider-refused");
    }
    assertThat(throttle.wait(HERE)).isEmpty();
  }

  @Test
  void questionsToTheProviderAreSlowedLikeGuesses() {
    Errand errand = Errand.fresh(Errand.Kind.ENTER, "/");
    String state = errand.attempt().state();
    for (int i = 0; i < FREE_TRIES; i++) {
      says(back(errand, "guess " + i, state), "sign-in.provider-refused");
    }
    says(back(errand, "guess", state), "sign-in.wait-a-little");
  }
}

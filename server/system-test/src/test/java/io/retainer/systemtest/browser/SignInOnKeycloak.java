package io.retainer.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.retainer.systemtest.RunningProduct;
import io.retainer.systemtest.UsedHome;
import io.retainer.workspace.contract.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Signing in by a provider that is not ours, in a real browser, from the first click to the
 * sign-out there. By the profile {@code keycloak}, which fetches it: see README, Benchmarks.
 */
@TestMethodOrder(OrderAnnotation.class)
class SignInOnKeycloak {

  private static final String PASSWORD = "a long and winding road";
  private static final String BEN = "ben@agency.example";
  private static final String INES = "ines@agency.example";
  private static final String PROVIDER = "main a[href^='/sign-in/provider?']";

  private static Keycloak keycloak;
  private static RunningProduct product;
  private static Chromium chromium;
  private static String invitation = "";

  @BeforeAll
  static void start() throws Exception {
    Path home = UsedHome.cleared();
    Path log = Files.createDirectories(Path.of("target")).resolve("keycloak.log");
    keycloak = new Keycloak(Path.of(System.getProperty("keycloak.home")), log);
    product =
        RunningProduct.start(
            home,
            Map.of(
                "RETAINER_OIDC_ISSUER",
                keycloak.issuer(),
                "RETAINER_OIDC_CLIENT_ID",
                Keycloak.CLIENT,
                "RETAINER_OIDC_CLIENT_SECRET",
                Keycloak.SECRET,
                "RETAINER_OIDC_NAME",
                "Agency login",
                "RETAINER_OIDC_ROLES",
                "sales=manager, fjell-readers=stakeholder:fjell"));
    keycloak.register(product.server().url());
    chromium = Chromium.open(product.server().url());
    ObjectNode fjell = Json.object().put("id", "fjell").put("name", "Fjell Oy");
    fjell.put("zone", "Europe/Helsinki").put("locale", "fi").put("currency", "EUR");
    product.api().post("clients", fjell);
    beginAsOwner();
  }

  /** Ben gets an account with a password, Ines an invitation. */
  private static void beginAsOwner() {
    try (Window window = chromium.window(Look.DESK, List.of())) {
      window.open(product.server().ownerLink().orElseThrow());
      window.fill("name", "aino");
      window.fill("password", PASSWORD);
      window.fill("repeated", PASSWORD);
      window.press("main button.primary");
      add(window, BEN, PASSWORD);
      add(window, INES, "");
      invitation = URI.create(window.page().locator("main .secret").innerText()).toString();
    }
  }

  private static void add(Window window, String name, String password) {
    window.open("/access");
    window.page().locator("main details summary").first().click();
    window.fill("name", name);
    window.fill("password", password);
    window.page().locator("form[action='/access/accounts'] [name=role]").selectOption("manager");
    window.page().locator("form[action='/access/accounts'] [name=sees][value=all]").check();
    window.press("form[action='/access/accounts'] button.primary");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (product != null) {
      product.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  private static Window fresh() {
    return chromium.window(Look.DESK, List.of());
  }

  /** From our sign-in page to the provider's, and back. */
  private static void signIn(Window window, String user) {
    window.open("/sign-in");
    window.press(PROVIDER);
    signInThere(window, user);
  }

  private static void signInThere(Window window, String user) {
    window.page().locator("#username").fill(user);
    window.page().locator("#password").fill(user + " of the agency");
    window.press("#kc-login");
  }

  /** Keycloak asks back. */
  private static void signOutThere(Window window) {
    window.press("main a.primary");
    window.press("#kc-logout");
    assertThat(window.page().url()).isEqualTo(at("/sign-in"));
  }

  private static String at(String path) {
    return product.server().url().resolve(path).toString();
  }

  private static void isIn(Window window, String name) {
    assertThat(window.page().url()).isEqualTo(at("/"));
    assertThat(window.page().locator(".who").innerText()).contains(name);
  }

  private static void isRefused(Window window, String why) {
    assertThat(window.page().locator("main [role=alert]").innerText()).contains(why);
    assertThat(window.page().locator(".who").count()).isZero();
  }

  /** Of our own pages; the browser itself says so of what was refused. */
  private static void isSound(Window window) {
    assertThat(window.complaints())
        .filteredOn(each -> !each.contains(" " + keycloak.issuer()))
        .allMatch(each -> each.contains("status of 422"));
  }

  @Test
  @Order(1)
  void whoHasAGroupComesInAsWhatItSaysAndTheBrowserShowsNobodyASecret() {
    try (Window window = fresh()) {
      window.open("/kpis");
      window.press(PROVIDER);
      assertThat(window.page().url())
          .startsWith(keycloak.issuer())
          .contains("response_type=code", "code_challenge_method=S256", "state=", "nonce=")
          .doesNotContain(Keycloak.SECRET.replace(' ', '+'), "code_verifier");
      signInThere(window, "olga");

      assertThat(window.page().url()).as("where she was going").isEqualTo(at("/kpis"));
      assertThat(window.page().locator(".who").innerText()).contains("olga@agency.example");
      window.open("/account");
      window.lookClosely("provider-account");
      window.open("/clients/new");
      assertThat(window.page().locator("main form").count()).as("a manager").isPositive();
      window.open("/access");
      assertThat(window.page().locator("form[action='/access/accounts']").count())
          .as("and no owner")
          .isZero();
    }
  }

  @Test
  @Order(2)
  void whoHasNoRightsReadsWhyAndMayComeInAsSomebodyElse() {
    try (Window window = fresh()) {
      signIn(window, "anna");
      isRefused(window, "sinulla ei ole pääsyä tänne");
      window.lookClosely("provider-refused");

      window.press("main a[href='/sign-in/provider/out']");
      window.lookClosely("provider-out");
      signOutThere(window);
      window.press(PROVIDER);
      signInThere(window, "olga");
      isIn(window, "olga@agency.example");
      isSound(window);
    }
  }

  @Test
  @Order(3)
  void theSameAddressIsNoProofAndWhoHasAnAccountConnectsIt() {
    try (Window window = fresh()) {
      signIn(window, "ben");
      isRefused(window, "sinulla ei ole pääsyä tänne");
      window.fill("name", BEN);
      window.fill("password", PASSWORD);
      window.press("main button.primary");
      isIn(window, BEN);

      window.open("/account");
      window.page().locator("form[action='/account/provider'] [name=current]").fill(PASSWORD);
      window.press("form[action='/account/provider'] button");
      window.lookClosely("provider-connect");
      window.press("main a.primary");
      assertThat(window.page().url()).isEqualTo(at("/account"));
      assertThat(window.page().locator("form[action='/account/provider/remove']").count()).isOne();
      isSound(window);
    }
    try (Window later = fresh()) {
      signIn(later, "ben");
      isIn(later, BEN);
    }
  }

  @Test
  @Order(4)
  void whoWasInvitedComesInByTheProviderAndNeedsNoPassword() {
    try (Window window = fresh()) {
      window.open(invitation);
      window.press("main a[href^='/sign-in/provider?invitation=']");
      signInThere(window, "ines");
      isIn(window, INES);
      isSound(window);
    }
    try (Window later = fresh()) {
      signIn(later, "ines");
      isIn(later, INES);
    }
  }

  @Test
  @Order(5)
  void anAddressThatIsNotVerifiedIsNobodysNameAndAReaderSeesTheirClientAlone() {
    try (Window window = fresh()) {
      signIn(window, "kai");
      assertThat(window.page().url()).as("a reader's first page").isEqualTo(at("/reports"));
      assertThat(window.page().locator(".who").innerText()).contains("kai").doesNotContain("@");
      Page page = window.page();
      page.navigate("/clients/new");
      assertThat(page.locator("main form[action='/clients']").count()).isZero();
    }
  }

  @Test
  @Order(6)
  void whoSignsOutHereIsLedToSignOutThereToo() {
    try (Window window = fresh()) {
      signIn(window, "olga");
      window.press("form[action='/sign-out'] button");
      assertThat(window.page().url()).isEqualTo(at("/sign-in/provider/out"));
      window.press("main a[href='/sign-in']");
      window.press(PROVIDER);
      isIn(window, "olga@agency.example");

      window.press("form[action='/sign-out'] button");
      signOutThere(window);
      window.press(PROVIDER);
      assertThat(window.page().locator("#password").count()).as("asked for anew").isOne();
      isSound(window);
    }
  }

  @Test
  @Order(7)
  void whatAnotherBrowserHasBegunIsRefusedAndACodeWorksOnce() {
    try (Window window = fresh();
        Window another = fresh()) {
      String way = wayBack(window);
      another.open(way);
      isRefused(another, "toisessa selaimessa");
      window.open(way);
      isIn(window, "olga@agency.example");
      window.open(way);
      assertThat(window.page().locator("main [role=alert]").innerText())
          .contains("toisessa selaimessa");
    }
  }

  /**
   * The address that the provider sends the browser back to, which it does not come in by: what it
   * left for is forgotten, and remembered afterwards.
   */
  private static String wayBack(Window window) {
    AtomicReference<String> way = new AtomicReference<>("");
    window
        .page()
        .onRequest(
            asked -> {
              if (asked.url().startsWith(at("/sign-in/provider/callback"))) {
                way.set(asked.url());
              }
            });
    window.open("/sign-in");
    window.press(PROVIDER);
    BrowserContext context = window.page().context();
    List<Cookie> left =
        context.cookies(at("/")).stream()
            .filter(cookie -> cookie.name.equals("retainer-provider"))
            .toList();
    context.clearCookies(new ClearCookiesOptions().setName("retainer-provider"));
    signInThere(window, "olga");
    isRefused(window, "toisessa selaimessa");
    context.addCookies(left);
    return way.get();
  }

  @Test
  @Order(8)
  void keysThatTheProviderChangesAreTakenAtOnce() throws Exception {
    keycloak.changeKeys();
    try (Window window = fresh()) {
      signIn(window, "olga");
      isIn(window, "olga@agency.example");
    }
  }

  @Test
  @Order(9)
  void aWrongSecretIsSaidToBeTheServersFault() throws Exception {
    keycloak.changeSecret("another one");
    try (Window window = fresh()) {
      signIn(window, "olga");
      isRefused(window, "ei hyväksy tätä palvelinta");
      window.lookClosely("provider-stranger");
      keycloak.changeSecret(Keycloak.SECRET);
      window.press(PROVIDER);
      isIn(window, "olga@agency.example");
      isSound(window);
    }
  }

  @Test
  @Order(10)
  void whileTheProviderIsAwayAPasswordStillWorks() {
    try (Window window = fresh()) {
      String way = wayBack(window);
      keycloak.close();
      window.open(way);
      isRefused(window, "ei vastaa");
      window.fill("name", BEN);
      window.fill("password", PASSWORD);
      window.press("main button.primary");
      isIn(window, BEN);
    }
  }
}

package io.retainer.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import io.retainer.systemtest.ApiSchemas;
import io.retainer.systemtest.OwnMailServer;
import io.retainer.systemtest.RunningProduct;
import io.retainer.systemtest.UsedHome;
import io.retainer.workspace.contract.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What an agency does in its first hour, and every page looked at in four ways. */
@TestMethodOrder(OrderAnnotation.class)
class JourneysIT {

  private static final DemoBusiness SHOP = DemoBusiness.all().get(1);
  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  private static final Route.FetchOptions PATIENT = new Route.FetchOptions().setTimeout(0);
  private static final YearMonth LAST = YearMonth.from(LocalDate.now(SHOP.zone())).minusMonths(1);
  private static final String PASSWORD = "a long and winding road";
  private static final int PATIENCE_MILLIS = 300_000;
  private static final long FIRST_PAGE_BYTES = 100_000;
  private static final int HELD = 6;

  private static OwnMailServer mailServer;
  private static RunningProduct product;
  private static Chromium chromium;
  private static List<Cookie> signedIn = List.of();
  private static String run = "";
  private static String schedule = "";
  private static String sketch = "";

  @BeforeAll
  static void start() throws Exception {
    Chromium.assumeInstalled();
    mailServer = OwnMailServer.knowing(recipient -> !recipient.equals("eero@client.example"));
    product =
        RunningProduct.start(
            UsedHome.cleared(),
            Map.of(
                "RETAINER_MAIL_HOST", "127.0.0.1",
                "RETAINER_MAIL_PORT", String.valueOf(mailServer.port()),
                "RETAINER_MAIL_SECURITY", "none"));
    chromium = Chromium.open(product.server().url());
  }

  @AfterAll
  static void stop() throws Exception {
    if (product != null) {
      product.close();
    }
    if (mailServer != null) {
      mailServer.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  @Order(1)
  void anEmptyServerMakesItsOwnerByTheLinkAndTakesAClient() {
    try (Window window = chromium.window(Look.DESK, List.of())) {
      window.open(product.server().ownerLink().orElseThrow());
      window.lookClosely("welcome");
      window.fill("name", "aino");
      window.fill("password", PASSWORD);
      window.fill("repeated", PASSWORD);
      window.press("main button.primary");
      window.lookClosely("home-empty");
      signedIn = window.cookies();

      window.press("main a[href='/clients/new']");
      window.fill("name", SHOP.name());
      window.fill("id", SHOP.id());
      window.fill("zone", SHOP.zone().getId());
      window.page().locator("[name=locale]").selectOption("en");
      window.fill("currency", "EUR");
      window.press("main button.primary");

      assertThat(window.page().title()).contains(SHOP.name());
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  @Order(2)
  void filesAreUploadedWithTheirResultOnThePage() {
    try (Window window = chromium.window(Look.PHONE, signedIn)) {
      window.open("/uploads?client=" + SHOP.id());
      window.page().locator("input[type=file]").setInputFiles(exports());
      window.page().locator("main button.primary").first().click();
      Locator results = window.page().locator("main .status.good");
      results.first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
      window.lookClosely("uploaded");

      assertThat(window.page().locator("main .status.bad").count()).isZero();
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  @Order(3)
  void aScheduledReportIsLookedAtApprovedAndSent() {
    try (Window window = chromium.window(Look.DESK, signedIn)) {
      window.open("/schedules/new");
      window.page().locator("[name=report]").selectOption("monthly-performance");
      window.page().locator("[name=approval]").selectOption("needed");
      window.page().locator("[name=incomplete]").selectOption("send");
      window.fill("recipients", "aino@client.example\neero@client.example");
      window.press("main button.primary");
      schedule = window.lastPart();
      window.press("form[action$='/run'] button.primary");
      window.lookClosely("schedule");

      String link = "main a[href^='/reports/']";
      window.awaitOn("/schedules/" + schedule, link);
      run = window.page().locator(link).first().getAttribute("href").replace("/reports/", "");
      window.awaitOn("/reports/" + run, "button[value=approve]");
      window.lookClosely("report-to-approve");
      String mayGet = "/clients/" + SHOP.id() + "/mail";
      window.open(mayGet);
      window.fill("recipients", "aino@client.example\neero@client.example\nmaija@client.example");
      window.press("main button.primary");
      window.open("/reports/" + run);
      window.press("button[value=approve]");
      window.awaitOn("/deliveries?state=failed", "main .status.bad");
      seenOnAPhone("/deliveries?state=failed", "deliveries-failed");
      window.page().locator("main details summary").click();
      window.fill("recipient", "eero@elsewhere.example");
      window.press("main details button");
      window.lookClosely("deliveries-not-there");
      window.fill("recipient", "maija@client.example");
      window.press("main details button");
      window.lookClosely("deliveries-readdressed");
      assertThat(window.page().locator("main [role=status]").innerText())
          .contains("maija@client.example");
      window.awaitOn("/reports/" + run, "ol.timeline li.sent");
      assertThat(window.page().locator("ol.timeline li.readdressed").innerText())
          .contains("eero@client.example → maija@client.example");
      window.open(mayGet);
      window.fill("recipients", "");
      window.press("main button.primary");
      window.open("/reports/" + run);
      window.lookClosely("report-sent");

      window.open("/deliveries");
      assertThat(window.page().locator("main").innerText())
          .contains("aino@client.example", "eero@client.example", "maija@client.example");
      assertThat(window.complaints()).allMatch(each -> each.contains("status of 422"));
    }
  }

  private static void seenOnAPhone(String path, String name) {
    try (Window phone = chromium.window(Look.PHONE, signedIn)) {
      phone.open(path);
      phone.page().locator("main details summary").click();
      phone.lookClosely(name);
      assertThat(phone.complaints()).isEmpty();
    }
  }

  @Test
  @Order(4)
  void aTableNobodyKnowsIsImportedByTheWizard() {
    String table = "Datum,Menge\n" + LAST.atDay(1) + ",12\n" + LAST.atDay(2) + ",30\n";
    try (Window window = chromium.window(Look.PHONE, signedIn)) {
      window.open("/uploads?client=" + SHOP.id());
      window
          .page()
          .locator("input[type=file]")
          .setInputFiles(file("visits.csv", table.getBytes(StandardCharsets.UTF_8)));
      window.press("main button.primary");
      window.press("a[href^='/mappings/tables/']");
      sketch = window.lastPart();
      window.page().locator("[name=dataset]").selectOption("web_traffic");
      // Guessed before anybody presses a button.
      window.page().locator("[name='column.0'] option[value=day]:checked").waitFor(ATTACHED);
      window.lookClosely("mapping-guessed");
      window.page().locator("[name='column.1']").selectOption("sessions");
      window.press("button[value=try]");
      window.lookClosely("mapping-tried");

      assertThat(window.page().locator("#tried + .card .status.good").count()).isPositive();
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  @Order(5)
  void aDefinitionIsCheckedWhileItIsTypedAndSaved() {
    for (Look look : List.of(Look.DESK, Look.PHONE)) {
      try (Window window = chromium.window(look, signedIn)) {
        window.open("/kpis/orders.aov");
        window.press("main a[href$='/edit']");
        Page page = window.page();
        Editor editor = new Editor(page);
        page.locator(Editor.LIVE).waitFor();
        assertThat(page.locator(Editor.LIVE).innerText()).containsPattern("[1-9]");
        window.lookClosely("editor");

        checksCalmly(window, () -> editor.append("better", " // " + look));
        editor.replace("sum(", "summ(");
        page.locator("#result .alert").first().waitFor();
        page.locator(".cm-lintRange-error").first().waitFor();
        window.lookClosely("editor-problem");
        editor.replace("summ(", "sum(");
        page.locator(Editor.LIVE).waitFor();
        editor.awaitAnswer();
        window.press("button[value=effect]");
        assertThat(page.locator("#effect").innerText()).contains(SHOP.name(), "// " + look);
        page.locator(Editor.LIVE).waitFor();
        editor.awaitAnswer();
        window.lookClosely("editor-effect");
        page.locator("button[value=save]").click();
        page.locator(".done").waitFor();
        window.lookClosely("kpi-saved");

        assertThat(page.locator(".versions").innerText()).contains("aino", "// " + look);
        assertThat(window.complaints()).isEmpty();
      }
    }
  }

  /** While an answer takes its time the page says that it is on its way, and no longer. */
  private static void checksCalmly(Window window, Runnable edit) {
    Page page = window.page();
    List<Route> held = new ArrayList<>();
    page.route("**/edit/check", held::add);
    edit.run();
    page.locator(".checking[role=status]:not(:empty)").waitFor();
    window.lookClosely("editor-checking");
    page.unroute("**/edit/check");
    held.forEach(Route::resume);
    page.locator(".checking:empty").waitFor(ATTACHED);
  }

  @Test
  @Order(6)
  void theEditorProposesWhatMayComeNextAndWhatIsRightThereIsRightForPrograms() throws Exception {
    try (Window window = chromium.window(Look.DESK, signedIn)) {
      window.open("/kpis/own.gifts/edit");
      Page page = window.page();
      Editor editor = new Editor(page);
      page.locator(Editor.LIVE).waitFor();
      editor.replace("web_traffic", "");
      page.keyboard().type("ord");
      page.locator(".cm-tooltip-autocomplete").waitFor();
      window.lookClosely("editor-completion");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Escape");
      editor.replace("from ord", "from orders");
      editor.replace("sum(sessions)", "count()");
      editor.awaitAnswer();
      assertThat(page.locator("#result").innerText()).contains("sessions");
      assertThat(window.complaints()).isEmpty();
    }
    String vocabulary = product.api().get("kpi-vocabulary").toString();
    assertThat(vocabulary).contains("email_campaigns", "countOnLastDay", "orders.aov");
    ApiSchemas schemas = ApiSchemas.of(product.server().url());
    JsonNode kpi = product.api().get("kpis/orders.aov");
    schemas.describes(kpi, "get", "/api/v1/kpis/{kpi}", 200);
    schemas.describes(
        product.api().get("kpis/orders.aov/versions"), "get", "/api/v1/kpis/{kpi}/versions", 200);
    ObjectNode draft = Json.object().put("text", kpi.path("text").asText());
    draft.put("client", SHOP.id()).put("period", LAST.toString());
    JsonNode checked = product.api().post("kpi-checks", draft);
    schemas.describes(checked, "post", "/api/v1/kpi-checks", 200);
    assertThat(checked.path("figures").path(0).path("value").isNumber()).isTrue();
    ObjectNode other =
        Json.object()
            .put("text", kpi.path("text").asText().replace("kpi('orders.aov')", "kpi('own.aov')"));
    other.putArray("clients").add(SHOP.id());
    other.putArray("periods").add(LAST.toString());
    JsonNode effect = product.api().post("kpi-effects", other);
    schemas.describes(effect, "post", "/api/v1/kpi-effects", 200);
    assertThat(effect.path("problems")).isEmpty();
    assertThat(effect.path("rows").path(0).path("after").path("value").isNumber()).isTrue();
  }

  @Test
  @Order(7)
  void aDefinitionIsWrittenWithoutAnyScriptToo() {
    try (Window window = chromium.windowWithoutScripts(Look.PHONE, signedIn)) {
      window.open("/kpis/own.plain/edit");
      Page page = window.page();
      String begun = page.locator("[name=draft]").inputValue();
      page.locator("[name=draft]").fill(begun.replace("expect: 120", "expect: 121"));
      window.press("button[value=save]");
      assertThat(page.locator("#refused").innerText()).contains("expected 121");
      page.locator("[name=draft]").fill(begun);
      window.press("button[value=check]");
      assertThat(page.locator("#result .status.good").count()).isEqualTo(1);
      page.locator("[name=stage]").selectOption("retention");
      window.press("button[value=save]");

      assertThat(page.url()).contains("/kpis/own.plain?saved=");
      assertThat(page.locator("main").innerText()).contains("retention/own.plain.groovy");
    }
  }

  @Test
  @Order(7)
  void aSectionIsComposedSeenSavedAndTakenBackWithOrWithoutScripts() {
    for (Look look : List.of(Look.DESK, Look.PHONE)) {
      try (Window window =
          look.equals(Look.DESK)
              ? chromium.window(look, signedIn)
              : chromium.windowWithoutScripts(look, signedIn)) {
        window.open("/clients/" + SHOP.id() + "/templates/monthly-performance");
        window.press("button[value='add:']");
        Page page = window.page();
        Locator own = page.locator("section:has(> input[name=own])");
        window.press("button[value=save]");
        assertThat(own.locator(".field-problem").count()).isGreaterThanOrEqualTo(2);
        if (look.equals(Look.DESK)) {
          window.look("composing-refused");
        }

        own.locator("[name^='title.']").first().fill("Trade fairs " + look.language());
        Locator sessions = page.locator("#kpis option:text-is('web.sessions')");
        own.locator("[name^='figures.']").first().fill(sessions.getAttribute("value"));
        own.locator("[name^='shape.']").selectOption("BARS");
        own.locator("[name^='by.']").selectOption("channel");
        window.press("button[value=check]:not(.blind)");
        assertThat(page.locator("#changes").innerText()).contains("Trade fairs", "by channel");
        if (look.equals(Look.DESK)) {
          window.look("composing-own");
          assertThat(previewed(page)).isEqualTo("200 application/pdf");
        } else {
          Page waiting = page.waitForPopup(() -> page.locator("button[value=preview-own]").click());
          assertThat(waiting.locator("main [role=status]").innerText()).isNotBlank();
          assertThat(waiting.locator("main button.primary").count()).isOne();
          waiting.close();
        }
        window.press("button[value=save]");
        assertThat(own.count()).isEqualTo(1);

        window.press("button[value^='restore:'] >> nth=0");
        assertThat(own.count()).isZero();
        // The browser says so itself.
        assertThat(window.complaints()).allMatch(each -> each.contains("status of 422"));
      }
    }
  }

  /**
   * What the button that opens another window brings there, where it is asked for at once. The
   * browser is given a word in its place: one that shows a PDF may never close again.
   */
  private static String previewed(Page page) {
    List<String> answers = new ArrayList<>();
    page.context()
        .route(
            "**/templates/**",
            route -> {
              if (String.valueOf(route.request().postData()).contains("preview-own-now")) {
                APIResponse answer = route.fetch(PATIENT);
                answers.add(answer.status() + " " + answer.headers().get("content-type"));
                route.fulfill(new Route.FulfillOptions().setBody("made"));
              } else {
                route.resume();
              }
            });
    Page waiting = page.waitForPopup(() -> page.locator("button[value=preview-own]").click());
    page.waitForCondition(() -> !answers.isEmpty());
    waiting.waitForLoadState();
    waiting.close();
    page.context().unroute("**/templates/**");
    return answers.get(0);
  }

  @Test
  @Order(7)
  void whatASchedulesFormRefusesIsSaidInTheReadersLanguage() {
    try (Window window = chromium.window(Look.PHONE, signedIn)) {
      window.open("/schedules/new");
      window.fill("recipients", "анна@client.example");
      window.press("main button.primary");

      Locator wrong = window.page().locator("#recipients-wrong");
      assertThat(wrong.innerText()).contains("ліст адправіць нельга");
      assertThat(wrong.getAttribute("lang")).isNull();
      assertThat(window.page().evaluate("() => document.activeElement.name"))
          .as("where it is to be corrected")
          .isEqualTo("recipients");
      window.lookClosely("schedule-refused");
      // The browser says so itself.
      assertThat(window.complaints()).allMatch(each -> each.contains("status of 422"));
    }
  }

  @Test
  @Order(7)
  void whatADestinationIsUsedByIsNamedBeforeItIsRemoved() throws Exception {
    ObjectNode bank = Json.object().put("name", "bank").put("kind", "sftp");
    bank.put("target", "sftp://reports@sftp.client.example/in").put("secret", "hush");
    bank.putArray("hostKeys").add("SHA256:" + "A".repeat(43));
    bank.putArray("clients").add(SHOP.id());
    product.api().post("destinations", bank);
    ObjectNode sends = Json.object().put("client", SHOP.id()).put("report", "seo");
    sends
        .put("rule", "day last at 08:00")
        .put("enabled", false)
        .putArray("recipients")
        .add("bank@sftp");
    product.api().post("schedules", sends);
    try (Window window = chromium.window(Look.DESK, signedIn)) {
      window.open("/destinations");
      window.press("form[action='/destinations/bank@sftp/remove'] button");

      assertThat(window.page().locator("#used").innerText()).contains("bank@sftp");
      window.lookClosely("destination-used");
      assertThat(product.api().get("destinations")).hasSize(1);
      // The browser says so itself.
      assertThat(window.complaints()).allMatch(each -> each.contains("status of 422"));
    }
  }

  /** Periods from before there was any data are held, as there is nothing to say about them. */
  @Test
  @Order(7)
  void reportsThatAreHeldWaitForSomebody() throws Exception {
    for (int month = 1; month <= HELD; month++) {
      ObjectNode old = Json.object().put("period", "2020-0" + month);
      product.api().post("schedules/" + schedule + "/run", old);
    }
    try (Window window = chromium.window(Look.DESK, signedIn)) {
      window.awaitOn("/operations", "tr:nth-child(" + HELD + ") [name=occurrence]");
      window.open("/");
      assertThat(window.page().locator("a[href='/operations?choose=late']").count()).isOne();
    }
  }

  @Test
  @Order(9)
  void manyHeldReportsAreAnsweredTogetherByKeyboardAndWithoutScripts() throws Exception {
    String chosen = "[name=occurrence]:checked";
    try (Window window = chromium.windowWithoutScripts(Look.PHONE, signedIn)) {
      window.open("/operations?choose=all");
      assertThat(window.page().locator(chosen).count()).isEqualTo(HELD);
      window.page().locator(chosen).first().uncheck();
      window.press("button[value=skip]");
      assertThat(window.page().locator("[role=status] .status.good").innerText())
          .endsWith(": " + (HELD - 1));
    }
    try (Window window = chromium.window(Look.DESK, signedIn)) {
      window.open("/operations");
      Page page = window.page();
      page.locator("[name=occurrence]").focus();
      page.keyboard().press("Space");
      assertThat(page.locator(chosen).count()).isOne();
      page.waitForResponse(
          answer -> answer.request().method().equals("POST"), () -> page.keyboard().press("Enter"));
      page.locator(chosen).waitFor();
      assertThat(product.api().get("held-reports")).as("nothing leaves by accident").hasSize(1);
      page.locator("button[value=run]").focus();
      page.keyboard().press("Enter");
      page.locator("[role=status] .status.good").waitFor();
      window.lookClosely("held-answered");
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  @Order(9)
  void oneFormMakesTheSchedulesOfSeveralClientsByKeyboardAndTheyAreUndone() throws Exception {
    try (Window window = chromium.window(Look.DESK, signedIn)) {
      BurstJourney.byKeyboard(window, product.api(), SHOP.id());
      // The browser says so itself.
      assertThat(window.complaints()).allMatch(each -> each.contains("status of 422"));
    }
  }

  /** Two browsers at a time, as one waits for the server as long as the server for it. */
  @Test
  @Order(8)
  void everyPageIsSoundInEveryLanguageLookAndWidth() throws Exception {
    AllPages pages = new AllPages(SHOP.id(), LAST.toString(), run, schedule, sketch, group());
    ExecutorService browsers = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<String>>> seen = new ArrayList<>();
      for (Look look : Look.ALL) {
        seen.add(browsers.submit(() -> complaints(look, pages)));
      }
      for (Future<List<String>> each : seen) {
        assertThat(each.get()).isEmpty();
      }
    } finally {
      browsers.shutdownNow();
    }
  }

  private static List<String> complaints(Look look, AllPages pages) {
    List<String> complaints = new ArrayList<>();
    try (Chromium browser = Chromium.open(product.server().url())) {
      try (Window window = browser.window(look, signedIn)) {
        pages.byName().forEach((name, path) -> see(window, look, name, path));
        complaints.addAll(window.complaints());
      }
      try (Window stranger = browser.window(look, List.of())) {
        stranger.open("/sign-in");
        stranger.lookClosely("sign-in");
        complaints.addAll(stranger.complaints());
      }
    }
    return complaints;
  }

  private static void see(Window window, Look look, String name, String path) {
    window.open(path);
    // An issued report has its own number on it, by which it is found again.
    if (!name.equals("issue-page")) {
      window.readForInternals(name);
    }
    if (look.isClose()) {
      window.lookClosely(name);
    } else {
      window.look(name);
    }
  }

  /** The shop and nobody else; its figures are described as they are. */
  private String group() throws Exception {
    ApiSchemas schemas = ApiSchemas.of(product.server().url());
    ObjectNode wanted = Json.object().put("name", "Nordic shops");
    wanted.putArray("clients").add(SHOP.id());
    JsonNode added = product.api().post("groups", wanted);
    schemas.describes(added, "post", "/api/v1/groups", 201);
    String id = added.path("id").asText();
    JsonNode figures = product.api().get("groups/" + id + "/kpis?period=" + LAST);
    schemas.describes(figures, "get", "/api/v1/groups/{group}/kpis", 200);
    assertThat(figures.path("kpis")).isNotEmpty();
    return id;
  }

  @Test
  @Order(9)
  void theFirstPageIsLight() {
    for (String path : List.of("/sign-in", "/")) {
      try (Window window = chromium.window(Look.PHONE, path.equals("/") ? signedIn : List.of())) {
        List<Response> responses = new ArrayList<>();
        window.page().onResponse(responses::add);
        window.open(path);
        window.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        long bytes =
            responses.stream()
                .map(response -> response.request().sizes())
                .mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
        assertThat(bytes).as("bytes of " + path).isPositive().isLessThan(FIRST_PAGE_BYTES);
      }
    }
  }

  private static FilePayload[] exports() {
    return SHOP.exports(LAST).stream()
        .filter(export -> export.name().contains(LAST.toString()))
        .map((Export export) -> file(export.name(), export.content()))
        .toArray(FilePayload[]::new);
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }
}

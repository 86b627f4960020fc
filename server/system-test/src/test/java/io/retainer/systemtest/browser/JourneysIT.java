package io.retainer.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import io.retainer.systemtest.RunningProduct;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What an agency does in its first hour, and every page looked at in four ways. */
@TestMethodOrder(OrderAnnotation.class)
class JourneysIT {

  private static final DemoBusiness SHOP = DemoBusiness.all().get(1);
  private static final YearMonth LAST = YearMonth.from(LocalDate.now(SHOP.zone())).minusMonths(1);
  private static final String PASSWORD = "a long and winding road";
  private static final int PATIENCE_MILLIS = 90_000;
  private static final long FIRST_PAGE_BYTES = 100_000;

  @TempDir private static Path folder;
  private static RunningProduct product;
  private static Chromium chromium;
  private static List<Cookie> signedIn = List.of();
  private static String run = "";
  private static String schedule = "";
  private static String sketch = "";

  @BeforeAll
  static void start() throws Exception {
    Chromium.assumeInstalled();
    product = RunningProduct.start(folder.resolve("home"), Map.of());
    chromium = Chromium.open(product.server().url());
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (product != null) {
      product.close();
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
      schedule = lastPart(window.page());
      window.press("form[action$='/run'] button.primary");
      window.lookClosely("schedule");

      String link = "main a[href^='/reports/']";
      waitFor(window, "/schedules/" + schedule, link);
      run = window.page().locator(link).first().getAttribute("href").replace("/reports/", "");
      waitFor(window, "/reports/" + run, "button[value=approve]");
      window.lookClosely("report-to-approve");
      window.press("button[value=approve]");
      waitFor(window, "/reports/" + run, "ol.timeline li.sent");
      window.lookClosely("report-sent");

      window.open("/deliveries");
      assertThat(window.page().locator("main").innerText())
          .contains("aino@client.example", "eero@client.example");
      assertThat(window.complaints()).isEmpty();
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
      sketch = lastPart(window.page());
      window.page().locator("[name=dataset]").selectOption("web_traffic");
      window.press("button[value=try]");
      window.page().locator("[name='column.0']").selectOption("day");
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
        String live = "#result .live";
        page.locator(live).waitFor();
        assertThat(page.locator(live).innerText()).containsPattern("[1-9]");
        window.lookClosely("editor");

        Locator text = page.locator(".cm-content");
        text.locator("text=better").first().click();
        page.keyboard().press("End");
        page.keyboard().type(" // " + look);
        replace(page, "sum(", "summ(");
        page.locator("#result .alert").first().waitFor();
        page.locator(".cm-lintRange-error").first().waitFor();
        window.lookClosely("editor-problem");
        replace(page, "summ(", "sum(");
        page.locator(live).waitFor();
        window.press("button[value=effect]");
        assertThat(page.locator("#effect").innerText()).contains(SHOP.name());
        page.locator(live).waitFor();
        page.waitForCondition(() -> page.locator("#result[aria-busy]").count() == 0);
        page.locator("button[value=save]").click();
        page.locator(".done").waitFor();
        window.lookClosely("kpi-saved");

        assertThat(page.locator(".versions").innerText()).contains("aino", "// " + look);
        assertThat(window.complaints()).isEmpty();
      }
    }
  }

  /** Writes over the first such words of the text, as a person does with the keyboard. */
  private static void replace(Page page, String words, String by) {
    page.locator(".cm-content").evaluate("content => content.focus()");
    String text = page.locator("[name=draft]").inputValue();
    String before = text.substring(0, text.indexOf(words));
    page.keyboard().press("Control+Home");
    for (long i = before.chars().filter(c -> c == '\n').count(); i > 0; i--) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Home");
    page.keyboard().press("Home");
    for (int i = before.length() - before.lastIndexOf('\n') - 1; i > 0; i--) {
      page.keyboard().press("ArrowRight");
    }
    for (int i = 0; i < words.length(); i++) {
      page.keyboard().press("Shift+ArrowRight");
    }
    page.keyboard().insertText(by);
  }

  @Test
  @Order(6)
  void everyPageIsSoundInEveryLanguageLookAndWidth() {
    List<String> complaints = new ArrayList<>();
    for (Look look : Look.ALL) {
      try (Window window = chromium.window(look, signedIn)) {
        pages()
            .forEach(
                (name, path) -> {
                  window.open(path);
                  if (look.isClose()) {
                    window.lookClosely(name);
                  } else {
                    window.look(name);
                  }
                });
        complaints.addAll(window.complaints());
      }
      try (Window stranger = chromium.window(look, List.of())) {
        stranger.open("/sign-in");
        stranger.lookClosely("sign-in");
        complaints.addAll(stranger.complaints());
      }
    }
    assertThat(complaints).isEmpty();
  }

  private static Map<String, String> pages() {
    String client = "/clients/" + SHOP.id();
    return Map.ofEntries(
        Map.entry("home", "/"),
        Map.entry("clients", "/clients"),
        Map.entry("client", client),
        Map.entry("client-edit", client + "/edit"),
        Map.entry("client-mail", client + "/mail"),
        Map.entry("targets", client + "/targets"),
        Map.entry("coverage", client + "/coverage"),
        Map.entry("uploads", "/uploads"),
        Map.entry("mapping", "/mappings/tables/" + sketch),
        Map.entry("mappings", "/mappings"),
        Map.entry("inbox", "/inbox"),
        Map.entry("reports", "/reports"),
        Map.entry("report", "/reports/" + run),
        Map.entry("issue-page", "/reports/" + run + "/page"),
        Map.entry("links", "/reports/" + run + "/links"),
        Map.entry("schedules", "/schedules"),
        Map.entry("schedule-one", "/schedules/" + schedule),
        Map.entry("schedule-edit", "/schedules/" + schedule + "/edit"),
        Map.entry("gates", "/gates/schedule/" + schedule),
        Map.entry("operations", "/operations"),
        Map.entry("deliveries", "/deliveries"),
        Map.entry("kpis", "/kpis"),
        Map.entry("kpis-with-values", "/kpis?client=" + SHOP.id() + "&period=" + LAST),
        Map.entry("kpis-none", "/kpis?q=nothingofthekind"),
        Map.entry("kpi", "/kpis/email.ctr"),
        Map.entry("kpi-new", "/kpis/own.gifts/edit"),
        Map.entry("connectors", "/connectors"),
        Map.entry("access", "/access"));
  }

  @Test
  @Order(7)
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

  private static void waitFor(Window window, String path, String selector) {
    long limit = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    window.open(path);
    while (window.page().locator(selector).count() == 0) {
      assertThat(System.nanoTime()).as(selector + " on " + path).isLessThan(limit);
      window.page().waitForTimeout(500);
      window.open(path);
    }
  }

  private static String lastPart(Page page) {
    String path = URI.create(page.url()).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
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

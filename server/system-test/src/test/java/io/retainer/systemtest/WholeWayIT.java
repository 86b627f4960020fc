package io.retainer.systemtest;

import static io.retainer.systemtest.Launcher.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.Multipart;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import io.retainer.workspace.contract.Json;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From an upload over HTTP to a mail in a real mail server, with the files opened. */
@TestMethodOrder(OrderAnnotation.class)
class WholeWayIT {

  private static final DemoBusiness SHOP = DemoBusiness.all().get(1);
  private static final YearMonth LAST = YearMonth.from(LocalDate.now(SHOP.zone())).minusMonths(1);
  private static final long MAIL_LIMIT_MILLIS = 240_000;

  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir static Path folder;
  private static Path home;
  private static GreenMail mailServer;
  private static TraceCollector collector;
  private static RunningProduct product;

  @BeforeAll
  static void startMailServerAndProduct() throws Exception {
    home = UsedHome.cleared();
    mailServer = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mailServer.start();
    collector = TraceCollector.start();
    product =
        RunningProduct.start(
            home,
            Map.of(
                "RETAINER_MAIL_HOST", "127.0.0.1",
                "RETAINER_MAIL_PORT", String.valueOf(mailServer.getSmtp().getPort()),
                "RETAINER_MAIL_SECURITY", "none",
                "RETAINER_MAIL_FROM", "Agency <reports@agency.example>",
                "RETAINER_TRACES_URL", collector.url().toString()));
  }

  @AfterAll
  static void stop() {
    if (product != null) {
      product.close();
    }
    collector.close();
    mailServer.stop();
  }

  @Test
  @Order(1)
  void uploadsBecomeAReportInTheMailOfEachRecipient() throws Exception {
    Api api = product.api();
    api.post(
        "clients",
        Json.object()
            .put("id", SHOP.id())
            .put("name", SHOP.name())
            .put("zone", SHOP.zone().getId())
            .put("locale", "fi")
            .put("currency", "EUR"));
    JsonNode results =
        api.upload("clients/" + SHOP.id() + "/imports", exportsOf(LAST.minusMonths(1), LAST));
    assertThat(results).isNotEmpty();
    results.forEach(
        result ->
            assertThat(result.path("status").asText()).as(result.toString()).isEqualTo("accepted"));

    ObjectNode schedule =
        Json.object()
            .put("client", SHOP.id())
            .put("report", "monthly-performance")
            .put("rule", "business-day 3 at 08:00 in BY");
    schedule.set(
        "recipients",
        Json.array(List.of("aino@client.example", "eero@client.example"), Json::text));
    String id = api.post("schedules", schedule).path("id").asText();
    api.post("schedules/" + id + "/run", Json.object());

    assertThat(mailServer.waitForIncomingEmail(MAIL_LIMIT_MILLIS, 2)).isTrue();
    assertThat(mailServer.getReceivedMessages())
        .extracting(message -> message.getAllRecipients()[0].toString())
        .containsExactlyInAnyOrder("aino@client.example", "eero@client.example");
    MimeMessage mail = mailServer.getReceivedMessages()[0];
    assertThat(mail.getFrom()[0]).hasToString("Agency <reports@agency.example>");
    assertThat(mail.getSubject()).contains(SHOP.name());
    var attachments = Attachments.of(mail);
    assertThat(attachments.pdfText()).contains(SHOP.name()).doesNotContain("??");
    assertThat(attachments.workbook().getNumberOfSheets()).isGreaterThan(2);
  }

  @Test
  @Order(2)
  void aCollectorSeesWhatTookHowLongAndForNobodyByName() throws Exception {
    List<String> expected =
        List.of(
            "retainer",
            "POST /api/v1/clients/{client}/imports",
            TraceCollector.span("import"),
            TraceCollector.span("report"),
            TraceCollector.span("mail"),
            TraceCollector.span("facts"),
            "retainer.question");
    // They come in parts, seconds after what they tell of.
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!expected.stream().allMatch(collector.told()::contains) && System.nanoTime() < limit) {
      Thread.sleep(200);
    }

    assertThat(collector.told()).contains(expected).doesNotContain(SHOP.name(), "aino");
  }

  /** Every name in the alert rules and on the dashboard that come with it is one it serves. */
  @Test
  @Order(2)
  void aMonitorSeesWhatWasDoneAndForNobodyByName() throws Exception {
    String metrics = metrics("application/openmetrics-text; version=1.0.0");
    assertThat(metrics)
        .contains(
            "retainer_rendering_seconds_count{outcome=\"ready\"} 1",
            "retainer_mail_attempts_total{outcome=\"taken\"} 2.0",
            "retainer_deliveries{state=\"sent\"} 2.0",
            "retainer_late 0.0",
            "route=\"/api/v1/clients/{client}/imports\"")
        .endsWith("# EOF\n")
        .doesNotContain(SHOP.id(), SHOP.name(), "aino");
    Set<String> served =
        metrics
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]")[0])
            .collect(Collectors.toSet());
    for (String file : List.of("alerts.yaml", "dashboard.json")) {
      String text =
          Files.readString(Launcher.checkout().resolve("server/cli/src/main/dist/service/" + file));
      assertThat(Pattern.compile("\\b(retainer|process|jvm)_[a-z_]+").matcher(text).results())
          .extracting(MatchResult::group)
          .as(file)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(served).contains(name));
    }
    assertThat(metrics("text/plain")).contains("# TYPE retainer_late gauge");
  }

  private static String metrics(String accepted) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(product.server().url().resolve("/api/v1/metrics"))
            .header("Authorization", "Bearer " + product.server().token())
            .header("Accept", accepted)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  @Order(2)
  void theApiAnswersAsItsDescriptionSays() throws Exception {
    Api api = product.api();
    ApiSchemas schemas = ApiSchemas.of(product.server().url());
    String client = "clients/" + SHOP.id();
    JsonNode imports = api.get(client + "/imports");
    JsonNode runs = api.get("runs");
    JsonNode schedules = api.get("schedules");
    JsonNode deliveries = api.get("deliveries");

    schemas.describes(api.get("clients"), "get", "/api/v1/clients", 200);
    schemas.describes(api.get(client), "get", "/api/v1/clients/{client}", 200);
    schemas.describes(imports, "get", "/api/v1/clients/{client}/imports", 200);
    schemas.describes(
        api.get(client + "/imports/" + imports.get(0).path("id").asText()),
        "get",
        "/api/v1/clients/{client}/imports/{name}",
        200);
    schemas.describes(
        api.post(
            client + "/targets",
            Json.object()
                .put("kpi", "orders.revenue")
                .put("period", "month")
                .put("goal", ">= 1000000")),
        "post",
        "/api/v1/clients/{client}/targets",
        200);
    JsonNode targets = api.get(client + "/targets");
    schemas.describes(targets, "get", "/api/v1/clients/{client}/targets", 200);
    assertThat(targets).hasSize(1);
    JsonNode judged = api.get(client + "/kpis?period=" + LAST + "&kpi=orders.revenue");
    assertThat(judged.at("/0/target/verdict").asText()).isEqualTo("missed");
    schemas.describes(
        api.get(client + "/kpis?period=" + LAST), "get", "/api/v1/clients/{client}/kpis", 200);
    JsonNode compared =
        api.get(
            client
                + "/kpis?period="
                + LAST
                + "&kpi=orders.revenue&compare=previous-equal,last-year-weekdays");
    schemas.describes(compared, "get", "/api/v1/clients/{client}/kpis", 200);
    assertThat(compared.at("/0/compared"))
        .extracting(one -> one.path("comparison").asText())
        .containsExactly("previous-equal", "last-year-weekdays");
    JsonNode byChannel =
        api.get(client + "/kpi-breakdowns?by=channel&top=1&kpi=orders.count&period=" + LAST);
    schemas.describes(byChannel, "get", "/api/v1/clients/{client}/kpi-breakdowns", 200);
    assertThat(byChannel.at("/total/values/0/value").isNumber()).isTrue();
    JsonNode weeks = api.get(client + "/kpi-series?grain=week&kpi=orders.aov&period=" + LAST);
    schemas.describes(weeks, "get", "/api/v1/clients/{client}/kpi-series", 200);
    schemas.describes(api.get("kpis"), "get", "/api/v1/kpis", 200);
    schemas.describes(api.get("kpi-problems"), "get", "/api/v1/kpi-problems", 200);
    schemas.describes(api.get("connectors"), "get", "/api/v1/connectors", 200);
    schemas.describes(api.get("connectors/tabular"), "get", "/api/v1/connectors/{id}", 200);
    schemas.describes(api.get("connector-problems"), "get", "/api/v1/connector-problems", 200);
    schemas.describes(api.get("reports"), "get", "/api/v1/reports", 200);
    schemas.describes(runs, "get", "/api/v1/runs", 200);
    schemas.describes(
        api.get("runs/" + runs.at("/runs/0/id").asText()), "get", "/api/v1/runs/{id}", 200);
    schemas.describes(schedules, "get", "/api/v1/schedules", 200);
    schemas.describes(
        api.get("schedules/" + schedules.at("/schedules/0/id").asText()),
        "get",
        "/api/v1/schedules/{id}",
        200);
    schemas.describes(deliveries, "get", "/api/v1/deliveries", 200);
    JsonNode counted =
        api.post("deliveries/retry?dry-run=true", Json.object().put("all", "failed"));
    schemas.describes(counted, "post", "/api/v1/deliveries/retry", 200);
    assertThat(counted.path("retried").asInt()).as("none has failed").isZero();
    schemas.describes(
        api.get("deliveries/" + deliveries.at("/deliveries/0/id").asText()),
        "get",
        "/api/v1/deliveries/{id}",
        200);
    assertThat(imports).isNotEmpty();
    assertThat(runs.path("runs")).isNotEmpty();
    assertThat(schedules.at("/schedules/0/occurrences")).isNotEmpty();
    assertThat(deliveries.path("deliveries")).hasSize(2);
  }

  /** A name that a resource takes or answers and nobody describes is a finding here. */
  @Test
  @Order(3)
  void everyOperationIsAsItsDescriptionSays() throws Exception {
    Api api = product.api();
    ObjectNode wanted = Json.object().put("name", "Described");
    wanted.putArray("clients").add(SHOP.id());
    String client = "clients/" + SHOP.id();
    var described =
        new DescribedApi(
            ApiSchemas.of(product.server().url()),
            product.server(),
            Map.ofEntries(
                Map.entry("clients/{client}", client),
                Map.entry("imports/{name}", "imports/" + first(api.get(client + "/imports"))),
                Map.entry(
                    "groups/{group}", "groups/" + api.post("groups", wanted).path("id").asText()),
                Map.entry("people/{id}", "people/" + person(api)),
                Map.entry("runs/{id}", "runs/" + first(api.get("runs").path("runs"))),
                Map.entry("gates/{owner}/{id}", "gates/client/" + SHOP.id()),
                Map.entry(
                    "schedules/{id}", "schedules/" + first(api.get("schedules").path("schedules"))),
                Map.entry(
                    "deliveries/{id}",
                    "deliveries/" + first(api.get("deliveries").path("deliveries"))),
                Map.entry("connectors/{id}", "connectors/tabular"),
                Map.entry("kpis/{kpi}", "kpis/orders.aov"),
                Map.entry("words/{report}/{period}", "words/monthly-performance/" + LAST),
                Map.entry("{section}", "_summary")),
            Map.of(
                "/api/v1/clients/{client}/kpis", "?period=" + LAST,
                "/api/v1/clients/{client}/kpi-breakdowns",
                    "?by=channel&kpi=orders.count&period=" + LAST,
                "/api/v1/clients/{client}/kpi-series", "?grain=week&kpi=orders.aov&period=" + LAST,
                "/api/v1/groups/{group}/kpis", "?period=" + LAST));

    assertThat(described.surprises()).isEmpty();
    assertThat(described.differences()).isEmpty();
  }

  private static String first(JsonNode all) {
    return all.path(0).path("id").asText();
  }

  private static String person(Api api) throws Exception {
    return api.post("people", Json.object().put("name", "pia").put("role", "viewer"))
        .path("id")
        .asText();
  }

  @Test
  @Order(3)
  void thePageOfTargetsSetsAndRemovesThem() throws Exception {
    String page = "/clients/" + SHOP.id() + "/targets";

    var wrong = form(page, "kpi=orders.count&period=month&goal=many");
    var set = form(page, "kpi=orders.count&period=month&goal=300&from=2027-01");
    var shown = form(page, "");
    var removed = form(page + "/remove", "kpi=orders.count&period=month&from=2027-01-01");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("expected a number like 1200");
    assertThat(set.statusCode()).isEqualTo(303);
    assertThat(shown.body()).contains("&gt;= 300");
    assertThat(removed.statusCode()).isEqualTo(303);
    assertThat(form(page, "").body()).doesNotContain("&gt;= 300");
    assertThat(
            new Refused(
                    404,
                    "DELETE",
                    "clients/" + SHOP.id() + "/targets/orders.count/month",
                    "application/json",
                    "application/json",
                    "")
                .asked(product.server())
                .statusCode())
        .isEqualTo(404);
  }

  /** A page of the server, sent a form unless that is empty; a token stands for a session. */
  private static HttpResponse<String> form(String page, String form) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.server().url().resolve(page))
            .header("Authorization", "Bearer " + product.server().token())
            .header("Content-Type", "application/x-www-form-urlencoded");
    return HttpClient.newHttpClient()
        .send(
            form.isEmpty()
                ? request.build()
                : request.POST(HttpRequest.BodyPublishers.ofString(form)).build(),
            BodyHandlers.ofString());
  }

  @Test
  @Order(3)
  void hostileUploadsAreRefusedWithAReasonAndTheServerLives() throws Exception {
    var form = new Multipart();
    HostileFiles.all().forEach((name, content) -> form.file("file", name, content));

    JsonNode results = product.api().upload("clients/" + SHOP.id() + "/imports", form);

    assertThat(results).hasSize(HostileFiles.all().size());
    results.forEach(
        result -> {
          assertThat(result.path("status").asText())
              .as(result.toString())
              .isIn("rejected", "unrecognised", "partial");
          assertThat(result.path("issues")).as(result.toString()).isNotEmpty();
        });
    assertThat(health()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void anUploadOfTwoGigabytesIsRefusedBeforeItArrives() throws Exception {
    String answer =
        RawRequest.answer(
            product.server(),
            "clients/" + SHOP.id() + "/imports/huge.csv",
            2L * 1024 * 1024 * 1024);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("MB");
    assertThat(health()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void nothingIsServedAfterARequestThatAProxyMayEndElsewhere() throws Exception {
    String next = "GET /health HTTP/1.1\r\nHost: retainer\r\n\r\n";
    String ambiguous =
        "POST /sign-in HTTP/1.1\r\nHost: retainer\r\nContent-Length: 44\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";

    String answers = RawRequest.answers(product.server(), ambiguous + next);

    assertThat(answers).startsWith("HTTP/1.1 4").containsOnlyOnce("HTTP/1.1 ");
    assertThat(
            RawRequest.answers(
                product.server(), next.replace("\r\n\r\n", "\r\nHost: b\r\n\r\n") + next))
        .startsWith("HTTP/1.1 400")
        .containsOnlyOnce("HTTP/1.1 ");
  }

  /** By a tunnel in another protocol a stranger would be past a proxy and what it has to say. */
  @Test
  @Order(4)
  void goesOnInNoOtherProtocolAndAnswersInThisOne() throws Exception {
    String host = " HTTP/1.1\r\nHost: retainer\r\n";
    String asks =
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAA\r\n";
    String next = "GET /health" + host + "\r\n";

    assertThat(answers("GET /health" + host + asks + "\r\n"))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("HTTP/1.1 101");
    for (String upgrade : List.of(asks, "Connection: upgrade\r\nUpgrade: another\r\n")) {
      String head = "POST /sign-in" + host + upgrade + "Content-Type: " + FORM + "\r\n";
      for (String whole :
          List.of(
              head + "Content-Length: 8\r\n\r\nname=ada",
              head + "Transfer-Encoding: chunked\r\n\r\n8\r\nname=ada\r\n0\r\n\r\n")) {
        long begin = System.nanoTime();
        assertThat(answers(whole + next))
            .as(whole)
            .startsWith("HTTP/1.1 403")
            .containsOnlyOnce("HTTP/1.1 ");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
      }
    }
    assertThat(answers("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"))
        .doesNotStartWith("\0")
        .doesNotContain("HTTP/1.1 200");
  }

  private String answers(String requests) throws IOException {
    return RawRequest.answers(product.server(), requests);
  }

  /** It asks for HTTP/2 with its first request, unless it is told not to. */
  @Test
  @Order(4)
  void takesWholeBodiesFromJavasOwnClient() throws Exception {
    String rows = "Date,Clicks,Impressions,CTR,Position\n" + "x,1,10,10%,4\n".repeat(20_000);
    byte[] file = rows.getBytes(StandardCharsets.UTF_8);
    for (HttpRequest.BodyPublisher body :
        List.of(
            HttpRequest.BodyPublishers.ofByteArray(file),
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          product
                              .server()
                              .url()
                              .resolve("/api/v1/clients/" + SHOP.id() + "/imports/odd.csv"))
                      .header("Authorization", "Bearer " + product.server().token())
                      .header("Content-Type", "application/octet-stream")
                      .timeout(Duration.ofSeconds(60))
                      .POST(body)
                      .build(),
                  BodyHandlers.ofString());

      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body())
          .contains(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
    }
  }

  @Test
  @Order(5)
  void nobodyIsServedWithoutATokenAndTheApiSaysSo() throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(product.server().url().resolve("/api/v1/clients")).build(),
                BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  @Order(6)
  void everyErrorOfTheApiIsAProblemInWords() throws Exception {
    String json = "application/json";
    String large = "{\"name\": \"" + "x".repeat(2 << 20) + "\"}";

    for (var error :
        List.of(
            new Refused(404, "GET", "nothing-here", json, json, ""),
            new Refused(404, "GET", "clients/nobody", json, json, ""),
            new Refused(404, "GET", "runs/..%2f..%2fetc/files/pdf", json, json, ""),
            new Refused(405, "DELETE", "clients", json, json, ""),
            new Refused(405, "PATCH", "clients/" + SHOP.id(), json, json, "{}"),
            new Refused(406, "GET", "clients", json, "text/csv", ""),
            new Refused(415, "POST", "clients", "text/plain", json, "id=x"),
            new Refused(400, "POST", "clients", json, json, "{\"id\": "),
            new Refused(400, "POST", "clients", json, json, "[1]"),
            new Refused(400, "POST", "clients", json, json, "{\"id\": 7, \"zone\": {}}"),
            new Refused(400, "GET", "runs?limit=-1", json, json, ""),
            new Refused(400, "GET", "deliveries?state=lost", json, json, ""),
            new Refused(413, "POST", "clients", json, json, large))) {
      var answer = error.asked(product.server());

      assertThat(answer.statusCode()).as(error.toString()).isEqualTo(error.status());
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(error.toString())
          .startsWith("application/problem+json");
      assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
      JsonNode problem = Json.read(answer.body());
      assertThat(problem.path("status").asInt()).isEqualTo(error.status());
      assertThat(problem.path("detail").asText()).as(error.toString()).isNotBlank();
    }
  }

  @Test
  @Order(7)
  void theClockIssuesWhatIsDueAndWaitsForWhatIsNotImportedYet() throws Exception {
    Api api = product.api();
    int before = mailServer.getReceivedMessages().length;
    addClient("forgetful");
    api.upload("clients/forgetful/imports", exportsOf(LAST.minusMonths(1)));
    LocalTime soon = LocalTime.now(SHOP.zone()).plusSeconds(80);
    String early = addSchedule("forgetful", soon, "late@client.example");
    String id = addSchedule(SHOP.id(), soon, "clock@client.example");

    assertThat(mailServer.waitForIncomingEmail(MAIL_LIMIT_MILLIS, before + 1)).isTrue();
    JsonNode occurrences = api.get("schedules/" + id).path("occurrences");
    assertThat(occurrences).hasSize(1);
    assertThat(occurrences.get(0).path("period").asText()).isEqualTo(LAST.toString());
    assertThat(occurrences.get(0).path("requestedBy").isNull()).as("by the clock").isTrue();

    long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAIL_LIMIT_MILLIS);
    JsonNode waiting = api.get("schedules/" + early).at("/occurrences/0");
    while (!waiting.path("reason").isTextual() && System.nanoTime() < limit) {
      Thread.sleep(200);
      waiting = api.get("schedules/" + early).at("/occurrences/0");
    }
    assertThat(waiting.path("state").asText()).isEqualTo("planned");
    assertThat(waiting.path("reason").asText()).contains("once this is imported");
    assertThat(mailServer.getReceivedMessages()).hasSize(before + 1);
    api.post("schedules/" + early + "/run", Json.object());
    assertThat(api.get("schedules/" + early).at("/occurrences/0/requestedBy").isTextual()).isTrue();
  }

  private static void addClient(String id) throws Exception {
    product
        .api()
        .post(
            "clients",
            Json.object()
                .put("id", id)
                .put("name", "Oy " + id)
                .put("zone", SHOP.zone().getId())
                .put("locale", "fi")
                .put("currency", "EUR"));
  }

  private static String addSchedule(String client, LocalTime at, String recipient)
      throws Exception {
    ObjectNode schedule =
        Json.object()
            .put("client", client)
            .put("report", "monthly-performance")
            .put("rule", "cron %d %d * * *".formatted(at.getMinute(), at.getHour()))
            .put("locale", "en");
    schedule.set("recipients", Json.array(List.of(recipient), Json::text));
    return product.api().post("schedules", schedule).path("id").asText();
  }

  @Test
  @Order(8)
  void theFiguresInTheMailAreThoseOfTheCommandLine() throws Exception {
    var attachments = Attachments.of(mailServer.getReceivedMessages()[0]);
    product.close();

    JsonNode kpis =
        Json.read(
            retainer(
                    folder,
                    "kpi",
                    "value",
                    "--home",
                    home,
                    "--client",
                    SHOP.id(),
                    "--period",
                    LAST,
                    "--kpi",
                    "web.sessions,orders.revenue",
                    "--json")
                .out());
    BigDecimal sessions = kpis.path(0).path("value").decimalValue();
    BigDecimal revenue = kpis.path(1).path("value").decimalValue();

    assertThat(attachments.figuresOf("web.sessions")).contains(sessions.doubleValue());
    assertThat(attachments.figuresOf("orders.revenue")).contains(revenue.doubleValue());
    assertThat(attachments.pdfText().replaceAll("[^0-9]", "")).contains(sessions.toPlainString());
  }

  private static Multipart exportsOf(YearMonth... months) {
    var form = new Multipart();
    for (Export export : SHOP.exports(LAST)) {
      if (Arrays.stream(months).anyMatch(month -> isOf(export, month))) {
        form.file("file", export.name(), export.content());
      }
    }
    return form;
  }

  /** Search Console names its files by the day of the export, a month later. */
  private static boolean isOf(Export export, YearMonth month) {
    return export.name().contains("-Search-")
        ? export.name().contains("-Search-" + month.plusMonths(1))
        : export.name().contains(month.toString());
  }

  private static int health() throws Exception {
    URI health = product.server().url().resolve("/health/ready");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
        .statusCode();
  }
}

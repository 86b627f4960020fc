package io.retainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.access.Visitor;
import io.retainer.app.bootstrap.LeastRoles;
import io.retainer.app.bootstrap.Operation;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The WAR as it is packaged, in a real Payara Micro. */
@ArquillianTest
@RunAsClient
class DeployedServerIT {

  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private static final Path HOME = Path.of(System.getProperty("retainer.test-home"));

  private static Visitor owner;
  private static List<Visitor> visitors;
  private static List<Visitor> limited;

  private final HttpClient browser = HttpClient.newHttpClient();

  @ArquillianResource private URL deployed;

  @TempDir private Path nowhere;

  @Deployment(testable = false)
  static WebArchive war() throws IOException {
    forgetEarlierBuilds();
    Files.createDirectories(HOME);
    Files.writeString(
        HOME.resolve("retainer.properties"), "retainer.http.trusted-proxies = 127.0.0.1, ::1\n");
    owner = Visitor.owner(HOME);
    visitors = Visitor.everybody(HOME);
    TwoClients.in(HOME);
    limited = Visitor.limited(HOME, TwoClients.OWN);
    return ShrinkWrap.create(ZipImporter.class, "retainer.war")
        .importFrom(new File(System.getProperty("retainer.war")))
        .as(WebArchive.class);
  }

  /** A home of an earlier build may lack a migration that has come between those it has. */
  private static void forgetEarlierBuilds() throws IOException {
    if (Files.exists(HOME)) {
      try (Stream<Path> all = Files.walk(HOME)) {
        for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(each);
        }
      }
    }
  }

  @Test
  void saysThatItIsReady() throws Exception {
    HttpResponse<String> health = get("/health/ready");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"status\":\"UP\"");
  }

  @Test
  void asksProgramsWithoutATokenForOneInProblemJson() throws Exception {
    HttpResponse<String> answer = get("/api/v1/clients");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void sendsABrowserThatIsNotSignedInToTheSignInPage() throws Exception {
    HttpResponse<String> answer = get("/clients");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/sign-in?next=%2Fclients");
  }

  @Test
  void greetsInTheBrowsersLanguageUnderAStrictPolicy() throws Exception {
    HttpResponse<String> page =
        browser.send(
            request("/sign-in").header("Accept-Language", "be-BY,be;q=0.9,en;q=0.5").build(),
            BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<html lang=\"be\"").contains("Уваход");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly")
        .contains("SameSite=Lax");
  }

  @Test
  void refusesAFormThatItsOwnPagesDidNotMake() throws Exception {
    HttpResponse<String> answer =
        browser.send(
            request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=a&password=b&csrf=guessed"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void behindAProxyThatIsTrustedAStrangersGuessesKeepNobodyElseOut() throws Exception {
    HttpResponse<String> page = get("/sign-in");
    Matcher csrf = CSRF.matcher(page.body());
    assertThat(csrf.find()).isTrue();
    String cookies =
        page.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";")[0])
            .collect(Collectors.joining("; "));
    List<HttpResponse<String>> guesses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      guesses.add(guess("203.0.113.7", csrf.group(1), cookies));
    }

    assertThat(guesses.subList(0, 5)).extracting(HttpResponse::statusCode).containsOnly(422);
    assertThat(guesses.get(5).statusCode()).isEqualTo(429);
    assertThat(guesses.get(5).headers().firstValue("Retry-After")).isPresent();
    assertThat(guess("203.0.113.8", csrf.group(1), cookies).statusCode()).isEqualTo(422);
  }

  private HttpResponse<String> guess(String from, String csrf, String cookies) throws Exception {
    return browser.send(
        request("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookies)
            .header("X-Forwarded-For", "198.51.100.1, " + from)
            .POST(HttpRequest.BodyPublishers.ofString("name=vera&password=guessed&csrf=" + csrf))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void describesItsApi() throws Exception {
    assertThat(get("/openapi").body()).contains("/api/v1/clients").contains("problem+json");
  }

  @Test
  void letsEachVisitorDoWhatTheTableOfRolesSaysAndNothingElse() throws Exception {
    Knocking door = door();
    List<String> surprises = new ArrayList<>();
    for (Visitor visitor : visitors) {
      for (LeastRoles.Line line : LeastRoles.table()) {
        HttpResponse<Void> answer = door.ask(line, visitor, visitor.csrf());
        boolean admitted = line.role().isEmpty() || !Knocking.isTurnedAway(answer);
        if (admitted != line.admits(visitor.role()) || Knocking.isAccident(answer)) {
          surprises.add("%s: %s answers %d".formatted(line, visitor.name(), answer.statusCode()));
        }
      }
    }

    assertThat(surprises).isEmpty();
  }

  @Test
  void aForeignClientIsToWhoIsLimitedWhatOneIsThatDoesNotExist() throws Exception {
    Knocking door = door();
    List<String> surprises = new ArrayList<>();
    String foreign = TwoClients.FOREIGN.value();
    String nobodys = "n".repeat(foreign.length());
    for (Visitor visitor : limited) {
      for (LeastRoles.Line line : LeastRoles.table()) {
        if (line.role().isEmpty() || !line.admits(visitor.role())) {
          continue;
        }
        HttpResponse<String> answer = door.askAbout(line, visitor, foreign);
        HttpResponse<String> none = door.askAbout(line, visitor, nobodys);
        boolean same =
            answer.statusCode() == none.statusCode()
                && answer.body().replace(foreign, nobodys).equals(none.body());
        boolean refused = line.of() != LeastRoles.Of.ALL || answer.statusCode() == 403;
        boolean leaks =
            line.of() == LeastRoles.Of.LIST && answer.body().contains("Name of " + foreign);
        if (!same || !refused || leaks || Knocking.isAccident(answer)) {
          surprises.add(
              "%s: %s answers %d, and %d for none"
                  .formatted(line, visitor.name(), answer.statusCode(), none.statusCode()));
        }
      }
    }

    assertThat(surprises).isEmpty();
  }

  @Test
  void whoIsLimitedSeesTheirOwnClientAndInListsNothingElse() throws Exception {
    Knocking door = door();
    List<String> surprises = new ArrayList<>();
    String own = TwoClients.OWN.value();
    for (Visitor visitor : limited) {
      for (LeastRoles.Line line : LeastRoles.table()) {
        if (!line.method().equals("GET") || line.role().isEmpty() || !line.admits(visitor.role())) {
          continue;
        }
        HttpResponse<String> answer = door.askAbout(line, visitor, own);
        boolean isOne =
            (line.of() == LeastRoles.Of.PATH || line.of() == LeastRoles.Of.OWNER)
                && !line.path().replace("{client}", "").replaceAll("^/gates.*", "").contains("{");
        // Asked too little, or there is no report yet that could be shown.
        boolean isFound = Set.of(200, 400, 409).contains(answer.statusCode());
        boolean leaks = answer.body().contains(TwoClients.FOREIGN.value());
        if (isOne && !isFound || leaks) {
          surprises.add("%s: %s answers %d".formatted(line, visitor.name(), answer.statusCode()));
        }
      }
    }

    assertThat(surprises).isEmpty();
  }

  @Test
  void everyChangeAndEveryDownloadIsInTheLogWithWhoAndWhat() throws Exception {
    Knocking door = door();
    List<String> surprises = new ArrayList<>();
    var log = new LeastRoles.Line("GET", "/api/v1/audit", owner.role(), LeastRoles.Of.NONE);
    String before = door.askAbout(log, owner, "").body();
    long begin = Long.parseLong(before.replaceAll("(?s).*?\"id\"\\s*:\\s*([0-9]+).*|.*", "0$1"));
    for (LeastRoles.Line line : LeastRoles.table()) {
      boolean isDownload =
          line.path()
              .matches(
                  ".*(pdf|files/|rejected-rows|/page|/report$|/csv|/support/zip|support-bundle).*");
      boolean signsIn = line.path().equals("/sign-in/provider/callback");
      boolean isQuestion =
          line.path()
              .matches(
                  ".*(/kpi-checks|/kpi-effects|/edit/check|/schedules/new|/schedules/.*/times)");
      boolean isChange = !line.method().equals("GET") && !isQuestion;
      boolean isLogged = isChange || isDownload || signsIn;
      if (line.path().matches("/preferences|/sign-out")) {
        continue;
      }
      door.askAbout(line, owner, "nobodys");
      String latest = door.askAbout(log, owner, "").body();
      String what = line.method() + " " + line.path().replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}");
      long id = Long.parseLong(latest.replaceAll("(?s).*?\"id\"\\s*:\\s*([0-9]+).*|.*", "0$1"));
      if (isLogged != id > begin || isLogged && !latest.contains(what)) {
        surprises.add(line + (isLogged ? " is not in the log" : " is in the log"));
      }
      begin = id;
    }

    assertThat(surprises).isEmpty();
  }

  @Test
  void aStakeholderReadsOnlyWhatWentOut() throws Exception {
    Visitor reader =
        visitors.stream()
            .filter(each -> each.name().equals("the token of stakeholder"))
            .findFirst()
            .orElseThrow();
    Knocking door = door();
    var list = new LeastRoles.Line("GET", "/api/v1/runs", reader.role(), LeastRoles.Of.LIST);
    var run =
        new LeastRoles.Line(
            "GET", "/api/v1/runs/draft-own-client", reader.role(), LeastRoles.Of.NONE);

    assertThat(door.askAbout(list, reader, "").body())
        .contains("issued-own-client")
        .contains("issued-foreigner-client")
        .doesNotContain("draft-");
    assertThat(door.askAbout(run, reader, "").statusCode()).isEqualTo(404);
    assertThat(
            door.askAbout(
                    new LeastRoles.Line(
                        "GET", "/api/v1/runs/issued-own-client", reader.role(), LeastRoles.Of.NONE),
                    reader,
                    "")
                .body())
        .contains("issued-own-client")
        .doesNotContain("\"steps\"");
  }

  @Test
  void hasNoVerbByWhichNobodyGetsPastTheTable() throws Exception {
    Knocking door = door();
    List<String> surprises = new ArrayList<>();
    for (LeastRoles.Line line : LeastRoles.table()) {
      if (line.role().isEmpty()) {
        continue;
      }
      for (String verb :
          List.of("HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "WHATEVER")) {
        int status = door.knock(verb, line.path());
        boolean isSignIn = status == 303;
        if (!isSignIn && (status < 400 || status == 500)) {
          surprises.add("%s %s answers %d".formatted(verb, line.path(), status));
        }
      }
    }

    assertThat(surprises).isEmpty();
  }

  @Test
  void changesNothingForAFormThatItsOwnPagesDidNotMake() throws Exception {
    Knocking door = door();
    String ofAnotherSession =
        visitors.stream()
            .map(Visitor::csrf)
            .filter(csrf -> !csrf.isEmpty())
            .findAny()
            .orElseThrow();
    List<String> surprises = new ArrayList<>();
    for (LeastRoles.Line line : LeastRoles.table()) {
      // What a provider sends is no form: its signature says whose it is, and no cookie counts.
      if (line.method().equals("GET") || line.path().equals("/sign-in/provider/logout")) {
        continue;
      }
      List<HttpResponse<Void>> answers =
          List.of(
              door.ask(line, owner, ""),
              door.ask(line, owner, ofAnotherSession),
              door.ask(line, owner, "", Map.of("Origin", "https://elsewhere.example")),
              door.ask(line, owner, "", Map.of("Authorization", "Basic b3duZXI6b3duZXI=")),
              door.ask(line, owner, owner.csrf(), Map.of("Sec-Fetch-Site", "cross-site")));
      for (HttpResponse<Void> answer : answers) {
        boolean refused =
            line.role().isEmpty() ? answer.statusCode() == 403 : Knocking.isTurnedAway(answer);
        if (!refused) {
          surprises.add("%s answers %d".formatted(line, answer.statusCode()));
        }
      }
    }

    assertThat(surprises).isEmpty();
  }

  private Knocking door() {
    Map<String, Operation> operations =
        Operation.all(nowhere).stream()
            .collect(Collectors.toMap(each -> each.method() + " " + each.path(), each -> each));
    return new Knocking(browser, address("/"), operations);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  /** The container states another host than the one it listens on. */
  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + deployed.getPort() + path);
  }
}

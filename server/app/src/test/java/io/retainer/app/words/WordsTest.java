package io.retainer.app.words;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.RenderedPage;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.commentary.CommentaryDesk;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static final String CLIENT = SHOP.id().value();
  private static final String MONTHLY = "monthly-performance";
  private static final String OCTOBER = "2026-10";
  private static final String CSRF = "the-secret-of-our-pages";

  private final SettableClock clock = new SettableClock("2026-11-03T06:00:00Z");

  @TempDir private Path folder;
  private TestHome home;
  private WordsApi api;

  @BeforeEach
  void openHome() {
    home = new TestHome(folder, clock);
    api = new WordsApi(home.workspace());
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private static Visit visit(Language language, Role role) {
    return new Visit(
        Optional.of(new Account("1", "maria", role)),
        language,
        Visit.Theme.SYSTEM,
        CSRF,
        "/clients/fjell/words");
  }

  private static SecurityContext maria() {
    return new SecurityContext() {
      @Override
      public Principal getUserPrincipal() {
        return visit(Language.EN, Role.MANAGER);
      }

      @Override
      public boolean isUserInRole(String role) {
        return true;
      }

      @Override
      public boolean isSecure() {
        return true;
      }

      @Override
      public String getAuthenticationScheme() {
        return "test";
      }
    };
  }

  private JsonNode put(String section, String body) throws Exception {
    return Json.read(api.write(CLIENT, MONTHLY, OCTOBER, section, "", body, maria()));
  }

  private JsonNode read() throws Exception {
    return Json.read(api.read(CLIENT, MONTHLY, OCTOBER, ""));
  }

  private CommentaryDesk desk() {
    return home.workspace().reports().desk(SHOP, MONTHLY, Period.parse(OCTOBER), SHOP.locale());
  }

  @Test
  void theApiWritesWhatItReads() throws Exception {
    JsonNode written = put("_summary", "{\"above\": \"Hyvä kuu.\\n\\n- yksi\"}");

    assertThat(written.path("version").asInt()).isEqualTo(1);
    assertThat(written.path("writtenBy").asText()).isEqualTo("maria");
    JsonNode first = read().path("sections").get(0);
    assertThat(first.path("section").asText()).isEqualTo("_summary");
    assertThat(first.path("above").asText()).isEqualTo("Hyvä kuu.\n\n- yksi");
    assertThat(put("_summary", written.toString()).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void eachVersionIsKeptWithWhoAndWhen() throws Exception {
    put("web", "{\"above\": \"one\"}");
    clock.advance(Duration.ofHours(2));
    put("web", "{\"above\": \"two\"}");
    JsonNode emptied = put("web", "{}");

    assertThat(emptied.path("above").asText()).isEmpty();
    assertThat(emptied.path("history"))
        .extracting(one -> one.path("above").asText() + " " + one.path("writtenAt").asText())
        .containsExactly(
            " 2026-11-03T08:00:00Z", "two 2026-11-03T08:00:00Z", "one 2026-11-03T06:00:00Z");
  }

  @Test
  void ofTwoWhoWriteAtOnceTheSecondIsToldAndNothingOfTheirsIsKept() throws Exception {
    put("web", "{\"version\": 0, \"above\": \"mine\"}");

    assertThatThrownBy(() -> put("web", "{\"version\": 0, \"above\": \"yours\"}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("version 0 was seen, and 1 is in force");
    CommentaryDesk desk = desk();
    assertThatThrownBy(
            () -> desk.write(Map.of("search", typed(0, "new"), "web", typed(0, "yours")), "otso"))
        .isInstanceOf(CommentaryDesk.Overtaken.class);
    assertThat(desk.desk("search").words().version()).isZero();
    assertThat(desk.desk("web").words().above().text()).isEqualTo("mine");
  }

  private static CommentaryDesk.Typed typed(int seen, String above) {
    return new CommentaryDesk.Typed(seen, above, "", Map.of(), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          web  | {"below": 5}                                                | "below" is a text, saw 5
          web  | {"abvoe": "x"}                                              | "abvoe" is not known
          web  | {"version": "1"}                                            | "version" is a whole number
          web  | {"findings": ["headline"]}                                  | list of objects
          web  | {"findings": [{"id": "headline", "treatment": "dropped"}]}  | kept, reworded or left-out
          web  | {"findings": [{"id": "nothing", "treatment": "left-out"}]}  | no finding "nothing"; there are [headline]
          web  | {"findings": [{"id": "headline", "treatment": "left-out"}]} | tells how far figures hold
          lost | {"above": "x"}                                              | no section "lost"; there are [_summary, web
          """)
  void saysWhatIsWrongAndKeepsNothing(String section, String body, String problem) {
    assertThatThrownBy(() -> put(section, body))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(problem);
    assertThat(home.workspace().commentaries().written(SHOP.id(), 9)).isEmpty();
  }

  @Test
  void aReportOfOnePageHasRoomForLittle() {
    CommentaryDesk desk =
        home.workspace()
            .reports()
            .desk(SHOP, "executive-one-page", Period.parse(OCTOBER), SHOP.locale());

    assertThat(desk.isOnePage()).isTrue();
    assertThatThrownBy(() -> desk.write(Map.of("_summary", typed(0, "x".repeat(451))), "maria"))
        .hasMessageContaining("at most 450 characters, saw 451");
    assertThatThrownBy(() -> put("web", "{\"above\": \"" + "x".repeat(4001) + "\"}"))
        .hasMessageContaining("at most 4000 characters, saw 4001");
  }

  @Test
  void wordsAreInReportsMadeAfterwardsAndNeverInThoseThatAreReady() throws Exception {
    Run before = made("fi");
    put("_summary", "{\"above\": \"Lokakuu oli hyvä <b>kuu</b>.\"}");
    put("web", "{\"below\": \"Seuraavaksi: uusi etusivu.\"}");

    Run after = made("fi");
    Run english = made("en");

    var files = new RunFiles(home.workspace().home());
    assertThat(files.page(before, true)).get().asString().doesNotContain("Lokakuu oli hyvä");
    assertThat(files.page(after, true))
        .get()
        .asString()
        .contains("Lokakuu oli hyvä &lt;b&gt;kuu", "Seuraavaksi: uusi etusivu.");
    assertThat(files.mail(after).text()).contains("Lokakuu oli hyvä <b>kuu</b>.");
    assertThat(files.mail(after).html()).contains("Lokakuu oli hyvä &lt;b&gt;kuu");
    assertThat(files.mail(before).text()).doesNotContain("Lokakuu oli hyvä");
    assertThat(files.overview(after, Language.BE).orElseThrow().summary())
        .isEqualTo("Lokakuu oli hyvä <b>kuu</b>.");
    assertThat(files.page(english, true)).get().asString().doesNotContain("Lokakuu oli hyvä");
  }

  private Run made(String language) {
    var runs = new Runs(home::state, clock);
    var renderer =
        new RunRenderer(home.workspace(), runs, Inspection.NONE, new RunFindings(home::state));
    Run run =
        runs.add(
            new RunRequest(
                SHOP.id(),
                MONTHLY,
                Period.parse(OCTOBER),
                Optional.of(Locale.forLanguageTag(language)),
                Set.of(ReportFormat.values())),
            SHOP,
            "maria");
    renderer.render(run.id());
    return runs.find(run.id()).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theEditorShowsWhatWasTypedAsText(Language language) throws Exception {
    String hostile = "</textarea><script>alert(1)</script> \" onfocus=\"x";
    put("web", Json.text(Json.object().put("above", "before")));
    put("web", Json.text(Json.object().put("above", hostile)));

    String page = rendered(language, Role.MANAGER, Map.of(), "");

    assertThat(page)
        .contains("&lt;/textarea&gt;&lt;script&gt;", "name=\"seen.web\" value=\"2\"", CSRF)
        .contains("before")
        .doesNotContain("<script>alert");
    assertThat(rendered(language, Role.VIEWER, Map.of(), ""))
        .contains("readonly")
        .doesNotContain("type=\"submit\"", "button class=\"primary\"");
  }

  @Test
  void whatCouldNotBeSavedIsShownAgain() {
    String page =
        rendered(Language.EN, Role.MANAGER, Map.of("web", typed(0, "typed & lost")), "Too long.");

    assertThat(page).contains("typed &amp; lost", "Too long.");
  }

  @Test
  void theFormSaysEachSectionAsItWasTyped() {
    Form form =
        Form.parse(
            "seen.web=3&above.web="
                + URLEncoder.encode("a\r\n\r\n- b", StandardCharsets.UTF_8)
                + "&below.web=&choice.web.headline=left-out&holds.web=1");

    assertThat(WordsForm.typed(form, desk().sections()))
        .containsOnlyKeys("web")
        .containsValue(
            new CommentaryDesk.Typed(
                3, "a\r\n\r\n- b", "", Map.of("headline", Optional.empty()), true));
  }

  private String rendered(
      Language language, Role role, Map<String, CommentaryDesk.Typed> typed, String problem) {
    Visit visit = visit(language, role);
    Texts texts = Texts.in(language);
    var view =
        new WordsPages(home.workspace(), new Pages())
            .editor(SHOP, desk(), typed, false, problem, visit);
    return RenderedPage.html(
        new Page(visit, texts, Page.Section.CLIENTS, texts.text("words.title")), "words.jte", view);
  }
}

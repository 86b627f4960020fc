package io.retainer.app.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.RenderedPage;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.WrittenTarget;
import io.retainer.workspace.contract.Json;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetsTest {

  private static final String SHOP = TestHome.SHOP.id().value();
  private static final String CSRF = "the-secret-of-our-pages";
  private static final WrittenTarget BLANK = new WrittenTarget("", "month", "", "");

  @TempDir private static Path folder;
  private static TestHome home;
  private static TargetsApi api;

  @BeforeAll
  static void open() {
    home = new TestHome(folder, new SettableClock("2026-11-02T08:00:00Z"));
    api = new TargetsApi(home.workspace());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  @BeforeEach
  void forgetTargets() {
    home.state().useHandle(handle -> handle.execute("delete from client_target"));
  }

  @Test
  void theApiSetsWhatItLists() throws Exception {
    JsonNode set =
        Json.read(
            api.set(
                SHOP,
                """
                {"kpi": "orders.revenue", "period": "month", "goal": "at least 100 000 €",
                 "from": "2027-01"}
                """));

    assertThat(set.path("goal").asText()).isEqualTo(">= 100000 EUR");
    assertThat(set.path("from").asText()).isEqualTo("2027-01-01");
    assertThat(Json.read(api.list(SHOP))).containsExactly(set);
  }

  @Test
  void whatTheApiListedMayBeSentBack() throws Exception {
    String first = api.set(SHOP, body("web.bounce-rate", "month", "<= 40 %"));

    assertThat(api.set(SHOP, first)).isEqualTo(first);
    assertThat(Json.read(api.list(SHOP))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders.revenu|month|100|did you mean orders.revenue?",
        "orders.revenue|day|100|write month, quarter, week or year",
        "orders.revenue|month|>= 100 USD|write it like 100000 EUR",
        "web.bounce-rate|month|<= 40|write its sign",
        "orders.revenue|month||\"goal\" is missing"
      })
  void theApiSaysWhatToSendInstead(String kpi, String period, String goal, String advice) {
    assertThatThrownBy(() -> api.set(SHOP, body(kpi, period, goal == null ? "" : goal)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(advice);
    assertThat(home.workspace().targets().of(TestHome.SHOP.id())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageListsTargetsAndLetsManagersChangeThem(Language language) {
    api.set(SHOP, body("orders.revenue", "month", ">= 100000"));

    String manager = page(language, Role.MANAGER, BLANK, "");
    String viewer = page(language, Role.VIEWER, BLANK, "");

    assertThat(manager)
        .contains("orders.revenue", "&gt;= 100000 EUR", "value=\"" + CSRF + "\"")
        .contains("action=\"/clients/fjell/targets\"", "action=\"/clients/fjell/targets/remove\"")
        .contains(Texts.in(language).text("targets.always"));
    assertThat(viewer).contains("&gt;= 100000 EUR").doesNotContain("/targets/remove");
  }

  @Test
  void thePageKeepsWhatWasTypedBesideWhatIsWrongWithIt() {
    var typed = new WrittenTarget("web.bounce-rate", "quarter", "<= 40\"><b>", "2027");

    assertThat(page(Language.EN, Role.MANAGER, typed, "Saw \"<b>\""))
        .contains("role=\"alert\"", "Saw \"&lt;b&gt;\"")
        .contains("value=\"&lt;= 40&#34;>&lt;b>\"", "value=\"2027\"")
        .contains("value=\"web.bounce-rate\" selected", "value=\"quarter\" selected");
  }

  private String page(Language language, Role role, WrittenTarget typed, String problem) {
    var visit =
        new Visit(
            Optional.of(new Account("1", "olga", role)),
            language,
            Visit.Theme.SYSTEM,
            CSRF,
            "/clients/fjell/targets");
    Texts texts = Texts.in(language);
    var page = new Page(visit, texts, Page.Section.CLIENTS, texts.text("targets.title"));
    var board =
        new TargetsPages(home.workspace(), new Pages()).view(TestHome.SHOP, typed, problem, visit);
    return RenderedPage.html(page, "targets.jte", board);
  }

  private static String body(String kpi, String period, String goal) {
    return Json.text(Json.object().put("kpi", kpi).put("period", period).put("goal", goal));
  }
}

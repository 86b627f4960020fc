package io.retainer.app.sources;

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
import io.retainer.app.sources.SourcesPages.Typed;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.pull.MailchimpNearby;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What managers and programs do with a client's sources, against a Mailchimp nearby. */
class SourcesTest {

  private static final String SHOP = TestHome.SHOP.id().value();

  @TempDir private Path folder;
  private final ExecutorService pulls = Executors.newSingleThreadExecutor();
  private TestHome home;
  private MailchimpNearby mailchimp;
  private SourceDesk desk;
  private SourcesApi api;

  @BeforeEach
  void open() throws Exception {
    home = new TestHome(folder, new SettableClock("2026-11-26T08:00:00Z"));
    mailchimp = new MailchimpNearby();
    desk = new SourceDesk(home.workspace(), mailchimp.puller(home.workspace()), pulls);
    api = new SourcesApi(desk);
  }

  @AfterEach
  void close() {
    desk.close();
    mailchimp.close();
    home.close();
  }

  @Test
  void theApiListsWhatItAddedAndNeverACredential() throws Exception {
    JsonNode added = added();

    assertThat(added.path("from").asText()).isEqualTo("2026-08-28");
    assertThat(added.path("lookBack").asInt()).isEqualTo(30);
    assertThat(added.path("importedUntil").isNull()).isTrue();
    assertThat(Json.read(api.list(SHOP))).containsExactly(added);
    assertThat(api.list(SHOP)).doesNotContain("0123456789", "credential");
  }

  @Test
  void aPullShowsThatItRunsAndThenHowFarItCame() throws Exception {
    String id = added().path("id").asText();
    CountDownLatch gate = mailchimp.hold();

    JsonNode begun = Json.read(api.pull(SHOP, id));
    assertThat(begun.path("pulling").asText()).isEqualTo("2026-08-28");
    assertThatThrownBy(() -> api.pull(SHOP, id)).hasMessageContaining("is being pulled now");
    assertThat(page(Language.EN, "", Optional.empty())).contains("data-refresh", "being asked");
    gate.countDown();

    JsonNode done = ended();
    assertThat(done.path("importedUntil").asText()).isEqualTo("2026-11-25");
    assertThat(done.path("askedAt").asText()).isEqualTo("2026-11-26T08:00:00Z");
    assertThat(done.path("nextAt").asText()).isEqualTo("2026-11-27T04:00:00Z");
    assertThat(mailchimp.imported).hasSize(1);
  }

  @Test
  void aPullThatIsOverAtOnceSaysFromWhichDayItBegan() throws Exception {
    String id = added().path("id").asText();
    try (var quick = new SourceDesk(home.workspace(), desk.puller(), new AtOnce())) {
      JsonNode begun = Json.read(new SourcesApi(quick).pull(SHOP, id));

      assertThat(mailchimp.imported).hasSize(1);
      assertThat(begun.path("pulling").asText()).isEqualTo("2026-08-28");
      assertThat(Json.read(api.list(SHOP)).get(0).path("pulling").isNull()).isTrue();
    }
  }

  @Test
  void aTestImportsNothingAndTellsWhatIsWrong() throws Exception {
    String id = added().path("id").asText();
    api.test(SHOP, id);
    assertThat(mailchimp.imported).isEmpty();

    mailchimp.refuseKeys();
    assertThatThrownBy(() -> api.test(SHOP, id))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not accept the API key (Your API key may be invalid.)");
  }

  @Test
  void aPausedSourceIsNotAskedByTheClockAndARemovedOneIsGone() throws Exception {
    String id = added().path("id").asText();
    assertThat(Json.read(api.pause(SHOP, id)).path("nextAt").isNull()).isTrue();
    desk.puller().pullDue();
    assertThat(mailchimp.imported).isEmpty();

    api.resume(SHOP, id);
    desk.puller().pullDue();
    assertThat(mailchimp.imported).hasSize(1);

    desk.puller().remove(id);
    assertThat(Json.read(api.list(SHOP))).isEmpty();
    assertThatThrownBy(() -> api.test(SHOP, id)).hasMessageContaining("has no source");
  }

  @Test
  void theApiSaysWhatToSendInstead() {
    assertThatThrownBy(() -> api.add(SHOP, "{\"platform\":\"bing\",\"account\":\"a\"}"))
        .hasMessageContaining("google-analytics-4, google-search-console, mailchimp");
    assertThatThrownBy(() -> api.add(SHOP, body("hush")))
        .hasMessageContaining("no API key")
        .hasMessageNotContaining("hush");
    assertThatThrownBy(
            () -> api.add(SHOP, body(MailchimpNearby.KEY).replace("}", ",\"from\":\"1\"}")))
        .hasMessageContaining("like 2026-10-01");
    assertThatThrownBy(
            () -> api.add(SHOP, body(MailchimpNearby.KEY).replace("}", ",\"lookBack\":400}")))
        .hasMessageContaining("0 to 91 days");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageListsSourcesAndTheirStateInEachLanguage(Language language) throws Exception {
    added();

    String page = page(language, "Saw \"<b>\"", Optional.empty());

    assertThat(page)
        .contains("Birch news", Texts.in(language).text("sources.state.new"))
        .contains("action=\"/clients/fjell/sources\"", "/pull\"", "/pause\"", "/remove\"")
        .contains("Saw \"&lt;b&gt;\"", "role=\"alert\"")
        .doesNotContain("0123456789")
        .doesNotContainPattern(">sources\\.[a-z]");
  }

  /** Done before whoever asks for it is answered. */
  private static final class AtOnce extends AbstractExecutorService {

    @Override
    public void execute(Runnable work) {
      work.run();
    }

    @Override
    public void shutdown() {
      // Nothing runs.
    }

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
      return true;
    }
  }

  /** The one thread is free again. */
  private JsonNode ended() throws Exception {
    pulls.submit(() -> {}).get();
    return Json.read(api.list(SHOP)).get(0);
  }

  private JsonNode added() throws Exception {
    return Json.read(api.add(SHOP, body(MailchimpNearby.KEY)));
  }

  private static String body(String key) {
    return Json.object()
        .put("platform", "mailchimp")
        .put("account", "Birch news")
        .put("credential", key)
        .toString();
  }

  private String page(Language language, String problem, Optional<SourcesPages.Line> tested) {
    var view =
        new SourcesPages(desk, new Pages()).view(TestHome.SHOP, Typed.NOTHING, problem, tested);
    var visit =
        new Visit(
            Optional.of(new Account("1", "anna", Role.MANAGER)),
            language,
            Visit.Theme.SYSTEM,
            "secret",
            "/clients/fjell/sources");
    var shown =
        new Page(
            visit,
            Texts.in(language),
            Page.Section.CLIENTS,
            Texts.in(language).text("sources.title"));
    return RenderedPage.html(shown, "sources.jte", view);
  }
}

package io.retainer.app.rates;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.RenderedPage;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.brand.SentBody;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatesTest {

  private static final String CLIENT = SHOP.id().value();
  private static final byte[] OF_BANK =
      "Date,USD,JPY,\n2026-10-02,1.1,160,\n2026-10-01,1.2,N/A,\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private TestHome home;
  private RatesApi api;

  @BeforeEach
  void open() {
    home = new TestHome(folder, new SettableClock("2026-11-02T08:00:00Z"));
    api = new RatesApi(home.workspace());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static Visit visit(Language language, Role role) {
    return new Visit(
        Optional.of(new Account("1", "olga", role)),
        language,
        Visit.Theme.SYSTEM,
        "the-secret-of-our-pages",
        "/rates");
  }

  /** Somebody who is signed in. */
  private record Signed(Visit visit) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return visit;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "";
    }
  }

  private static final Signed OLGA = new Signed(visit(Language.EN, Role.OWNER));

  @Test
  void programsAddAndListFiles() throws Exception {
    JsonNode added =
        Json.read(api.add("eurofxref-hist.csv", SentBody.of(OF_BANK, "text/csv"), OLGA));
    JsonNode again = Json.read(api.add("again.csv", SentBody.of(OF_BANK, "text/csv"), OLGA));

    assertThat(added.path("number").asInt()).isEqualTo(1);
    assertThat(added.path("new").asInt()).isEqualTo(3);
    assertThat(added.path("by").asText()).isEqualTo("olga");
    assertThat(again).isEmpty();
    assertThat(Json.read(api.list())).containsExactly(added);
  }

  @Test
  void aWrongFileIsRefusedWithItsLine() {
    byte[] wrong = "Date,USD\n2026-10-02,0\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> api.add("rates.csv", SentBody.of(wrong, "text/csv"), OLGA))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Line 2 has \"0\" for USD");
    assertThat(home.workspace().rates().files()).isEmpty();
  }

  @Test
  void aClientsWishIsKept() throws Exception {
    ConversionApi conversion = new ConversionApi(home.workspace());

    assertThat(Json.read(conversion.read(CLIENT)).path("convertAmounts").asBoolean()).isFalse();
    conversion.change(CLIENT, "{\"convertAmounts\": true}");
    assertThat(Json.read(conversion.read(CLIENT)).path("convertAmounts").asBoolean()).isTrue();
    assertThatThrownBy(() -> conversion.change(CLIENT, "{\"convertAmounts\": \"yes\"}"))
        .hasMessageContaining("true or false");
  }

  @Test
  void aFormWithoutItsTokenSendsNothing() throws Exception {
    var foreign = SentBody.form(Map.of("csrf", "guessed"), Map.of("file", OF_BANK));

    assertThatThrownBy(() -> RatesPages.sent(foreign, OLGA.visit()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not from this browser");
    var own = SentBody.form(Map.of("csrf", "the-secret-of-our-pages"), Map.of("file", OF_BANK));
    assertThat(RatesPages.sent(own, OLGA.visit()).bytes()).isEqualTo(OF_BANK);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageListsFilesAndOffersTheFormToOwners(Language language) throws Exception {
    home.workspace().rates().add("<b>.csv", OF_BANK, "<i>ann");

    String ofOwner = page(language, Role.OWNER);
    assertThat(ofOwner).contains("&lt;b&gt;.csv", "&lt;i&gt;ann", "type=\"file\"");
    assertThat(page(language, Role.MANAGER)).doesNotContain("type=\"file\"");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theLatestFileThatCountsIsTakenBackByAButton(Language language) throws Exception {
    home.workspace().rates().add("right.csv", OF_BANK, "ann");
    home.workspace()
        .rates()
        .add("wrong.csv", "Date,USD\n2026-10-02,11\n".getBytes(StandardCharsets.UTF_8), "ann");
    assertThat(page(language, Role.OWNER))
        .contains("/rates/2/undo")
        .doesNotContain("/rates/1/undo");
    assertThat(page(language, Role.MANAGER)).doesNotContain("/undo");

    JsonNode undone = Json.read(api.undo(2, OLGA));

    assertThat(undone.path("undoneBy").asText()).isEqualTo("olga");
    assertThatThrownBy(() -> api.undo(2, OLGA)).hasMessageContaining("taken back already");
    assertThat(page(language, Role.OWNER))
        .contains(Texts.in(language).text("rates.undone", "olga"), "/rates/1/undo")
        .doesNotContain("/rates/2/undo");
  }

  private String page(Language language, Role role) {
    Texts texts = Texts.in(language);
    var page =
        new Page(visit(language, role), texts, Page.Section.CLIENTS, texts.text("rates.title"));
    var board = new RatesPages.Board(home.workspace().rates().files(), "", false);
    return RenderedPage.html(page, "rates.jte", board);
  }
}

package io.retainer.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.RenderedPage;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.spi.ConnectorDescription;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadPagesTest {

  private static final Client BIRCH =
      new Client(
          new ClientId("birch"),
          "Birch",
          ZoneId.of("Europe/Minsk"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));

  private static final Client ROWAN =
      new Client(
          new ClientId("rowan"),
          "Rowan",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));

  private static String page(Language language, List<Client> clients, String chosen) {
    var visit =
        new Visit(
            Optional.of(new Account("1", "maria", Role.OWNER)),
            language,
            Visit.Theme.SYSTEM,
            "c",
            "/uploads");
    Texts texts = Texts.in(language);
    var page = new Page(visit, texts, Page.Section.UPLOADS, texts.text("uploads.title"));
    var view =
        new UploadPages.Uploading(
            clients,
            chosen,
            List.of(ConnectorDescription.of("tidy-stats", "Tidy <Stats>").about("Visits.").build()),
            List.of(),
            List.of(),
            Map.of(),
            1_000_000,
            "");
    return RenderedPage.html(page, "uploads.jte", view);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theConnectorIsChosenWhereRecognitionIsWrong(Language language) {
    assertThat(page(language, List.of(BIRCH), "birch"))
        .contains("<select name=\"connector\"><option value=\"\">")
        .contains("<option value=\"tidy-stats\">Tidy &lt;Stats&gt;</option>")
        .contains(Texts.in(language).text("uploads.connector-hint"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void filesAreForNobodyUntilAClientIsChosen(Language language) {
    String choose = Texts.in(language).text("client.choose");

    assertThat(page(language, List.of(BIRCH, ROWAN), ""))
        .contains("<option value=\"\" selected>" + choose + "</option>");
    assertThat(page(language, List.of(BIRCH, ROWAN), "rowan"))
        .contains("<option value=\"rowan\" selected>")
        .doesNotContain(choose);
    assertThat(page(language, List.of(BIRCH), "")).doesNotContain(choose);
  }
}

package io.retainer.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.RenderedPage;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.support.Part;
import io.retainer.workspace.support.SupportBundle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupportPagesTest {

  private static final SupportBundle BUNDLE =
      new SupportBundle(
          List.of(
              new Part("settings.txt", "what is set", "retainer.mail.security = tls\n"),
              new Part("logs/server.log", "its end", "WARN <script>alert(1)</script>\n")));

  private static String page(Language language) {
    var visit =
        new Visit(
            Optional.of(new Account("1", "maria", Role.OWNER)),
            language,
            Visit.Theme.SYSTEM,
            "c",
            "/support");
    Texts texts = Texts.in(language);
    var page = new Page(visit, texts, Page.Section.AUDIT, texts.text("support.title"));
    return RenderedPage.html(page, "support.jte", BUNDLE);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everythingIsSeenBeforeItIsTakenAlong(Language language) {
    assertThat(page(language))
        .contains("settings.txt", "retainer.mail.security = tls", "href=\"/support/zip\"")
        .contains(Texts.in(language).text("support.about"))
        .contains("&lt;script")
        .doesNotContain("<script>alert(1)");
  }

  @Test
  void programsReadTheSame() throws IOException {
    var parts = Json.read(new SupportApi(() -> BUNDLE).read()).path("parts");

    assertThat(parts).hasSize(2);
    assertThat(parts.get(0).path("text").asText()).isEqualTo(BUNDLE.parts().get(0).text());
  }
}

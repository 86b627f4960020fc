package io.retainer.app.reports;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.util.Locale;

/** The words of a run's e-mail, kept beside its files: what is sent later is what was rendered. */
final class RunMail {

  private RunMail() {}

  static String write(EmailBody mail) {
    return Json.text(
        Json.object()
            .put("locale", mail.locale().toLanguageTag())
            .put("subject", mail.subject())
            .put("text", mail.text())
            .put("html", mail.html()));
  }

  static EmailBody read(String text) throws IOException {
    JsonNode json = Json.read(text);
    return new EmailBody(
        Locale.forLanguageTag(json.path("locale").asText()),
        json.path("subject").asText(),
        json.path("text").asText(),
        json.path("html").asText());
  }
}

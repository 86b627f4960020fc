package io.retainer.app.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.mail.MailLogo;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The words of a run's e-mail, kept beside its files: what is sent later is what was rendered. */
final class RunMail {

  private RunMail() {}

  static String write(EmailBody mail) {
    ObjectNode json =
        Json.object()
            .put("locale", mail.locale().toLanguageTag())
            .put("subject", mail.subject())
            .put("text", mail.text())
            .put("html", mail.html());
    mail.logo()
        .ifPresent(logo -> json.putObject("logo").put("id", logo.id()).put("png", logo.png()));
    return Json.text(json);
  }

  static EmailBody read(String text) throws IOException {
    JsonNode json = Json.read(text);
    return new EmailBody(
        Locale.forLanguageTag(json.path("locale").asText()),
        json.path("subject").asText(),
        json.path("text").asText(),
        json.path("html").asText(),
        json.has("logo") ? Optional.of(logo(json.path("logo"))) : Optional.empty());
  }

  private static MailLogo logo(JsonNode json) throws IOException {
    return new MailLogo(json.path("id").asText(), json.path("png").binaryValue());
  }
}

package io.retainer.app.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;

/** Mails as platforms and people write them, byte for byte. */
final class Letters {

  static final String OCTOBER = "sessions\n2026-10-01|12\n2026-10-02|15\n";

  private Letters() {}

  static String headers(String from, String id) {
    return """
    From: Exports <%s>
    To: reports@agency.example
    Subject: =?UTF-8?B?0J7RgtGH0ZHRgg==?= weekly
    Message-ID: <%s@example.com>
    MIME-Version: 1.0
    """
        .formatted(from, id);
  }

  static String mixed(String... parts) {
    var text = new StringBuilder("Content-Type: multipart/mixed; boundary=\"b1\"\n\n");
    for (String part : parts) {
      text.append("--b1\n").append(part).append("\n");
    }
    return text + "--b1--\n";
  }

  static String html(String text) {
    return "Content-Type: text/html; charset=utf-8\n\n" + text;
  }

  /**
   * @param name as it stands in the header, with what belongs to it
   */
  static String attachment(String name, String content) {
    return "Content-Type: text/csv\nContent-Disposition: attachment; "
        + name
        + "\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  static MimeMessage of(String text) throws MessagingException {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }
}

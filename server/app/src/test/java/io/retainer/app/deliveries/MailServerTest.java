package io.retainer.app.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.MailIdentity;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.mail.MailLogo;
import io.retainer.workspace.TestAuthority;
import io.retainer.workspace.TestAuthority.Shown;
import io.retainer.workspace.TlsFront;
import io.retainer.workspace.dkim.DkimKeys;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations with servers that behave as servers do on bad days. */
class MailServerTest {

  @TempDir private Path folder;

  /** A busy machine takes its time for a handshake. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** With a server that says nothing more; long enough to come to that point. */
  private static final Duration WITH_SILENCE = Duration.ofSeconds(3);

  @Test
  void tellsRefusalsForGoodFromThoseForNow() throws Exception {
    assertThat(talk(Map.of("RCPT", "550 5.1.1 no such user")))
        .isEqualTo(new Transport.Outcome.Refused("550 5.1.1 no such user"));
    assertThat(talk(Map.of("RCPT", "451 4.7.1 greylisted")))
        .isEqualTo(new Transport.Outcome.NotNow("451 4.7.1 greylisted"));
    assertThat(talk(Map.of(SmallMailServer.END_OF_MAIL, "554 5.7.1 looks like spam")))
        .isEqualTo(new Transport.Outcome.Refused("554 5.7.1 looks like spam"));
    assertThat(talk(Map.of(SmallMailServer.END_OF_MAIL, "452 4.3.1 no space")))
        .isEqualTo(new Transport.Outcome.NotNow("452 4.3.1 no space"));
    assertThat(talk(Map.of("", "554 no service here")))
        .isInstanceOf(Transport.Outcome.NotNow.class);
    assertThat(talk(Map.of())).isEqualTo(new Transport.Outcome.Taken("250 ok"));
  }

  /** It is shown on pages, in terminals and mails, and a NUL is kept by no database. */
  @Test
  void whatTheServerSaysIsOneLineThatNothingObeys() throws Exception {
    String hostile = "<script>\u001b[2J\u0000\u202e=HYPERLINK(\"x\")\u200b\u009b";

    for (Map<String, String> answers :
        List.of(
            Map.of("RCPT", "550-5.1.1 first\r\n550 " + hostile),
            Map.of("MAIL", "451 " + hostile),
            Map.of(SmallMailServer.END_OF_MAIL, "250 " + hostile))) {
      assertThat(talk(answers).answer())
          .as(answers.toString())
          .contains("<script>")
          .matches("[^\\p{Cc}\\p{Cf}]+");
    }
  }

  @Test
  void whatTheServerSaysIsReadInItsLetters() throws Exception {
    assertThat(talk(Map.of("RCPT", "550 5.1.1 Адресат не найден – käyttäjää ei löydy")).answer())
        .isEqualTo("550 5.1.1 Адресат не найден – käyttäjää ei löydy");
  }

  @Test
  void waitsForAnOperatorWhereTheServerWantsASignIn() throws Exception {
    assertThat(talk(Map.of("MAIL", "530 5.7.0 authentication required")))
        .isInstanceOf(Transport.Outcome.NotNow.class);
  }

  @Test
  void knowsThatAMailWithoutAnAnswerMayHaveArrived() throws Exception {
    assertThat(talk(Map.of(SmallMailServer.END_OF_MAIL, SmallMailServer.HANG_UP)))
        .isInstanceOf(Transport.Outcome.Unclear.class);
    assertThat(talk(Map.of(SmallMailServer.END_OF_MAIL, SmallMailServer.SILENCE)))
        .isInstanceOf(Transport.Outcome.Unclear.class);
  }

  @Test
  void knowsThatAMailThatWasNotHandedOverHasNotArrived() throws Exception {
    for (String command : List.of("EHLO", "MAIL", "RCPT")) {
      assertThat(talk(Map.of(command, SmallMailServer.HANG_UP)))
          .as("hangs up after " + command)
          .isInstanceOf(Transport.Outcome.NotNow.class);
    }
    assertThat(talk(Map.of("RCPT", SmallMailServer.SILENCE)))
        .isInstanceOf(Transport.Outcome.NotNow.class);
  }

  @Test
  void isNotHurtByAServerThatHangsUpAfterItsAnswer() throws Exception {
    assertThat(talk(Map.of("QUIT", SmallMailServer.HANG_UP)))
        .isInstanceOf(Transport.Outcome.Taken.class);
  }

  @Test
  void sendsNothingUnprotectedWhenProtectionIsAskedFor() throws Exception {
    try (var server = new SmallMailServer(Map.of())) {
      Transport.Outcome outcome = send(server.port(), Map.of("security", "starttls"));

      assertThat(outcome).isInstanceOf(Transport.Outcome.NotNow.class);
      assertThat(outcome.answer()).contains("STARTTLS");
      assertThat(server.mails()).isZero();
    }
  }

  @Test
  void trustsNoCertificateThatNobodyVouchesFor() {
    var server = new GreenMail(ServerSetup.SMTPS.dynamicPort());
    server.start();
    try {
      Transport.Outcome outcome = send(server.getSmtps().getPort(), Map.of("security", "tls"));

      assertThat(outcome).isInstanceOf(Transport.Outcome.NotNow.class);
      assertThat(outcome.answer())
          .startsWith("Nobody whom this machine trusts vouches for the mail server's certificate")
          .contains("certification path");
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void sendsOverTlsWhereTheAgencyHasAnAuthorityOfItsOwn() throws Exception {
    var authority = TestAuthority.in(folder);
    authority.whileTrusted(
        () -> {
          assertThat(overTls(authority, Shown.FINE)).isInstanceOf(Transport.Outcome.Taken.class);
          assertThat(overTls(authority, Shown.EXPIRED).answer())
              .startsWith("The mail server's certificate has expired or is not valid yet");
          assertThat(overTls(authority, Shown.OTHER_NAME).answer())
              .startsWith("The mail server's certificate is for other names");
        });
  }

  private static Transport.Outcome overTls(TestAuthority authority, Shown shown) throws Exception {
    var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    try (var front = new TlsFront(authority.serving(shown), server.getSmtp().getPort())) {
      Transport.Outcome outcome = send(front.port(), Map.of("security", "tls"));
      assertThat(server.getReceivedMessages()).hasSize(shown == Shown.FINE ? 1 : 0);
      return outcome;
    } finally {
      server.stop();
    }
  }

  @Test
  void looksAtTheCertificateAfterStarttlsToo() throws Exception {
    var authority = TestAuthority.in(folder);
    authority.whileTrusted(
        () -> {
          assertThat(afterStarttls(authority, Shown.FINE))
              .isInstanceOf(Transport.Outcome.Taken.class);
          assertThat(afterStarttls(authority, Shown.EXPIRED).answer())
              .startsWith("The mail server's certificate has expired or is not valid yet");
          assertThat(afterStarttls(authority, Shown.OTHER_NAME).answer())
              .startsWith("The mail server's certificate is for other names");
        });
    assertThat(afterStarttls(authority, Shown.FINE).answer())
        .startsWith("Nobody whom this machine trusts vouches for the mail server's certificate");
  }

  private static Transport.Outcome afterStarttls(TestAuthority authority, Shown shown)
      throws Exception {
    try (var server = SmallMailServer.protectedBy(authority.serving(shown))) {
      return send(server.port(), Map.of("security", "starttls"));
    }
  }

  @Test
  void waitsForAnOperatorWhenThePasswordIsWrong() {
    var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.withConfiguration(GreenMailConfiguration.aConfig().withUser("agency", "right"));
    server.start();
    try {
      int port = server.getSmtp().getPort();
      Transport.Outcome wrong =
          send(port, Map.of("security", "none", "user", "agency", "password", "wrong"));
      Transport.Outcome right =
          send(port, Map.of("security", "none", "user", "agency", "password", "right"));

      assertThat(wrong).isInstanceOf(Transport.Outcome.NotNow.class);
      assertThat(wrong.answer()).contains("user or password").doesNotContain("wrong");
      assertThat(right).isInstanceOf(Transport.Outcome.Taken.class);
    } finally {
      server.stop();
    }
  }

  @Test
  void theLogoIsAPartOfTheWordsThatShowIt() throws Exception {
    var logo = new MailLogo("logo-1@retainer", new byte[] {1, 2, 3});
    var body =
        new EmailBody(
            Locale.ENGLISH,
            "A report",
            "Words",
            "<p><img src=\"cid:logo-1@retainer\" alt=\"Agency\">Words</p>",
            Optional.of(logo));
    var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    try {
      send(server.getSmtp().getPort(), Map.of("security", "none"), PATIENCE, body);

      var mail = (MimeMultipart) server.getReceivedMessages()[0].getContent();
      var words = (MimeMultipart) mail.getBodyPart(0).getContent();
      assertThat(words.getContentType()).startsWith("multipart/alternative");
      assertThat(words.getBodyPart(0).getContent().toString()).isEqualTo("Words");
      var together = (MimeMultipart) words.getBodyPart(1).getContent();
      assertThat(together.getContentType()).startsWith("multipart/related");
      assertThat(together.getBodyPart(0).getContent().toString()).contains("cid:logo-1@retainer");
      var picture = (MimeBodyPart) together.getBodyPart(1);
      assertThat(picture.getContentID()).isEqualTo("<logo-1@retainer>");
      assertThat(picture.getDisposition()).isEqualTo("inline");
      assertThat(picture.getContentType()).startsWith("image/png");
      assertThat(picture.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    } finally {
      server.stop();
    }
  }

  @Test
  void aSubjectIsOneHeaderThatTurnsNothing() throws Exception {
    var body =
        new EmailBody(
            Locale.ENGLISH,
            "Report\r\nBcc: eve@example.org\r\n\r\n<script>\u202efdp.exe\u001b[2J",
            "Words",
            "<p>Words</p>");
    var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    try {
      send(server.getSmtp().getPort(), Map.of("security", "none"), PATIENCE, body);

      var mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("Report Bcc: eve@example.org <script>fdp.exe [2J");
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  private static Transport.Outcome talk(Map<String, String> answers) throws Exception {
    try (var server = new SmallMailServer(answers)) {
      return send(
          server.port(),
          Map.of("security", "none"),
          answers.containsValue(SmallMailServer.SILENCE) ? WITH_SILENCE : PATIENCE);
    }
  }

  private static Transport.Outcome send(int port, Map<String, String> settings) {
    return send(port, settings, PATIENCE);
  }

  private static Transport.Outcome send(int port, Map<String, String> settings, Duration patience) {
    var body = new EmailBody(Locale.ENGLISH, "A report", "Words", "<p>Words</p>");
    return send(port, settings, patience, body);
  }

  private static Transport.Outcome send(
      int port, Map<String, String> settings, Duration patience, EmailBody body) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("host", "127.0.0.1");
    all.put("port", String.valueOf(port));
    var mail =
        MailSettings.of(
            name -> Optional.ofNullable(all.get(name.substring("retainer.mail.".length()))));
    return new MailServer(mail, new DkimKeys(Path.of("none")), patience)
        .send(
            new Letter(
                "<1@retainer.invalid>",
                "about",
                MailIdentity.USUAL,
                new MailAddress("anna@example.org"),
                Instant.parse("2026-11-04T06:00:00Z"),
                body,
                List.of()),
            () -> {});
  }
}

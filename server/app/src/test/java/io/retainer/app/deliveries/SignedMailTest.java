package io.retainer.app.deliveries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.MailIdentity;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.workspace.dkim.DkimKey;
import io.retainer.workspace.dkim.DkimKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether receivers can see that a mail is from the domain it names. */
class SignedMailTest {

  @TempDir private Path home;
  private GreenMail server;

  @BeforeEach
  void start() {
    server =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Transport.Outcome send(Optional<String> ownSender) throws IOException {
    Map<String, String> settings =
        Map.of(
            "retainer.mail.host", "127.0.0.1",
            "retainer.mail.port", String.valueOf(server.getSmtp().getPort()),
            "retainer.mail.security", "none",
            "retainer.mail.from", "Агенцтва <reports@mail.agency.example>",
            "retainer.mail.reply-to", "anna@agency.example");
    Path pdf = Files.write(home.resolve("report.pdf"), "%PDF\r\n\n \t \r\n".getBytes(ISO_8859_1));
    var body =
        new EmailBody(
            new Locale("be"),
            "Справаздача за кастрычнік — вельмі доўгая тэма, якая пераносіцца на другі радок",
            "Words  with   blanks\nand lines \n\n.\nFrom here\n\n\n",
            "<p>Лічбы</p>\n");
    return new MailServer(
            MailSettings.of(name -> Optional.ofNullable(settings.get(name))), new DkimKeys(home))
        .send(
            new Letter(
                "<1@agency.example>",
                "about",
                ownSender.map(from -> MailIdentity.parse(from, "")).orElse(MailIdentity.USUAL),
                new MailAddress("anna@example.org"),
                Instant.parse("2026-11-04T06:00:00Z"),
                body,
                List.of(new Letter.Attachment("Справаздача.pdf", "application/pdf", pdf))),
            () -> {});
  }

  private String received() throws Exception {
    var bytes = new ByteArrayOutputStream();
    server.getReceivedMessages()[0].writeTo(bytes);
    return bytes.toString(ISO_8859_1);
  }

  @Test
  void theSignatureOfTheSendersDomainHoldsWhereTheMailArrives() throws Exception {
    DkimKey key = new DkimKeys(home).make("agency.example", "r2026");

    assertThat(send(Optional.empty())).isInstanceOf(Transport.Outcome.Taken.class);

    String mail = received();
    assertThat(ReceivedSignature.of(mail).tag("d")).isEqualTo("agency.example");
    assertThat(ReceivedSignature.of(mail).tag("s")).isEqualTo("r2026");
    assertThat(ReceivedSignature.of(mail).holds(key.publicPart())).isTrue();
    assertThat(ReceivedSignature.of(mail.replace("Words", "Other words")).holds(key.publicPart()))
        .as("other words")
        .isFalse();
    assertThat(
            ReceivedSignature.of(mail.replaceFirst("(?m)^To: .*$", "To: eve@example.org"))
                .holds(key.publicPart()))
        .as("another recipient")
        .isFalse();
    assertThat(ReceivedSignature.of("From: eve@example.org\r\n" + mail).holds(key.publicPart()))
        .as("one more sender")
        .isFalse();
  }

  @Test
  void theKeyWithTheLastSelectorSignsAndEachSenderHasItsOwn() throws Exception {
    DkimKeys keys = new DkimKeys(home);
    keys.make("agency.example", "r2026");
    keys.make("agency.example", "r2027");
    DkimKey ofClient = keys.make("shop.example", "r2025");

    assertThat(keys.of("agency.example").orElseThrow().selector()).isEqualTo("r2027");
    send(Optional.of("Shop <news@shop.example>"));

    assertThat(ReceivedSignature.of(received()).tag("d")).isEqualTo("shop.example");
    assertThat(ReceivedSignature.of(received()).holds(ofClient.publicPart())).isTrue();
  }

  @Test
  void withoutAKeyMailsLeaveAsTheyAre() throws Exception {
    new DkimKeys(home).make("other.example", "r2026");

    assertThat(send(Optional.empty())).isInstanceOf(Transport.Outcome.Taken.class);

    assertThat(received()).doesNotContain("DKIM-Signature");
  }

  @Test
  void aMailWhoseKeyIsBrokenWaitsAndSaysWhy() throws Exception {
    Path file = home.resolve("dkim/r2026._domainkey.agency.example.pem");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "-----BEGIN RSA PRIVATE KEY-----\nabc\n");

    assertThat(send(Optional.empty()))
        .isInstanceOf(Transport.Outcome.NotNow.class)
        .extracting(Transport.Outcome::answer)
        .asString()
        .contains("r2026._domainkey.agency.example.pem", "openssl pkcs8");
    assertThat(server.getReceivedMessages()).isEmpty();
  }
}

package io.retainer.app.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.retainer.app.SettableClock;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.workspace.TestAuthority;
import io.retainer.workspace.TestAuthority.Shown;
import io.retainer.workspace.TlsFront;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a real IMAP server that shows real certificates. */
class WatchedMailboxTest {

  @TempDir private static Path folder;
  private static TestAuthority authority;

  private final SettableClock clock = new SettableClock("2026-11-28T10:00:00Z");
  private final GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
  private boolean isVisited;

  @BeforeAll
  static void found() throws Exception {
    authority = TestAuthority.in(folder);
  }

  @BeforeEach
  void open() {
    server.start();
    server.setUser("exports@agency.example", "exports", "s3cret");
  }

  @AfterEach
  void close() {
    server.stop();
  }

  private WatchedMailbox mailbox(int port, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.putAll(Map.of("user", "exports", "password", "s3cret", "host", "127.0.0.1"));
    all.put("port", String.valueOf(port));
    all.putAll(settings);
    ImapSettings imap =
        ImapSettings.of(
                "retainer.inbox.imap.",
                name ->
                    Optional.ofNullable(all.get(name.substring("retainer.inbox.imap.".length()))))
            .orElseThrow();
    return new WatchedMailbox(
        imap, new ImapConnection(imap, Duration.ofMinutes(1)), Duration.ofDays(7), clock);
  }

  private ImapLook look(WatchedMailbox mailbox) {
    mailbox.look(folder -> isVisited = true);
    return mailbox.last();
  }

  /** Over TLS, as it is unless the settings say otherwise. */
  private ImapLook look(Shown shown) throws Exception {
    try (var front = new TlsFront(authority.serving(shown), server.getImap().getPort())) {
      return look(mailbox(front.port(), Map.of()));
    }
  }

  @Test
  void aMailboxIsReadOverTls() throws Exception {
    authority.whileTrusted(
        () -> assertThat(look(Shown.FINE)).isEqualTo(ImapLook.well(clock.instant())));
    assertThat(isVisited).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"EXPIRED,EXPIRED_CERTIFICATE,NotAfter", "OTHER_NAME,OTHER_CERTIFICATE,127.0.0.1"})
  void saysWhatIsWrongWithTheCertificate(Shown shown, ImapLook.Problem problem, String detail)
      throws Exception {
    authority.whileTrusted(
        () -> {
          ImapLook look = look(shown);

          assertThat(look.problem()).contains(problem);
          assertThat(look.detail()).contains(detail).doesNotContain("PKIX", "sun.", "s3cret");
          assertThat(look.next()).isPresent();
        });
    assertThat(isVisited).isFalse();
  }

  @Test
  void trustsNobodyWhoIsUnknown() throws Exception {
    ImapLook look = look(Shown.FINE);

    assertThat(look.problem()).contains(ImapLook.Problem.UNKNOWN_CERTIFICATE);
    assertThat(look.detail()).doesNotContain("PKIX", "sun.");
    assertThat(isVisited).isFalse();
  }

  @Test
  void signsInToNobodyWithoutTheProtectionThatIsAskedFor() {
    ImapLook look = look(mailbox(server.getImap().getPort(), Map.of("security", "starttls")));

    assertThat(look.problem()).contains(ImapLook.Problem.UNPROTECTED);
    assertThat(isVisited).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ImapLook.Problem.class)
  void everyProblemIsReadInEveryLanguage(ImapLook.Problem problem) {
    String key = "inbox.mailbox." + problem.word();
    for (Language language : Language.values()) {
      assertThat(Texts.in(language).text(key)).as(language + " " + key).isNotEqualTo(key);
    }
    assertThat(Texts.in(Language.FI).text(key)).isNotEqualTo(Texts.in(Language.EN).text(key));
  }
}

package io.retainer.app.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Language;
import io.retainer.model.mail.AllowedRecipients;
import jakarta.mail.MessagingException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaidTest {

  @ParameterizedTest
  @EnumSource(Said.class)
  void isReadByEverybodyInALanguageOfTheirs(Said said) {
    String kept = said.of("421 try later");
    assertThat(Said.isIn(kept)).isTrue();
    assertThat(Said.in(Language.EN, kept).replace('’', '\'').replace("\"", ""))
        .isEqualTo(kept.replace("\"", ""));
    for (Language language : List.of(Language.RU, Language.BE, Language.FI)) {
      assertThat(Said.in(language, kept))
          .isNotEqualTo(kept)
          .doesNotContain("The ", "server ")
          .matches(text -> text.contains("421 try later") == kept.contains("421 try later"));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatAMailServerSaidStaysAsItIs(Language language) {
    String answer = "550 5.1.1 <b>no such user</b>. Ask the postmaster (reply)";
    assertThat(Said.isIn(answer)).isFalse();
    assertThat(Said.in(language, answer)).isEqualTo(answer);
    assertThat(Said.in(language, "")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aConnectionThatEndedIsSaidInWords(Language language) {
    assertThat(Said.in(language, "[EOF]")).isNotEmpty().doesNotContain("EOF");
    assertThat(Said.in(language, Doubt.MAIL.after(Said.BROKE_OFF.of("[EOF]"))))
        .isNotEmpty()
        .doesNotContain("EOF", "Ask the recipient", "()");
    assertThat(Said.in(language, Doubt.MAIL.after("The webhook was silent.")))
        .isEqualTo("The webhook was silent.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whoStoppedAMailIsNamedWhateverTheirNameIs(Language language) {
    assertThat(Said.in(language, Said.STOPPED.of("olga.k"))).contains("olga.k").endsWith("olga.k.");
    assertThat(Said.isIn(Said.STOPPED.of("olga.k"))).isTrue();
  }

  /** Half of a mail was written when the other side went. */
  @Test
  void aPipeThatBreaksIsAConnectionThatBroke() {
    var failure = new MessagingException("Exception", new SocketException("Broken pipe"));

    Transport.Outcome outcome = SmtpFailure.outcome(failure, false);

    assertThat(outcome).isEqualTo(new Transport.Outcome.NotNow(Said.CUT.of("Broken pipe")));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whoMayNotGetAReportIsNamed(Language language) {
    String refusal = AllowedRecipients.refusal(List.of("eve@other.example")) + ".";
    assertThat(Said.isIn(refusal)).isTrue();
    assertThat(Said.in(language, refusal)).contains("eve@other.example");
  }

  @Test
  void aRefusedSignInIsNoFaultOfTheRecipientsServer() {
    assertThat(Advice.of(Said.SIGN_IN.of("535 5.7.8 authentication failed")))
        .isEqualTo(Advice.OTHER);
    assertThat(Advice.of("550 5.7.1 not welcome")).isEqualTo(Advice.POLICY);
  }

  /** Whoever reads "read the answer above" looks for one of a mail server. */
  @Test
  void whatAListKeptBackIsAMatterOfTheList() {
    assertThat(Advice.of(Said.NOT_ALLOWED.of("eve@other.example"))).isEqualTo(Advice.NOT_ALLOWED);
  }

  /** What came back was passed on, and is another server's business. */
  @Test
  void aRefusedRelayIsAMatterOfOurOwnMailServer() {
    String answer = "554 5.7.1 <anna@client.example>: Relay access denied";
    assertThat(Advice.of(answer, Delivery.State.FAILED)).isEqualTo(Advice.RELAY);
    assertThat(Advice.of("550 5.7.1 Unable to relay", Delivery.State.FAILED))
        .isEqualTo(Advice.RELAY);
    assertThat(Advice.of(answer, Delivery.State.BOUNCED)).isEqualTo(Advice.POLICY);
    assertThat(Advice.of("554 5.7.1 Spam message rejected", Delivery.State.FAILED))
        .isEqualTo(Advice.POLICY);
  }
}

package io.retainer.app.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.retainer.model.mail.Sender;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

  @Test
  void protectsTheConnectionUnlessToldOtherwise() {
    MailSettings settings = of(Map.of("retainer.mail.host", "mail.example.org"));

    assertThat(settings.security()).isEqualTo(MailSettings.Security.STARTTLS);
    assertThat(settings.port()).isEqualTo(587);
  }

  @Test
  void neverShowsThePassword() {
    MailSettings settings =
        of(Map.of("retainer.mail.host", "mail.example.org", "retainer.mail.password", "geheim"));

    assertThat(settings.toString()).doesNotContain("geheim");
  }

  @Test
  void saysWhichSettingCannotBeUsed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of("retainer.mail.security", "ssl")))
        .withMessage("retainer.mail.security is \"ssl\"; expected starttls, tls or none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of("retainer.mail.port", "smtp")))
        .withMessageContaining("retainer.mail.port is \"smtp\"");
  }

  @Test
  void refusesASenderThatIsNoAddressBeforeAnythingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of("retainer.mail.from", "Agency \"A\", <rep@agency.example>")))
        .withMessageStartingWith("retainer.mail.from is \"Agency");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of("retainer.mail.reply-to", "nobody")))
        .withMessageStartingWith("retainer.mail.reply-to is \"nobody\"");
  }

  @Test
  void writesANameOfAnyLettersAsMailHeadersWantIt() {
    Sender sender = of(Map.of("retainer.mail.from", "Агенцтва А <rep@agency.example>")).from();

    assertThat(SenderHeader.of(sender).getPersonal()).isEqualTo("Агенцтва А");
    assertThat(SenderHeader.of(sender).toString())
        .matches("\\p{ASCII}+")
        .endsWith("<rep@agency.example>");
    assertThat(of(Map.of("retainer.mail.from", "\"Агентство, Ко\" <a@b.example>")).from().name())
        .isEqualTo("Агентство, Ко");
    assertThat(SenderHeader.of(of(Map.of("retainer.mail.from", "a@b.example")).from()))
        .hasToString("a@b.example");
  }

  @Test
  void namesMailsAfterTheSendersDomain() {
    assertThat(of(Map.of("retainer.mail.from", "a@b.example")).domain()).isEqualTo("b.example");
    assertThat(of(Map.of()).domain()).isEqualTo("retainer.invalid");
  }

  private static MailSettings of(Map<String, String> values) {
    return MailSettings.of(name -> Optional.ofNullable(values.get(name)));
  }
}

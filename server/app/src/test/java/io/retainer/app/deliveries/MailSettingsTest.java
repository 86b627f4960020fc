package io.retainer.app.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

  private static MailSettings of(Map<String, String> values) {
    return MailSettings.of(name -> Optional.ofNullable(values.get(name)));
  }
}

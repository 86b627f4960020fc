package io.retainer.app.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"anna@example.org", "a.b+tag@sub.example.co", "o'neil@example.org"})
  void takesAPlainAddress(String text) {
    assertThat(new MailAddress(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "anna@",
        "@example.org",
        "Anna <anna@example.org>",
        "anna@example.org, oleg@example.org",
        "anna@example.org\r\nBcc: all@example.org",
        "anna@example.org\n",
        "an na@example.org",
        "friends:anna@example.org;",
        "anna@-example.org",
      })
  void refusesEverythingElse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailAddress(text))
        .withMessageContaining("is no e-mail address")
        .withMessageNotContaining("\n");
  }
}

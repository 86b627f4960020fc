package io.retainer.model.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reports@agency.example",
        "Агенцтва «Поўнач» <reports@agency.example>",
        "\"Agency, North & Co.\" <reports@agency.example>",
        "<reports@agency.example>"
      })
  void isReadAsItIsWritten(String text) {
    Sender sender = Sender.parse(text);

    assertThat(sender.address()).hasToString("reports@agency.example");
    assertThat(Sender.parse(sender.toString())).isEqualTo(sender);
  }

  @Test
  void aLineBreakBeginsNoHeaderOfItsOwn() {
    assertThat(Sender.parse("Agency\r\nBcc x <reports@agency.example>").name())
        .isEqualTo("Agency Bcc x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Agency",
        "Agency <reports@agency.example>, Other <x@y.example>",
        "Agency \"A\", <rep@agency.example>",
        "a@b.example c@d.example",
        "Agency <reports@agency.example> trailing",
        "Bcc: x@y.example <reports@agency.example>",
        "Agency <a@b@c.example>",
        "Agency <>"
      })
  void isOneAddressAndNothingElse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sender.parse(text))
        .withMessageContaining("expected an address");
  }
}

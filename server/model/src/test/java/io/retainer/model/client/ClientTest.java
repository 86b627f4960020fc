package io.retainer.model.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {

  private static Client named(String name) {
    return new Client(
        new ClientId("acme"),
        name,
        ZoneId.of("Europe/Helsinki"),
        Locale.ENGLISH,
        Currency.getInstance("EUR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Fjell Oy", "شركة النور", "می\u200cخواهم", "\u200fنور", "👩\u200d👧 Shop"})
  void isCalledInAnyWriting(String name) {
    assertThat(named(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme \u202Efdp.exe",
        "Acme\u2066 Oy",
        "Acme\u2028Bcc: all",
        "\u200b",
        "\ufeffAcme",
        "Acme\nOy",
        " "
      })
  void hasNoNameThatTurnsWhatStandsAroundIt(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named(name))
        .withMessageStartingWith("A client's name ")
        .withMessageNotContaining("\u202e");
    assertThat(Client.visible("Acme \u202Efdp.exe")).isEqualTo("Acme fdp.exe");
  }
}

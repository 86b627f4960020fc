package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortOptionTest {

  @Test
  void takesThePortThatIsConfiguredAsTheReadmeSays() {
    assertThat(PortOption.configured(Map.of())).isEmpty();
    assertThat(PortOption.configured(Map.of("RETAINER_HTTP_PORT", "9000"))).contains(9000);
    assertThat(
            PortOption.configured(
                Map.of(
                    "RETAINER_SERVER_OPTS",
                    "-Xmx512m -Dretainer.http.port=9100 -Dretainer.mail.host=mail",
                    "RETAINER_HTTP_PORT",
                    "9000")))
        .as("a system property comes before a variable, as for all settings")
        .contains(9100);
  }

  @Test
  void saysWhatIsNoPort() {
    assertThatThrownBy(() -> PortOption.configured(Map.of("RETAINER_HTTP_PORT", "http")))
        .isInstanceOf(WrongUsage.class)
        .hasMessage("The port retainer.http.port is a number, saw \"http\".");
  }
}

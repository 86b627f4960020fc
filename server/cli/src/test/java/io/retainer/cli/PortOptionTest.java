package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.workspace.configuration.Configuration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortOptionTest {

  @TempDir private Path home;

  private Optional<Integer> configured(Map<String, String> environment) {
    return PortOption.configured(Configuration.ofServer(home, environment));
  }

  @Test
  void takesThePortThatIsConfiguredAsTheReadmeSays() {
    assertThat(configured(Map.of())).isEmpty();
    assertThat(configured(Map.of("RETAINER_HTTP_PORT", "9000"))).contains(9000);
    assertThat(
            configured(
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
    assertThatThrownBy(() -> configured(Map.of("RETAINER_HTTP_PORT", "http")))
        .isInstanceOf(WrongUsage.class)
        .hasMessage("The port retainer.http.port is a number, saw \"http\".");
  }
}

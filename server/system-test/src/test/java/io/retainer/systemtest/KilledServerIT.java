package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged server, killed at the worst moment, and started again on the same home. */
class KilledServerIT {

  private static final long MAIL_LIMIT_SECONDS = 240;

  /** Longer than the clockwork takes to look for work, twice. */
  private static final long REPEAT_LIMIT_SECONDS = 25;

  private Path home;

  @Test
  void repeatsNoMailThatMayHaveArrivedAndLosesNothing() throws Exception {
    home = UsedHome.cleared();
    try (var mailServer = new DeafMailServer()) {
      JsonNode imports;
      try (RunningProduct product = start(mailServer)) {
        ClientOfDemo.add(product.api());
        imports = product.api().get("clients/" + ClientOfDemo.ID + "/imports");
        String schedule = ClientOfDemo.schedule(product.api(), List.of("aino@client.example"));
        product.api().post("schedules/" + schedule + "/run", Json.object());
        assertThat(mailServer.takesAMail(MAIL_LIMIT_SECONDS)).isTrue();
        product.kill();
      }

      try (RunningProduct product = start(mailServer)) {
        assertThat(mailServer.takesAMail(REPEAT_LIMIT_SECONDS)).as("the mail once more").isFalse();

        JsonNode deliveries = product.api().get("deliveries").path("deliveries");
        assertThat(deliveries).hasSize(1);
        assertThat(deliveries.path(0).path("state").asText()).isEqualTo("unknown");
        assertThat(deliveries.path(0).path("attempts").asInt()).isEqualTo(1);
        assertThat(deliveries.path(0).path("answer").asText()).contains("Ask the recipient");
        assertThat(product.api().get("clients/" + ClientOfDemo.ID + "/imports")).isEqualTo(imports);
        assertThat(product.api().get("runs").path("runs").path(0).path("state").asText())
            .isEqualTo("ready");
      }
    }
  }

  private RunningProduct start(DeafMailServer mailServer) throws Exception {
    return RunningProduct.start(
        home,
        Map.of(
            "RETAINER_MAIL_HOST", "127.0.0.1",
            "RETAINER_MAIL_PORT", String.valueOf(mailServer.port()),
            "RETAINER_MAIL_SECURITY", "none"));
  }
}

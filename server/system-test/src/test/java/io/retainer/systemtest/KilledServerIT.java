package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.Multipart;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import io.retainer.workspace.contract.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, killed at the worst moment, and started again on the same home. */
class KilledServerIT {

  private static final DemoBusiness SHOP = DemoBusiness.all().get(1);
  private static final YearMonth LAST = YearMonth.from(LocalDate.now(SHOP.zone())).minusMonths(1);
  private static final long MAIL_LIMIT_SECONDS = 240;

  /** Longer than the clockwork takes to look for work, twice. */
  private static final long REPEAT_LIMIT_SECONDS = 25;

  @TempDir private Path folder;

  @Test
  void repeatsNoMailThatMayHaveArrivedAndLosesNothing() throws Exception {
    try (var mailServer = new DeafMailServer()) {
      JsonNode imports;
      try (RunningProduct product = start(mailServer)) {
        addClientWithExports(product.api());
        imports = product.api().get("clients/" + SHOP.id() + "/imports");
        schedule(product.api());
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
        assertThat(product.api().get("clients/" + SHOP.id() + "/imports")).isEqualTo(imports);
        assertThat(product.api().get("runs").path("runs").path(0).path("state").asText())
            .isEqualTo("ready");
      }
    }
  }

  private RunningProduct start(DeafMailServer mailServer) throws Exception {
    return RunningProduct.start(
        folder.resolve("home"),
        Map.of(
            "RETAINER_MAIL_HOST", "127.0.0.1",
            "RETAINER_MAIL_PORT", String.valueOf(mailServer.port()),
            "RETAINER_MAIL_SECURITY", "none"));
  }

  private static void addClientWithExports(Api api) throws Exception {
    api.post(
        "clients",
        Json.object()
            .put("id", SHOP.id())
            .put("name", SHOP.name())
            .put("zone", SHOP.zone().getId())
            .put("locale", "fi")
            .put("currency", "EUR"));
    var form = new Multipart();
    for (Export export : SHOP.exports(LAST)) {
      if (export.name().contains(LAST.toString())) {
        form.file("file", export.name(), export.content());
      }
    }
    assertThat(api.upload("clients/" + SHOP.id() + "/imports", form))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.path("status").asText()).isEqualTo("accepted"));
  }

  private static void schedule(Api api) throws Exception {
    ObjectNode schedule =
        Json.object()
            .put("client", SHOP.id())
            .put("report", "monthly-performance")
            .put("rule", "business-day 3 at 08:00");
    schedule.set("recipients", Json.array(List.of("aino@client.example"), Json::text));
    String id = api.post("schedules", schedule).path("id").asText();
    api.post("schedules/" + id + "/run", Json.object());
  }
}

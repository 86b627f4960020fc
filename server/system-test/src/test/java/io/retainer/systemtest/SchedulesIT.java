package io.retainer.systemtest;

import static io.retainer.systemtest.Launcher.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.systemtest.Launcher.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules of the packaged server, handled from the command line beside it. */
class SchedulesIT {

  @TempDir private Path folder;
  private Path home;

  @Test
  void rulesAsPeoplePickThemAreImportedListedLeftOutAndRun() throws Exception {
    home = UsedHome.cleared();
    Path table =
        Files.writeString(
            folder.resolve("schedules.csv"),
            """
            client,report,rule,kind,recipients
            fjell,seo,day last at 08:00,month,anna@example.org
            fjell,seo,monday at 08:00,week,ben@example.org
            fjell,seo,cron 0 8 31 * *,month,pia@example.org
            """);
    try (var product = RunningProduct.start(home, Map.of())) {
      product
          .api()
          .post(
              "clients",
              Json.object()
                  .put("id", "fjell")
                  .put("name", "Fjell Oy")
                  .put("zone", "Europe/Helsinki")
                  .put("locale", "fi")
                  .put("currency", "EUR"));

      Outcome tried = schedule("import", table.toString(), "--dry-run");
      assertThat(tried.out()).contains("Line 4: by this rule no report goes out about ");
      assertThat(schedule("import", table.toString()).out()).contains("Saved.");

      JsonNode all = Json.read(schedule("list", "--json").out()).path("schedules");
      assertThat(all).hasSize(3);
      JsonNode last = of(all, "day last at 08:00");
      assertThat(last.path("when").asText()).isEqualTo("Last day of the month, 08:00");
      assertThat(last.path("skips")).isEmpty();
      assertThat(of(all, "cron 0 8 31 * *").path("skips")).isNotEmpty();

      String id = last.path("id").asText();
      String next = last.at("/next/0/period").asText();
      assertThat(schedule("skip", id, next).out()).isEqualTo(next + " is left out.\n");
      assertThat(schedule("skip", id, next, "--undo").out()).contains("goes out at its time");
      assertThat(schedule("skip", id, "2020-01").status()).isEqualTo(2);

      assertThat(schedule("run", id).out()).contains(" is being made.");
    }
  }

  private static JsonNode of(JsonNode schedules, String rule) {
    for (JsonNode each : schedules) {
      if (each.path("rule").asText().equals(rule)) {
        return each;
      }
    }
    throw new AssertionError("No " + rule + " in " + schedules);
  }

  private Outcome schedule(String... words) throws Exception {
    String[] all = new String[words.length + 3];
    all[0] = "schedule";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--home";
    all[words.length + 2] = home.toString();
    return retainer(folder, (Object[]) all);
  }
}

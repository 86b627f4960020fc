package io.retainer.systemtest;

import static io.retainer.systemtest.Launcher.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.systemtest.Launcher.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Destinations of the packaged server, handled from the command line beside it. */
class DestinationsIT {

  private static final String SECRET = "hush-hush-4711";

  @TempDir private Path folder;
  private Path home;
  private Path archive;
  private RunningProduct product;

  @BeforeEach
  void start() throws Exception {
    home = UsedHome.cleared();
    archive = Files.createDirectory(folder.resolve("archive"));
    Path file =
        Files.writeString(
            home.resolve("destinations.yaml"),
            "destinations:\n  archive: {folder: %s, clients: all}\n".formatted(archive));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    product = RunningProduct.start(home, Map.of());
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
  }

  @AfterEach
  void stop() {
    product.close();
  }

  private Outcome destination(Object... words) throws Exception {
    Object[] all = new Object[words.length + 3];
    all[0] = "destination";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--home";
    all[words.length + 2] = home;
    return retainer(folder, all);
  }

  @Test
  void oneIsAddedTriedPausedAndRemoved() throws Exception {
    Path secret = Files.writeString(folder.resolve("crm.key"), SECRET + "\n");
    Object[] crm = {
      "add", "crm", "--webhook", "https://127.0.0.1/", "--client", "fjell", "--secret-file", secret
    };
    Object[] dryCrm = java.util.Arrays.copyOf(crm, crm.length + 1);
    dryCrm[crm.length] = "--dry-run";

    Outcome wouldBe = destination(dryCrm);
    assertThat(wouldBe.status()).as(wouldBe.err()).isZero();
    assertThat(wouldBe.out()).contains("crm@webhook can be used. Nothing was added");
    assertThat(product.api().get("destinations")).hasSize(1);

    Outcome added = destination(crm);
    assertThat(added.status()).as(added.err()).isZero();
    assertThat(added.out()).contains("crm@webhook is added, for reports of fjell");
    Outcome again = destination(crm);
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("There is a crm@webhook already");

    Outcome taken = destination("test", "archive@folder");
    assertThat(taken.status()).as(taken.err()).isZero();
    assertThat(taken.out())
        .contains("archive@folder: it took the test. written: retainer-test.txt");
    assertThat(archive).isDirectoryContaining("glob:**retainer-test.txt");
    Outcome internal = destination("test", "crm@webhook");
    assertThat(internal.status()).as("within the own network").isEqualTo(1);
    assertThat(internal.out()).startsWith("crm@webhook: it ");

    JsonNode paused = Json.read(destination("pause", "crm@webhook", "--json").out());
    assertThat(paused.path("paused").asBoolean()).as(paused.toString()).isTrue();
    assertThat(destination("list").out())
        .containsPattern("crm@webhook +https://127.0.0.1/ +fjell +an owner +paused by ")
        .containsPattern("archive@folder +" + archive + " +all +destinations.yaml +-")
        .doesNotContain(SECRET);
    Outcome doctor = retainer(folder, "doctor", "--home", home);
    assertThat(doctor.out())
        .contains("2 can be used, 1 of destinations.yaml and 1 added by owners")
        .contains("crm@webhook is paused by ")
        .contains("retainer destination resume crm@webhook");
    assertThat(Json.read(destination("resume", "crm@webhook", "--json").out()).path("paused"))
        .hasToString("false");

    // One that gets files: a webhook would need the address people use.
    ObjectNode bank =
        Json.object()
            .put("name", "bank")
            .put("kind", "sftp")
            .put("target", "sftp://reports@sftp.example.org/in")
            .put("secret", SECRET);
    bank.putArray("hostKeys").add("SHA256:" + "A".repeat(43));
    bank.putArray("clients").add("fjell");
    product.api().post("destinations", bank);
    String id = schedule();
    Outcome dry = destination("remove", "bank@sftp", "--dry-run");
    assertThat(dry.out())
        .contains("Schedule " + id + " of fjell (monthly-performance) sends there.")
        .contains("Nothing was removed");
    Outcome used = destination("remove", "bank@sftp");
    assertThat(used.status()).isEqualTo(2);
    assertThat(used.err())
        .contains("Schedule " + id + " of fjell (monthly-performance) sends there.")
        .contains("Nothing was removed", "--force");
    JsonNode removed = Json.read(destination("remove", "bank@sftp", "--force", "--json").out());
    assertThat(removed.path("removed").asBoolean()).as(removed.toString()).isTrue();
    assertThat(removed.path("schedules"))
        .extracting(each -> each.path("id").asText())
        .containsExactly(id);
    assertThat(destination("remove", "crm@webhook").status()).isZero();
    JsonNode left = Json.read(destination("list", "--json").out());
    assertThat(left)
        .extracting(each -> each.path("recipient").asText())
        .containsExactly("archive@folder");
    Outcome gone = destination("remove", "crm@webhook");
    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.err()).contains("There is no destination crm@webhook");
    assertThat(destination("remove", "archive@folder").err()).contains("the operator takes it out");
    assertThat(destination("pause", "../clients").err()).contains("is no destination");
    try (var logs = Files.walk(home.resolve("run"))) {
      for (Path log : logs.filter(each -> each.toString().endsWith(".log")).toList()) {
        assertThat(Files.readString(log)).doesNotContain(SECRET);
      }
    }
  }

  private String schedule() throws Exception {
    var schedule =
        Json.object()
            .put("client", "fjell")
            .put("report", "monthly-performance")
            .put("rule", "business-day 3 at 08:00");
    schedule.set("recipients", Json.array(List.of("bank@sftp"), Json::text));
    return product.api().post("schedules", schedule).path("id").asText();
  }

  /** As {@code pass show token | retainer destination add …} does, and by the environment. */
  @Test
  void aSecretComesFromStandardInputOrTheEnvironment() throws Exception {
    int piped =
        run(
            Map.of(),
            SECRET,
            List.of("channel", "--slack", "C0123456789", "--client", "all", "--secret-file", "-"));
    int ofEnvironment =
        run(
            Map.of("BOT_TOKEN", "1:" + SECRET),
            "",
            List.of(
                "chat", "--telegram", "-1001", "--client", "fjell", "--secret-env", "BOT_TOKEN"));

    assertThat(piped).isZero();
    assertThat(ofEnvironment).isZero();
    assertThat(product.api().get("destinations"))
        .extracting(each -> each.path("recipient").asText() + " " + each.path("target").asText())
        .contains("channel@slack C0123456789", "chat@telegram -1001");
  }

  private int run(Map<String, String> environment, String input, List<String> words)
      throws Exception {
    Object[] all = new Object[words.size() + 4];
    all[0] = "destination";
    all[1] = "add";
    System.arraycopy(words.toArray(), 0, all, 2, words.size());
    all[words.size() + 2] = "--home";
    all[words.size() + 3] = home;
    Process process =
        Launcher.builder(folder, environment, all)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("add.out").toFile())
            .start();
    try (var out = process.outputWriter()) {
      out.write(input);
    }
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}

package io.retainer.systemtest;

import static io.retainer.systemtest.Launcher.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.ApiException;
import io.retainer.systemtest.Launcher.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source of the packaged server that is a command, handled from the command line beside it. */
class SourcesIT {

  private static final String TAP =
      """
      #!/bin/sh
      while [ -e "$HOLD" ]; do sleep 0.2; done
      echo '{"type":"SCHEMA","stream":"website_overview","schema":{"type":"object"},"key_properties":["date","property_id"]}'
      echo '{"type":"RECORD","stream":"website_overview","record":{"property_id":"7","date":"20261001","activeUsers":8,"newUsers":3,"sessions":'$SESSIONS',"screenPageViews":25,"bounceRate":0.4,"engagementRate":0.6,"averageSessionDuration":60}}'
      """;

  @TempDir private Path folder;

  @Test
  void whatACommandWritesIsImportedByTheServerThatTheCommandLineAsks() throws Exception {
    Path home = UsedHome.cleared();
    Path tap = Files.writeString(folder.resolve("tap"), TAP);
    Files.setPosixFilePermissions(tap, PosixFilePermissions.fromString("rwx------"));
    Path hold = Files.createFile(folder.resolve("hold"));
    ownersOnly(home.resolve("tap.env"), "SESSIONS=10\nHOLD=%s\n".formatted(hold));
    ownersOnly(
        home.resolve("commands.yaml"),
        "commands:\n  shop:\n    run: [%s]\n    environment: tap.env\n".formatted(tap));

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

      Outcome added =
          retainer(
              folder,
              "source",
              "add",
              "--client",
              "fjell",
              "--platform",
              "command",
              "--account",
              "shop",
              "--home",
              home);
      begin(product);
      Path out = folder.resolve("pull.out");
      Path err = folder.resolve("pull.err");
      Process pull =
          Launcher.builder(folder, Map.of(), "source", "pull", "shop", "--home", home)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      while (pull.isAlive() && !Files.readString(err).contains("shop: days from")) {
        Thread.sleep(100);
      }
      Files.delete(hold);
      int pulled = pull.waitFor();
      Outcome rekey = retainer(folder, "source", "rekey", "--home", home);

      assertThat(added.status()).as(added.err()).isZero();
      assertThat(pulled).as(Files.readString(err)).isZero();
      assertThat(Files.readString(out)).contains("shop: imported until");
      assertThat(Files.readString(err)).contains("shop: days from");
      assertThat(rekey.status()).isEqualTo(2);
      assertThat(rekey.err()).contains("stop it, then change the key");
      JsonNode batch = product.api().get("clients/fjell/imports").get(0);
      assertThat(batch.path("status").asText()).isEqualTo("accepted");
      assertThat(batch.path("file").asText()).startsWith("command-shop-").endsWith(".jsonl");
      assertThat(sourceOf(product).path("problem").isNull()).isTrue();
    }
  }

  private static JsonNode sourceOf(RunningProduct product) throws Exception {
    return product.api().get("clients/fjell/sources").get(0);
  }

  /** The server may have begun by itself, as it does when it starts. */
  private static void begin(RunningProduct product) throws Exception {
    String id = sourceOf(product).path("id").asText();
    try {
      product.api().post("clients/fjell/sources/" + id + "/pull", Json.object());
    } catch (ApiException e) {
      assertThat(e.status()).isEqualTo(409);
    }
  }

  private static void ownersOnly(Path file, String text) throws Exception {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}

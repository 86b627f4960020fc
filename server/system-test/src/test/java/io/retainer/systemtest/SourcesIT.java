package io.retainer.systemtest;

import static io.retainer.systemtest.Launcher.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
      echo '{"type":"SCHEMA","stream":"website_overview","schema":{"type":"object"},"key_properties":["date","property_id"]}'
      echo '{"type":"RECORD","stream":"website_overview","record":{"property_id":"7","date":"20261001","activeUsers":8,"newUsers":3,"sessions":'$SESSIONS',"screenPageViews":25,"bounceRate":0.4,"engagementRate":0.6,"averageSessionDuration":60}}'
      """;

  @TempDir private Path folder;

  @Test
  void whatACommandWritesIsImportedByTheServerThatTheCommandLineAsks() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path tap = Files.writeString(folder.resolve("tap"), TAP);
    Files.setPosixFilePermissions(tap, PosixFilePermissions.fromString("rwx------"));
    ownersOnly(home.resolve("tap.env"), "SESSIONS=10\n");
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
      Outcome pulled = retainer(folder, "source", "pull", "shop", "--home", home);
      Outcome rekey = retainer(folder, "source", "rekey", "--home", home);

      assertThat(added.status()).as(added.err()).isZero();
      assertThat(pulled.status()).as(pulled.err()).isZero();
      assertThat(pulled.out()).contains("shop: imported until");
      assertThat(pulled.err()).contains("shop: days from");
      assertThat(rekey.status()).isEqualTo(2);
      assertThat(rekey.err()).contains("stop it, then change the key");
      JsonNode batch = product.api().get("clients/fjell/imports").get(0);
      assertThat(batch.path("status").asText()).isEqualTo("accepted");
      assertThat(batch.path("file").asText()).startsWith("command-shop-").endsWith(".jsonl");
      assertThat(product.api().get("clients/fjell/sources").get(0).path("problem").isNull())
          .isTrue();
    }
  }

  private static void ownersOnly(Path file, String text) throws Exception {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}

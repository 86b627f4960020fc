package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.Multipart;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Connectors come and go in a server that runs, and harm it in no way. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PluginIT {

  @TempDir private static Path folder;

  private static RunningProduct product;
  private static Path plugins;

  @BeforeAll
  static void start() throws Exception {
    Path home = UsedHome.cleared();
    plugins = Files.createDirectories(home.resolve("connectors"));
    product = RunningProduct.start(home, Map.of());
    product
        .api()
        .post(
            "clients",
            Json.object()
                .put("id", "acme")
                .put("name", "Acme")
                .put("zone", "Europe/Helsinki")
                .put("locale", "en")
                .put("currency", "EUR"));
  }

  @AfterAll
  static void stop() {
    if (product != null) {
      product.close();
    }
  }

  @Test
  @Order(1)
  void aJarThatIsPutThereIsUsedWithoutARestart() throws Exception {
    assertThat(ids()).contains("shopify").doesNotContain("made-up");
    assertThat(imported("made up word").path("status").asText()).isEqualTo("unrecognised");

    Path jar = MadeUpPlugin.write(folder.resolve("made-up.jar"), folder);
    Files.move(jar, plugins.resolve("made-up.jar"), StandardCopyOption.ATOMIC_MOVE);

    assertThat(ids()).contains("shopify", "made-up");
    JsonNode result = imported("made up word");
    assertThat(result.path("status").asText()).as(result.toString()).isEqualTo("accepted");
    assertThat(result.path("connector").asText()).isEqualTo("made-up");
  }

  @Test
  @Order(2)
  void aBadJarIsNamedAndHarmsNothing() throws Exception {
    Files.writeString(plugins.resolve("bad.jar"), "no zip at all");

    JsonNode problems = product.api().get("connector-problems");

    assertThat(problems).hasSize(1);
    assertThat(problems.at("/0/jar").asText()).isEqualTo("bad.jar");
    assertThat(problems.at("/0/reason").asText()).contains("is no whole JAR");
    assertThat(ids()).contains("shopify", "made-up");
    assertThat(page()).contains("bad.jar: is no whole JAR", "Nothing that exists.", "Shopify");
    Files.delete(plugins.resolve("bad.jar"));
    assertThat(product.api().get("connector-problems")).isEmpty();
  }

  @Test
  @Order(3)
  void aConnectorSeesNothingOfTheServer() throws Exception {
    JsonNode result = imported("made up look around");

    assertThat(result.at("/issues/0/saw").asText()).contains("sees []");
  }

  @Test
  @Order(4)
  void aConnectorThatWouldEndTheServerEndsItsImport() throws Exception {
    JsonNode result = imported("made up exit");

    assertThat(result.path("status").asText()).isEqualTo("rejected");
    assertThat(result.at("/issues/0/saw").asText()).contains("it tried to end the server");
    assertThat(imported("made up another word").path("status").asText()).isEqualTo("accepted");
  }

  @Test
  @Order(5)
  void aJarThatIsTakenAwayIsGone() throws Exception {
    Files.delete(plugins.resolve("made-up.jar"));

    assertThat(ids()).contains("shopify").doesNotContain("made-up");
    assertThat(imported("made up third word").path("status").asText()).isEqualTo("unrecognised");
  }

  @Test
  @Order(6)
  void theApiAnswersAsItIsDescribed() throws Exception {
    ApiSchemas schemas = ApiSchemas.of(product.server().url());
    Api api = product.api();

    schemas.describes(api.get("connectors"), "get", "/api/v1/connectors", 200);
    schemas.describes(api.get("connectors/tabular"), "get", "/api/v1/connectors/{id}", 200);
    schemas.describes(api.get("connector-problems"), "get", "/api/v1/connector-problems", 200);
    assertThat(api.find("connectors/nobody")).isEmpty();
  }

  /** The page of connectors as a person sees it. */
  private static String page() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(product.server().url().resolve("/connectors"))
            .header("Authorization", "Bearer " + product.server().token())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static List<String> ids() throws IOException, InterruptedException {
    return product.api().get("connectors").findValuesAsText("id");
  }

  private static JsonNode imported(String text) throws IOException, InterruptedException {
    Api api = product.api();
    var file = new Multipart().file("file", "made-up.txt", text.getBytes(StandardCharsets.UTF_8));
    return api.upload("clients/acme/imports", file).get(0);
  }
}

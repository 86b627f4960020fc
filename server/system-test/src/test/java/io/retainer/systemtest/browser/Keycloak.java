package io.retainer.systemtest.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.server.Ports;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A Keycloak on this machine with the realm of an agency, which it forgets when it ends. It is
 * called localhost, so that to a browser it is another site than a server at 127.0.0.1.
 */
final class Keycloak implements AutoCloseable {

  static final String CLIENT = "retainer";
  static final String SECRET = "a secret of these two";

  private static final Duration START = Duration.ofMinutes(8);
  private static final String REALM = "agency";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String admin = UUID.randomUUID().toString();
  private final int port =
      Ports.firstFree(ThreadLocalRandom.current().nextInt(30_000, 40_000), 200).orElseThrow();
  private final Path log;
  private final Process process;

  /**
   * @param distribution its unpacked archive
   * @param log gets what it writes
   */
  Keycloak(Path distribution, Path log) throws IOException, InterruptedException {
    this.log = log;
    Path imported = Files.createDirectories(distribution.resolve("data/import"));
    try (InputStream realm = Keycloak.class.getResourceAsStream("agency-realm.json")) {
      Files.copy(realm, imported.resolve("agency-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }
    var builder =
        new ProcessBuilder(
                "bash",
                distribution.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", admin);
    process = builder.start();
    awaitStart();
  }

  String issuer() {
    return "http://localhost:" + port + "/realms/" + REALM;
  }

  private void awaitStart() throws IOException, InterruptedException {
    long limit = System.nanoTime() + START.toNanos();
    while (!answers()) {
      if (process.waitFor(500, TimeUnit.MILLISECONDS) || System.nanoTime() > limit) {
        close();
        throw new IllegalStateException("Keycloak did not start: " + Files.readString(log));
      }
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      URI discovery = URI.create(issuer() + "/.well-known/openid-configuration");
      HttpRequest asked = HttpRequest.newBuilder(discovery).build();
      return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /**
   * Makes our server known, as an operator does by the README: a confidential client with PKCE, and
   * the groups in the identity token.
   */
  void register(URI server) throws IOException, InterruptedException {
    ObjectNode client = Json.object().put("clientId", CLIENT).put("secret", SECRET);
    client.put("publicClient", false).put("directAccessGrantsEnabled", false);
    client.putArray("redirectUris").add(server.resolve("/sign-in/provider/callback").toString());
    client
        .putObject("attributes")
        .put("pkce.code.challenge.method", "S256")
        .put("post.logout.redirect.uris", server.resolve("/sign-in").toString());
    ObjectNode groups = client.putArray("protocolMappers").addObject().put("name", "groups");
    groups.put("protocol", "openid-connect");
    groups.put("protocolMapper", "oidc-group-membership-mapper");
    groups
        .putObject("config")
        .put("claim.name", "groups")
        .put("full.path", "false")
        .put("id.token.claim", "true");
    ask("POST", "/clients", client);
  }

  void changeSecret(String secret) throws IOException, InterruptedException {
    JsonNode known = ask("GET", "/clients?clientId=" + CLIENT, null).path(0);
    ask("PUT", "/clients/" + known.path("id").asText(), ((ObjectNode) known).put("secret", secret));
  }

  /** Signs by a new key from now on, and forgets the earlier ones. */
  void changeKeys() throws IOException, InterruptedException {
    String type = "org.keycloak.keys.KeyProvider";
    JsonNode before = ask("GET", "/components?type=" + type, null);
    ObjectNode key = Json.object().put("name", "next").put("providerId", "rsa-generated");
    key.put("providerType", type);
    key.putObject("config").putArray("priority").add("200");
    ask("POST", "/components", key);
    for (JsonNode each : before) {
      if (each.path("providerId").asText().equals("rsa-generated")) {
        ask("DELETE", "/components/" + each.path("id").asText(), null);
      }
    }
  }

  private JsonNode ask(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + port + "/admin/realms/" + REALM + path);
    HttpRequest asked =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.text(body)))
            .build();
    HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + answer.body());
    }
    return Json.read(answer.body());
  }

  private String token() throws IOException, InterruptedException {
    URI address =
        URI.create("http://localhost:" + port + "/realms/master/protocol/openid-connect/token");
    HttpRequest asked =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=password&client_id=admin-cli&username=admin&password=" + admin))
            .build();
    return Json.read(http.send(asked, BodyHandlers.ofString()).body())
        .path("access_token")
        .asText();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

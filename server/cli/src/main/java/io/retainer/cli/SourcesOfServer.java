package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.ApiException;
import io.retainer.cli.server.RunningServer;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The sources of a home, by the API of the server that works in it. */
final class SourcesOfServer implements SourceBook {

  private static final long LOOK = 1_000;
  private static final int CONFLICT = 409;

  private final Api api;

  SourcesOfServer(RunningServer server) {
    this.api = new Api(server.url(), server.token());
  }

  @Override
  public List<JsonNode> all() throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode client : api.get("clients")) {
      api.get("clients/" + client.path("id").asText() + "/sources").forEach(all::add);
    }
    return all;
  }

  @Override
  public JsonNode add(
      String client,
      String platform,
      String account,
      String credential,
      String from,
      OptionalInt lookBack)
      throws IOException, InterruptedException {
    ObjectNode body =
        Json.object()
            .put("platform", platform)
            .put("account", account)
            .put("credential", credential)
            .put("from", from);
    lookBack.ifPresent(days -> body.put("lookBack", days));
    return api.post("clients/" + client + "/sources", body);
  }

  @Override
  public void test(JsonNode source) throws IOException, InterruptedException {
    api.post(path(source) + "/test", Json.object());
  }

  @Override
  public JsonNode pull(JsonNode source, Consumer<String> begun)
      throws IOException, InterruptedException {
    JsonNode now = begin(source);
    String told = "";
    while (now.hasNonNull("pulling")) {
      if (!now.path("pulling").asText().equals(told)) {
        told = now.path("pulling").asText();
        begun.accept(told);
      }
      Thread.sleep(LOOK);
      now = again(source);
    }
    return now;
  }

  /** The server may be at it by itself: then it is waited for like one that was asked for. */
  private JsonNode begin(JsonNode source) throws IOException, InterruptedException {
    try {
      return api.post(path(source) + "/pull", Json.object());
    } catch (ApiException e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
      return again(source);
    }
  }

  private JsonNode again(JsonNode source) throws IOException, InterruptedException {
    for (JsonNode each : api.get("clients/" + source.path("client").asText() + "/sources")) {
      if (each.path("id").equals(source.path("id"))) {
        return each;
      }
    }
    throw new IOException("The source was removed meanwhile.");
  }

  @Override
  public void pause(JsonNode source, boolean isPaused) throws IOException, InterruptedException {
    api.post(path(source) + (isPaused ? "/pause" : "/resume"), Json.object());
  }

  @Override
  public void remove(JsonNode source) throws IOException, InterruptedException {
    api.delete(path(source));
  }

  private static String path(JsonNode source) {
    return "clients/%s/sources/%s"
        .formatted(source.path("client").asText(), source.path("id").asText());
  }

  @Override
  public void close() {
    // The server goes on.
  }
}

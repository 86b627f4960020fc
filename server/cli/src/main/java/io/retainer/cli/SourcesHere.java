package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.SourceJson;
import io.retainer.workspace.pull.PullSource;
import io.retainer.workspace.pull.Puller;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The sources of a home that no server works in. */
final class SourcesHere implements SourceBook {

  private static final int USUAL_PAST = 90;

  private final Workspace workspace;
  private final Puller puller;

  SourcesHere(Workspace workspace) {
    this.workspace = workspace;
    this.puller = Puller.of(workspace);
  }

  @Override
  public List<JsonNode> all() {
    return puller.all().stream().<JsonNode>map(source -> SourceJson.of(source, puller)).toList();
  }

  @Override
  public JsonNode add(
      String client,
      String platform,
      String account,
      String credential,
      String from,
      OptionalInt lookBack) {
    Client owner = workspace.clients().named(new ClientId(client));
    LocalDate today = LocalDate.now(workspace.clock().withZone(owner.zone()));
    LocalDate first = from.isEmpty() ? today.minusDays(USUAL_PAST) : LocalDate.parse(from);
    return SourceJson.of(puller.add(owner, platform, account, credential, first, lookBack), puller);
  }

  @Override
  public void test(JsonNode source) {
    puller.test(found(source));
  }

  @Override
  public JsonNode pull(JsonNode source, Consumer<String> begun) {
    PullSource asked = found(source);
    begun.accept(asked.first().toString());
    puller.pull(asked);
    return SourceJson.of(found(source), puller);
  }

  @Override
  public void pause(JsonNode source, boolean isPaused) {
    puller.pause(source.path("id").asText(), isPaused);
  }

  @Override
  public void remove(JsonNode source) {
    puller.remove(source.path("id").asText());
  }

  private PullSource found(JsonNode source) {
    return puller.all().stream()
        .filter(each -> each.id().equals(source.path("id").asText()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    workspace.close();
  }
}

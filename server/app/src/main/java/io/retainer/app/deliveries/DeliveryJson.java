package io.retainer.app.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.util.Optional;

/** Deliveries as programs read them. */
final class DeliveryJson {

  private DeliveryJson() {}

  static ObjectNode of(Delivery delivery) {
    ObjectNode json =
        Json.object()
            .put("id", delivery.id())
            .put("run", delivery.run())
            .put("client", delivery.client().value())
            .put("recipient", delivery.recipient())
            .put("messageId", delivery.messageId())
            .put("state", delivery.state().word())
            .put("attempts", delivery.attempts());
    json.set("answer", textOrNull(delivery.answer()));
    json.set("advice", textOrNull(Advice.on(delivery).map(Advice::word)));
    json.put("interrupted", delivery.interrupted()).put("createdAt", delivery.created().toString());
    json.set(
        "nextAttemptAt",
        textOrNull(delivery.nextAttempt().filter(at -> delivery.state().isWaiting())));
    json.put("updatedAt", delivery.updated().toString());
    json.set("sentAt", textOrNull(delivery.sent()));
    json.set("replacedBy", textOrNull(delivery.replacedBy()));
    return json;
  }

  static ObjectNode of(Readdressing.Readdressed done) {
    ObjectNode json = Json.object();
    json.set("delivery", of(done.delivery()));
    json.set("replaced", of(done.replaced()));
    json.set("corrected", textOrNull(done.corrected()));
    json.set(
        "others",
        Json.array(
            done.others(),
            each -> Json.object().put("schedule", each.schedule()).put("report", each.report())));
    return json;
  }

  static ObjectNode of(FailedMails.Retried done, boolean isDryRun) {
    ObjectNode json =
        Json.object()
            .put("retried", done.retried())
            .put("outdated", done.outdated())
            .put("dryRun", isDryRun);
    json.set(
        "refused",
        Json.array(
            done.refused(),
            each ->
                Json.object()
                    .put("delivery", each.mail().id())
                    .put("client", each.mail().client().value())
                    .put("recipient", each.mail().recipient())
                    .put("problem", each.why() + ".")));
    return json;
  }

  private static JsonNode textOrNull(Optional<?> value) {
    return value.<JsonNode>map(Json::text).orElseGet(() -> Json.object().nullNode());
  }
}

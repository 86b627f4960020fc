package io.retainer.app.destinations;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.Destination;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A message with the link, from an app to a channel (Slack's chat.postMessage). */
final class Slack {

  /** What passes by itself, or when an operator mends the token. */
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "not_authed",
          "invalid_auth",
          "token_expired",
          "token_revoked",
          "account_inactive");

  private final Destination destination;

  Slack(Destination destination) {
    this.destination = destination;
  }

  Outcome send(Letter letter, Runnable leaving) {
    try {
      String token = destination.readSecret();
      String json =
          Json.text(
              Json.object()
                  .put("channel", destination.target())
                  .put("text", plain(letter.body().subject()) + "\n" + letter.link().orElseThrow())
                  .put("unfurl_links", false));
      var call = new Call(destination, token);
      return call.post(
          URI.create(destination.base().orElseThrow() + "/api/chat.postMessage"),
          Map.of("Authorization", "Bearer " + token),
          json,
          leaving,
          answer -> meaning(call, answer));
    } catch (IOException e) {
      return new Outcome.NotNow("The secret-file of " + letter.to() + " cannot be read.");
    }
  }

  /** Slack answers 200 to whatever it refuses. */
  private static Outcome meaning(Call call, Call.Answer answer) {
    if (answer.status() != 200) {
      return call.usual(answer);
    }
    return answer
        .json()
        .map(json -> meaning(call, answer, json))
        .orElseGet(
            () ->
                new Outcome.Unclear(
                    call.said("It answered what is not Slack's: " + answer.body())));
  }

  private static Outcome meaning(Call call, Call.Answer answer, JsonNode json) {
    if (json.path("ok").asBoolean()) {
      return new Outcome.Taken("ok " + call.said(json.path("ts").asText()));
    }
    String error = call.said(json.path("error").asText("no reason"));
    return PASSING.contains(error)
        ? new Outcome.NotNow(error, answer.asked())
        : new Outcome.Refused(error);
  }

  /** Names of clients are no mentions and no markup. */
  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

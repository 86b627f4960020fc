package io.retainer.app.destinations;

import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.Destination;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A message with the link, from a bot to a chat (Telegram's Bot API, sendMessage). */
final class Telegram {

  private final Destination destination;

  Telegram(Destination destination) {
    this.destination = destination;
  }

  Outcome send(Letter letter, Runnable leaving) {
    try {
      String token = destination.readSecret();
      if (!token.matches("[0-9]+:[A-Za-z0-9_-]+")) {
        return new Outcome.NotNow("The secret of " + letter.to() + " is no bot's token.");
      }
      String json =
          Json.text(
              Json.object()
                  .put("chat_id", destination.target())
                  .put("text", letter.body().subject() + "\n" + letter.link().orElseThrow())
                  .put("disable_web_page_preview", true));
      var call = new Call(destination, token);
      URI address = URI.create(destination.base().orElseThrow() + "/bot" + token + "/sendMessage");
      return call.post(address, Map.of(), json, leaving, answer -> meaning(call, answer));
    } catch (IOException e) {
      return new Outcome.NotNow("The secret-file of " + letter.to() + " cannot be read.");
    }
  }

  /** Of what stands before it, as a proxy, 200 says nothing. */
  private static Outcome meaning(Call call, Call.Answer answer) {
    if (answer.status() != 200) {
      return call.usual(answer.asking(retryAfter(answer)));
    }
    return answer
        .json()
        .map(
            json ->
                json.path("ok").asBoolean()
                    ? call.usual(answer)
                    : new Outcome.Refused(call.said(json.path("description").asText("no reason"))))
        .orElseGet(
            () ->
                new Outcome.Unclear(
                    call.said("It answered what is not Telegram's: " + answer.body())));
  }

  /** Who sends too many messages is told for how many seconds to be quiet. */
  private static Duration retryAfter(Call.Answer answer) {
    return answer
        .json()
        .map(json -> json.path("parameters").path("retry_after").asInt())
        .map(seconds -> Duration.ofSeconds(Math.max(0, seconds)))
        .orElse(Duration.ZERO);
  }
}

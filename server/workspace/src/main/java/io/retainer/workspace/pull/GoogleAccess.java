package io.retainer.workspace.pull;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks one of Google's interfaces, with access that is renewed before it ends. */
final class GoogleAccess {

  /** Google's access ends after an hour. */
  private static final Duration USED = Duration.ofMinutes(50);

  private final Endpoints endpoints;
  private final Wire wire;
  private final GoogleCredential credential;
  private final String scope;
  private final Clock clock;
  private String token = "";
  private Instant given = Instant.EPOCH;

  GoogleAccess(
      Endpoints endpoints, Wire wire, GoogleCredential credential, String scope, Clock clock) {
    this.endpoints = endpoints;
    this.wire = wire;
    this.credential = credential;
    this.scope = scope;
    this.clock = clock;
  }

  String who() {
    return credential.who();
  }

  /** Any status but those that mean busy. */
  Wire.Answer post(URI address, String json) {
    if (token.isEmpty() || given.plus(USED).isBefore(clock.instant())) {
      token = fresh();
      given = clock.instant();
    }
    Wire.Answer answer =
        wire.send(
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    if (answer.status() != 200) {
      token = "";
    }
    return answer;
  }

  private String fresh() {
    String form = credential.form(scope, Endpoints.real().token().toString(), clock.instant());
    Wire.Answer answer =
        wire.send(
            HttpRequest.newBuilder(endpoints.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    String found =
        answer.status() == 200 ? answer.json("Google").path("access_token").asText() : "";
    if (!found.matches("[\\x21-\\x7e]+")) {
      throw PullException.lasting(
          "Google does not accept the key of %s: %d %s. Make a new key for this account, remove the source and add it again with the new one."
              .formatted(who(), answer.status(), answer.words()));
    }
    return found;
  }
}

package io.retainer.app.destinations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.Destination;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a program of a report: what it is, and where it can be read. {@code Retainer-Signature} is
 * {@code v1=} and the hexadecimal HMAC-SHA-256 of {@code <Retainer-Timestamp>.<body>}; {@code
 * Idempotency-Key} is the same for the same report, however often it is told.
 */
final class Webhook {

  private static final String ALGORITHM = "HmacSHA256";

  private final Destination destination;

  Webhook(Destination destination) {
    this.destination = destination;
  }

  Outcome send(Letter letter, Runnable leaving) {
    try {
      String secret = destination.readSecret();
      String body = body(letter);
      String time = String.valueOf(letter.date().getEpochSecond());
      var call = new Call(destination, secret);
      return call.post(
          URI.create(destination.target()),
          Map.of(
              "Retainer-Timestamp",
              time,
              "Retainer-Signature",
              "v1=" + signature(secret, time + "." + body),
              "Idempotency-Key",
              letter.messageId()),
          body,
          leaving,
          call::usual);
    } catch (IOException e) {
      return new Outcome.NotNow("The secret-file of " + letter.to() + " cannot be read.");
    }
  }

  private static String body(Letter letter) {
    ObjectNode json =
        Json.object()
            .put("event", letter.report().isPresent() ? "report.issued" : "destination.test")
            .put("id", letter.messageId())
            .put("client", letter.report().map(report -> report.client().value()).orElse(null))
            .put("report", letter.report().map(Letter.Report::id).orElse(null))
            .put("period", letter.report().map(report -> report.period().toString()).orElse(null))
            .put("title", letter.body().subject())
            .put("language", letter.body().locale().toLanguageTag())
            .put("link", letter.link().orElseThrow().toString());
    return Json.text(json);
  }

  static String signature(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}

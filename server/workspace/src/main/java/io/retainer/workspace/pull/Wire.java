package io.retainer.workspace.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a platform: with limits of time and size, and again when it is busy. */
final class Wire {

  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofMinutes(3);
  private static final int ATTEMPTS = 4;

  /** The longest that is waited for at once; for longer the pull comes back. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);

  /** Google's older interfaces say busy with 403 and one of these reasons. */
  private static final Set<String> BUSY_REASONS =
      Set.of("quotaExceeded", "rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded");

  /** Waits; tests do not. */
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final Pause pause;
  private final long largest;

  /**
   * @param largest bytes of an answer
   */
  Wire(Pause pause, long largest) {
    this.pause = pause;
    this.largest = largest;
  }

  /**
   * @param status of HTTP: none of those that mean busy
   */
  record Answer(int status, String body) {

    /**
     * @param platform for the sentence
     * @throws PullException when it is no JSON
     */
    JsonNode json(String platform) {
      try {
        return Json.read(body);
      } catch (JsonProcessingException e) {
        throw PullException.passing(
            "%s answered with something that is no JSON (%d characters); nothing was taken. A proxy may stand between."
                .formatted(platform, body.length()));
      }
    }

    private String reason() {
      try {
        return Json.read(body).path("error").path("errors").path(0).path("reason").asText();
      } catch (JsonProcessingException noJson) {
        return "";
      }
    }

    private boolean isBusy() {
      return BUSY.contains(status) || status == 403 && BUSY_REASONS.contains(reason());
    }

    /** What the platform says went wrong, on one line. */
    String words() {
      try {
        JsonNode document = Json.read(body);
        JsonNode error = document.path("error");
        String text =
            error.isObject()
                ? error.path("message").asText()
                : document
                    .path("error_description")
                    .asText(document.path("detail").asText(error.asText()));
        String plain = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return plain.substring(0, Math.min(300, plain.length()));
      } catch (JsonProcessingException noJson) {
        return "";
      }
    }
  }

  Answer send(HttpRequest request) {
    String host = request.uri().getHost();
    try {
      Duration wait = Duration.ofSeconds(1);
      String problem = "";
      String advice = "";
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
          pause.of(wait);
        }
        wait = wait.multipliedBy(2);
        try {
          HttpResponse<byte[]> response = once(request);
          var answer =
              new Answer(
                  response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
          if (!answer.isBusy()) {
            return answer;
          }
          problem = ("it answered " + answer.status() + " " + answer.words()).strip();
          Duration asked = retryAfter(response, wait);
          if (asked.compareTo(LONGEST_PAUSE) > 0) {
            throw PullException.passing(
                host + " asks to come back in " + asked.toMinutes() + " minutes.", asked);
          }
          wait = asked;
        } catch (TimeoutException e) {
          problem = "no answer within " + ANSWER.toMinutes() + " minutes";
        } catch (ExecutionException e) {
          if (e.getCause() instanceof LimitedBody.TooLarge) {
            throw PullException.lasting(
                host + " answered with more than " + (largest >> 20) + " MB; nothing was taken.");
          }
          problem = "the connection failed (" + e.getCause().getClass().getSimpleName() + ")";
          advice = " See whether a firewall keeps this machine from it.";
        }
      }
      throw PullException.passing(
          "%s could not be asked: %s, %d times.%s".formatted(host, problem, ATTEMPTS, advice));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PullException.passing("The pull was broken off; it goes on where it stopped.");
    }
  }

  private HttpResponse<byte[]> once(HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    // The time limit of a request ends with the first byte of its answer; this one with the last.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new LimitedBody(largest));
    try {
      return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  private static Duration retryAfter(HttpResponse<?> response, Duration usual) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(usual);
  }
}

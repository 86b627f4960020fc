package io.retainer.workspace.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * The Data API of Google Analytics 4, for one property: {@code batchRunReports}, a table by day and
 * the same by day and one dimension, as the KPIs ask for them.
 */
final class Analytics {

  /** The most that Google gives in one answer. */
  private static final int LIMIT = 250_000;

  /** When a tenth of the property's tokens is left, they are left to people. */
  private static final int RESERVE = 10;

  private static final String SCOPE = "https://www.googleapis.com/auth/analytics.readonly";
  private static final List<String> CUTS =
      List.of("", "sessionDefaultChannelGroup", "deviceCategory", "country");
  private static final List<String> METRICS =
      List.of(
          "sessions",
          "engagedSessions",
          "totalUsers",
          "newUsers",
          "screenPageViews",
          "keyEvents",
          "totalRevenue");

  private final Endpoints endpoints;
  private final Wire wire;
  private final ServiceAccount account;
  private final Clock clock;
  private String token = "";

  Analytics(Endpoints endpoints, Wire wire, ServiceAccount account, Clock clock) {
    this.endpoints = endpoints;
    this.wire = wire;
    this.account = account;
    this.clock = clock;
  }

  /**
   * What was answered about some days.
   *
   * @param text as it came
   * @param isEmpty whether no table has a row
   * @param isCut whether a table has more rows than came
   * @param isQuotaLow whether it is time to stop asking for an hour
   */
  record Answer(String text, boolean isEmpty, boolean isCut, boolean isQuotaLow) {}

  Answer ask(String property, LocalDate first, LocalDate last) {
    if (token.isEmpty()) {
      token = fresh();
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoints.analytics() + property + ":batchRunReports"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(question(first, last)))
            .build();
    Wire.Answer answer = wire.send(request);
    if (answer.status() == 200) {
      return read(answer.body());
    }
    token = "";
    throw refusal(property, answer);
  }

  private PullException refusal(String property, Wire.Answer answer) {
    String words = answer.words().isEmpty() ? "" : " (" + answer.words() + ")";
    return switch (answer.status()) {
      case 401 ->
          PullException.passing(
              "Google Analytics did not take the access of %s%s. If it stays so, make a new key."
                  .formatted(account.email(), words));
      case 403 ->
          PullException.lasting(
              "%s may not read the property %s%s. In Google Analytics add this address under Admin, Property access management, as a Viewer; and turn the Google Analytics Data API on in its Cloud project."
                  .formatted(account.email(), property, words));
      default ->
          PullException.lasting(
              "Google Analytics answered %d about the property %s%s; expected 200."
                  .formatted(answer.status(), property, words));
    };
  }

  private String fresh() {
    String assertion =
        account.assertion(SCOPE, Endpoints.google().token().toString(), clock.instant());
    String form =
        "grant_type="
            + URLEncoder.encode(
                "urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
            + "&assertion="
            + assertion;
    Wire.Answer answer =
        wire.send(
            HttpRequest.newBuilder(endpoints.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    String given =
        answer.status() == 200 ? parsed(answer.body()).path("access_token").asText() : "";
    if (!given.matches("[\\x21-\\x7e]+")) {
      throw PullException.lasting(
          "Google does not accept the key of %s: %d %s. Make a new key for this service account, remove the source and add it again with the new one."
              .formatted(account.email(), answer.status(), answer.words()));
    }
    return given;
  }

  private static String question(LocalDate first, LocalDate last) {
    ObjectNode question = Json.object();
    ArrayNode requests = question.putArray("requests");
    for (String cut : CUTS) {
      ObjectNode request = requests.addObject();
      request
          .putArray("dateRanges")
          .addObject()
          .put("startDate", first.toString())
          .put("endDate", last.toString());
      ArrayNode dimensions = request.putArray("dimensions");
      dimensions.addObject().put("name", "date");
      if (!cut.isEmpty()) {
        dimensions.addObject().put("name", cut);
      }
      ArrayNode metrics = request.putArray("metrics");
      METRICS.forEach(metric -> metrics.addObject().put("name", metric));
      request.put("limit", String.valueOf(LIMIT)).put("returnPropertyQuota", true);
    }
    return question.toString();
  }

  private static Answer read(String text) {
    JsonNode reports = parsed(text).path("reports");
    if (reports.size() != CUTS.size()) {
      throw PullException.passing(
          "Google Analytics answered with %d tables; expected %d. Nothing was taken."
              .formatted(reports.size(), CUTS.size()));
    }
    boolean isEmpty = true;
    boolean isCut = false;
    boolean isQuotaLow = false;
    for (JsonNode report : reports) {
      int rows = report.path("rows").size();
      isEmpty &= rows == 0;
      isCut |= report.path("rowCount").asInt() > rows;
      for (String tokens : List.of("tokensPerHour", "tokensPerDay", "tokensPerProjectPerHour")) {
        isQuotaLow |= isLow(report.path("propertyQuota").path(tokens));
      }
    }
    return new Answer(text, isEmpty, isCut, isQuotaLow);
  }

  /** Google leaves a count of zero out. */
  private static boolean isLow(JsonNode tokens) {
    long consumed = tokens.path("consumed").asLong();
    long remaining = tokens.path("remaining").asLong();
    return !tokens.isMissingNode() && remaining * RESERVE < consumed + remaining;
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw PullException.passing(
          "Google answered with something that is no JSON (%d characters); nothing was taken. A proxy may stand between."
              .formatted(text.length()));
    }
  }
}

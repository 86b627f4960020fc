package io.retainer.workspace.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The Data API of Google Analytics 4, for one property: {@code batchRunReports}, a table by day and
 * the same by day and one dimension, as the KPIs ask for them.
 */
final class Analytics implements Platform {

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
  private final Clock clock;

  Analytics(Endpoints endpoints, Wire wire, Clock clock) {
    this.endpoints = endpoints;
    this.wire = wire;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "google-analytics-4";
  }

  @Override
  public String title() {
    return "Google Analytics";
  }

  @Override
  public int window() {
    return 31;
  }

  @Override
  public int lookBack() {
    return 3;
  }

  @Override
  public void checkAccount(String account) {
    // It becomes a part of an address.
    if (!account.matches("[0-9]{1,20}")) {
      throw new IllegalArgumentException(
          "A property of Google Analytics is a number like 312345678 (Admin, Property details),"
              + " saw \""
              + account
              + "\"");
    }
  }

  @Override
  public void checkCredential(String secret) {
    GoogleCredential.read(secret);
  }

  @Override
  public Account account(String property, String secret, ZoneId zone) {
    var access = new GoogleAccess(endpoints, wire, GoogleCredential.read(secret), SCOPE, clock);
    URI address = URI.create(endpoints.analytics() + property + ":batchRunReports");
    return (first, last, file) -> {
      Wire.Answer answer = access.post(address, question(first, last));
      if (answer.status() != 200) {
        throw refusal(access.who(), property, answer);
      }
      Files.writeString(file, answer.body());
      return read(answer, last);
    };
  }

  private static PullException refusal(String who, String property, Wire.Answer answer) {
    String words = answer.words().isEmpty() ? "" : " (" + answer.words() + ")";
    return switch (answer.status()) {
      case 401 ->
          PullException.passing(
              "Google Analytics did not take the access of %s%s. If it stays so, make a new key."
                  .formatted(who, words));
      case 403 ->
          PullException.lasting(
              "%s may not read the property %s%s. In Google Analytics add this address under Admin, Property access management, as a Viewer; and turn the Google Analytics Data API on in its Cloud project."
                  .formatted(who, property, words));
      default ->
          PullException.lasting(
              "Google Analytics answered %d about the property %s%s; expected 200."
                  .formatted(answer.status(), property, words));
    };
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

  private static Answer read(Wire.Answer answer, LocalDate last) {
    JsonNode reports = answer.json("Google").path("reports");
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
    return new Answer("json", isEmpty, isCut, isQuotaLow, Optional.of(last));
  }

  /** Google leaves a count of zero out. */
  private static boolean isLow(JsonNode tokens) {
    long consumed = tokens.path("consumed").asLong();
    long remaining = tokens.path("remaining").asLong();
    return !tokens.isMissingNode() && remaining * RESERVE < consumed + remaining;
  }
}

package io.retainer.workspace.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mailchimp's Marketing API, {@code GET /3.0/reports}: the campaigns that were sent on some days,
 * page by page. One question is asked at a time; Mailchimp refuses more than ten at once.
 */
final class Mailchimp implements Platform {

  /** The most that Mailchimp gives in one answer. */
  static final int ROWS = 1_000;

  /** The data centre stands behind the dash. */
  private static final Pattern KEY = Pattern.compile("[0-9A-Za-z]{16,64}-([a-z]{2}[0-9]{1,3})");

  private static final String FIELDS =
      "total_items,reports.id,reports.campaign_title,reports.type,reports.list_name,"
          + "reports.subject_line,reports.emails_sent,reports.abuse_reports,reports.unsubscribed,"
          + "reports.send_time,reports.bounces,reports.opens,reports.clicks,reports.ecommerce";

  private final Endpoints endpoints;
  private final Wire wire;

  Mailchimp(Endpoints endpoints, Wire wire) {
    this.endpoints = endpoints;
    this.wire = wire;
  }

  @Override
  public String kind() {
    return "mailchimp";
  }

  @Override
  public String title() {
    return "Mailchimp";
  }

  @Override
  public int window() {
    return 92;
  }

  /** People open and click for weeks. */
  @Override
  public int lookBack() {
    return 30;
  }

  @Override
  public void checkAccount(String account) {
    if (!account.strip().equals(account) || !account.matches("[^\\p{Cntrl}\\p{Cf}]{1,80}")) {
      throw new IllegalArgumentException(
          "The account of Mailchimp is the name that its figures stand under, such as \"Birch"
              + " news\", of at most 80 characters, saw \""
              + account.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?")
              + "\"");
    }
  }

  @Override
  public void checkCredential(String secret) {
    centre(secret);
  }

  private static String centre(String secret) {
    Matcher key = KEY.matcher(secret.strip());
    if (!key.matches()) {
      throw PullException.lasting(
          "This is no API key of Mailchimp; one is letters and digits with the data centre behind"
              + " a dash, …-us6. Make one under Account, Extras, API keys.");
    }
    return key.group(1);
  }

  @Override
  public Account account(String account, String secret, ZoneId zone) {
    String root = endpoints.mailchimp().formatted(centre(secret)) + "reports?";
    String access =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("any:" + secret.strip()).getBytes(StandardCharsets.UTF_8));
    return (first, last, file) -> {
      // Both bounds may be exclusive; a campaign that comes twice is one all the same.
      String since = moment(first, zone, 1);
      String before = moment(last.plusDays(1), zone, 0);
      String days = "since_send_time=" + since + "&before_send_time=" + before;
      return write(root + days + "&count=" + ROWS + "&fields=" + FIELDS, access, last, file);
    };
  }

  private Answer write(String question, String access, LocalDate last, Path file)
      throws IOException {
    int seen = 0;
    int all;
    try (var out = Files.newBufferedWriter(file)) {
      do {
        Wire.Answer answer =
            wire.send(
                HttpRequest.newBuilder(URI.create(question + "&offset=" + seen))
                    .header("Authorization", access)
                    .header("Accept", "application/json")
                    .GET()
                    .build());
        if (answer.status() != 200) {
          throw refusal(answer);
        }
        JsonNode document = answer.json("Mailchimp");
        int rows = document.path("reports").size();
        all = document.path("total_items").asInt(-1);
        if (all < 0 || rows == 0 && seen < all) {
          throw PullException.passing(
              "Mailchimp answered with %d of %s reports and no more; nothing was taken."
                  .formatted(seen, document.path("total_items").asText("an unknown number of")));
        }
        seen += rows;
        if (rows > 0) {
          out.write(answer.body().strip());
          out.write('\n');
        }
      } while (seen < all);
    }
    return Answer.whole("json", seen == 0, last);
  }

  private static String moment(LocalDate day, ZoneId zone, int secondsBefore) {
    return URLEncoder.encode(
        day.atStartOfDay(zone)
            .toInstant()
            .minus(secondsBefore, ChronoUnit.SECONDS)
            .atOffset(ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")),
        StandardCharsets.UTF_8);
  }

  private static PullException refusal(Wire.Answer answer) {
    String words = answer.words().isEmpty() ? "" : " (" + answer.words() + ")";
    return switch (answer.status()) {
      case 401, 403 ->
          PullException.lasting(
              "Mailchimp does not accept the API key%s. Make a new one under Account, Extras, API keys, remove the source and add it again with it."
                  .formatted(words));
      default ->
          PullException.lasting(
              "Mailchimp answered %d%s; expected 200.".formatted(answer.status(), words));
    };
  }
}

package io.retainer.workspace.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Google Search Console, {@code searchanalytics.query} of one property: the days, and the days by
 * one dimension each, page by page. The answers lie in an archive, an entry for each question,
 * which is named after its dimensions, as an answer does not name them itself.
 */
final class SearchConsole implements Platform {

  /** The most that Google gives in one answer. */
  static final int ROWS = 25_000;

  /** Later days are final or have no row, and never will have one. */
  private static final int SETTLED = 10;

  /** Google counts days there. */
  private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

  private static final String SCOPE = "https://www.googleapis.com/auth/webmasters.readonly";
  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("date"),
          List.of("date", "device"),
          List.of("date", "country"),
          List.of("date", "query"),
          List.of("date", "page"));

  /** The same answers give the same bytes, and so are the same file. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Endpoints endpoints;
  private final Wire wire;
  private final Clock clock;

  SearchConsole(Endpoints endpoints, Wire wire, Clock clock) {
    this.endpoints = endpoints;
    this.wire = wire;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "google-search-console";
  }

  @Override
  public String title() {
    return "Google Search Console";
  }

  /** Queries and pages of a day may be fifty thousand rows each. */
  @Override
  public int window() {
    return 7;
  }

  @Override
  public int lookBack() {
    return 3;
  }

  @Override
  public void checkAccount(String account) {
    if (!account.matches("sc-domain:[^\\s/]{1,150}|https?://[^\\s]{1,150}/")) {
      throw new IllegalArgumentException(
          "A property of Search Console is an address like https://www.birch.example/ with the"
              + " slash at its end, or a domain like sc-domain:birch.example, saw \""
              + account
              + "\"");
    }
  }

  @Override
  public void checkCredential(String secret) {
    GoogleCredential.read(secret);
  }

  @Override
  public Optional<String> importedAs(String property) {
    return Optional.of(property.replaceFirst("^sc-domain:", ""));
  }

  @Override
  public Account account(String property, String secret, ZoneId zone) {
    var access = new GoogleAccess(endpoints, wire, GoogleCredential.read(secret), SCOPE, clock);
    URI address =
        URI.create(
            endpoints.searchConsole()
                + URLEncoder.encode(property, StandardCharsets.UTF_8)
                + "/searchAnalytics/query");
    return (first, last, file) -> new Asking(access, property, address, first, last).write(file);
  }

  /** The questions about some days. */
  private final class Asking {
    private final GoogleAccess access;
    private final String property;
    private final URI address;
    private final LocalDate first;
    private final LocalDate last;
    private Optional<LocalDate> latest = Optional.empty();

    Asking(GoogleAccess access, String property, URI address, LocalDate first, LocalDate last) {
      this.access = access;
      this.property = property;
      this.address = address;
      this.first = first;
      this.last = last;
    }

    Answer write(Path file) throws IOException {
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        for (List<String> dimensions : QUESTIONS) {
          var entry = new ZipEntry(String.join("-", dimensions) + ".json");
          entry.setTimeLocal(NO_TIME);
          if (!pages(dimensions, zip, entry) && dimensions.size() == 1) {
            // No day has a row, so nothing else has one.
            return new Answer("zip", true, false, false, until());
          }
        }
      }
      return new Answer("zip", false, false, false, until());
    }

    /** Days without a row come later, or had no impression: after a while it is the second. */
    private Optional<LocalDate> until() {
      LocalDate settled = LocalDate.now(clock.withZone(CALIFORNIA)).minusDays(SETTLED);
      LocalDate silent = settled.isBefore(last) ? settled : last;
      return Optional.of(latest.filter(silent::isBefore).orElse(silent));
    }

    private boolean pages(List<String> dimensions, ZipOutputStream zip, ZipEntry entry)
        throws IOException {
      int start = 0;
      int rows;
      do {
        Wire.Answer answer = access.post(address, question(dimensions, start));
        if (answer.status() != 200) {
          throw refusal(access.who(), property, answer);
        }
        JsonNode found = rows(answer);
        rows = found.size();
        if (rows > 0) {
          if (start == 0) {
            zip.putNextEntry(entry);
          }
          put(answer.body(), zip);
        }
        if (dimensions.size() == 1) {
          found.forEach(row -> note(row.path("keys").path(0).asText()));
        }
        start += rows;
      } while (rows == ROWS);
      return start > 0;
    }

    private void note(String day) {
      LocalDate date = LocalDate.parse(day);
      if (latest.isEmpty() || latest.get().isBefore(date)) {
        latest = Optional.of(date);
      }
    }

    private String question(List<String> dimensions, int start) {
      ObjectNode question =
          Json.object()
              .put("startDate", first.toString())
              .put("endDate", last.toString())
              .put("type", "web")
              .put("dataState", "final")
              .put("rowLimit", ROWS)
              .put("startRow", start);
      ArrayNode asked = question.putArray("dimensions");
      dimensions.forEach(asked::add);
      return question.toString();
    }
  }

  private static JsonNode rows(Wire.Answer answer) {
    JsonNode document = answer.json("Search Console");
    // Google leaves a list without rows out.
    if (!document.has("responseAggregationType")) {
      throw PullException.passing(
          "Search Console answered without responseAggregationType, so with something else than"
              + " rows. Nothing was taken.");
    }
    JsonNode rows = document.path("rows");
    for (JsonNode row : rows) {
      if (!row.path("keys").path(0).asText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        throw PullException.passing(
            "Search Console answered with rows without days. Nothing was taken.");
      }
    }
    return rows;
  }

  private static void put(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  private static PullException refusal(String who, String property, Wire.Answer answer) {
    String words = answer.words().isEmpty() ? "" : " (" + answer.words() + ")";
    return switch (answer.status()) {
      case 401 ->
          PullException.passing(
              "Search Console did not take the access of %s%s. If it stays so, make a new key."
                  .formatted(who, words));
      case 403 ->
          PullException.lasting(
              "%s may not read the property %s%s. In Search Console add this address under Settings, Users and permissions; turn the Google Search Console API on in its Cloud project; and write the property as Search Console does (https://www.birch.example/ or sc-domain:birch.example)."
                  .formatted(who, property, words));
      default ->
          PullException.lasting(
              "Search Console answered %d about the property %s%s; expected 200."
                  .formatted(answer.status(), property, words));
    };
  }
}

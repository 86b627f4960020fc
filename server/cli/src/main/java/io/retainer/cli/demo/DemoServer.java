package io.retainer.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.Multipart;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the demo asks of the server. */
record DemoServer(Api api) {

  static final String REPORT = "monthly-performance";
  private static final String RULE = "business-day 3 at 08:00";

  /**
   * @return false when the client is there already
   */
  boolean addClient(DemoBusiness business) throws IOException, InterruptedException {
    if (api.find("clients/" + business.id()).isPresent()) {
      return false;
    }
    api.post(
        "clients",
        Json.object()
            .put("id", business.id())
            .put("name", business.name())
            .put("zone", business.zone().getId())
            .put("locale", business.locale().toLanguageTag())
            .put("currency", business.currency().getCurrencyCode()));
    return true;
  }

  /**
   * @return false when the client has targets already, these or others; they stay
   */
  boolean setTargets(DemoBusiness business) throws IOException, InterruptedException {
    String targets = "clients/" + business.id() + "/targets";
    if (!api.get(targets).isEmpty()) {
      return false;
    }
    for (var target : business.targets().entrySet()) {
      api.post(
          targets,
          Json.object()
              .put("kpi", target.getKey())
              .put("period", "month")
              .put("goal", target.getValue()));
    }
    return true;
  }

  /** Hashes of the files that were imported before. */
  Set<String> imported(DemoBusiness business) throws IOException, InterruptedException {
    Set<String> hashes = new TreeSet<>();
    api.get("clients/" + business.id() + "/imports")
        .forEach(batch -> hashes.add(batch.path("sha256").asText()));
    return hashes;
  }

  /** What became of each file. */
  List<JsonNode> upload(DemoBusiness business, List<Path> files)
      throws IOException, InterruptedException {
    var form = new Multipart();
    for (Path file : files) {
      form.file("file", file.getFileName().toString(), Files.readAllBytes(file));
    }
    List<JsonNode> results = new ArrayList<>();
    api.upload("clients/" + business.id() + "/imports", form).forEach(results::add);
    return results;
  }

  /** The client's schedule in a language. */
  Optional<String> schedule(DemoBusiness business, Locale locale)
      throws IOException, InterruptedException {
    for (JsonNode schedule : api.get("schedules?client=" + business.id()).path("schedules")) {
      if (schedule.path("report").asText().equals(REPORT)
          && schedule.path("locale").asText().equals(locale.toLanguageTag())) {
        return Optional.of(schedule.path("id").asText());
      }
    }
    return Optional.empty();
  }

  /** On the third business day of the month at eight in the client's zone. */
  String addSchedule(DemoBusiness business, Locale locale, List<String> recipients)
      throws IOException, InterruptedException {
    ObjectNode schedule =
        Json.object()
            .put("client", business.id())
            .put("report", REPORT)
            .put("rule", RULE)
            .put("kind", "month")
            .put("locale", locale.toLanguageTag());
    schedule.set("recipients", Json.array(recipients, Json::text));
    return api.post("schedules", schedule).path("id").asText();
  }

  /** How far the schedule's report of a month is; empty before it is asked for. */
  Optional<Issue> issue(String schedule, YearMonth month) throws IOException, InterruptedException {
    for (JsonNode occurrence : api.get("schedules/" + schedule).path("occurrences")) {
      if (occurrence.path("period").asText().equals(month.toString())) {
        return Optional.of(
            new Issue(
                occurrence.path("state").asText(),
                occurrence.path("reason").asText(""),
                occurrence.path("run").asText("")));
      }
    }
    return Optional.empty();
  }

  /** Has the report of a month made and sent now. */
  void order(String schedule, YearMonth month) throws IOException, InterruptedException {
    api.post("schedules/" + schedule + "/run", Json.object().put("period", month.toString()));
  }

  /** The mails of a run: how many are in each state. */
  Map<String, Long> mails(String run) throws IOException, InterruptedException {
    Map<String, Long> states = new TreeMap<>();
    api.get("deliveries?run=" + run)
        .path("deliveries")
        .forEach(delivery -> states.merge(delivery.path("state").asText(), 1L, Long::sum));
    return states;
  }

  /**
   * @param reason why it failed or is held
   * @param run that rendered it
   */
  record Issue(String state, String reason, String run) {
    boolean isOver() {
      return Set.of("sent", "failed", "held").contains(state);
    }
  }
}

package io.retainer.app.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.model.client.Client;
import io.retainer.model.time.Period;
import io.retainer.workspace.contract.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Schedules and their occurrences as programs see them. */
final class ScheduleJson {

  private ScheduleJson() {}

  /**
   * @param coming its next times; of a paused one, if it were resumed now
   */
  static ObjectNode of(
      Schedule schedule,
      Client client,
      List<Schedule.Time> coming,
      List<Period> skipped,
      List<Occurrence> occurrences) {
    ObjectNode json =
        Json.object()
            .put("id", schedule.id())
            .put("client", schedule.client().value())
            .put("report", schedule.report())
            .put("rule", schedule.rule().text())
            .put("when", schedule.rule().in(Texts.in(Language.EN), schedule.kind()))
            .put("kind", Schedule.word(schedule.kind()))
            .put("zone", client.zone().getId())
            .put("locale", schedule.locale().toLanguageTag());
    json.set("formats", Json.array(EnumSet.copyOf(schedule.formats()), f -> Json.text(f.word())));
    json.set("recipients", Json.array(schedule.recipients(), Json::text));
    json.put("incomplete", schedule.incomplete().word());
    json.put("approval", schedule.approval().word());
    json.set("starts", textOrNull(schedule.days().first()));
    json.set("ends", textOrNull(schedule.days().last()));
    json.put("internalDays", schedule.internal().days());
    json.set("internalTo", Json.array(schedule.internal().to(), Json::text));
    json.put("enabled", schedule.enabled());
    boolean goesOn = schedule.enabled();
    json.set("next", Json.array(goesOn ? coming : List.of(), time -> of(time, client)));
    json.set("nextOnceResumed", Json.array(goesOn ? List.of() : coming, time -> of(time, client)));
    json.set("skips", Json.array(skipped, period -> Json.text(period.toString())));
    json.set(
        "occurrences",
        Json.array(occurrences, each -> of(each).put("onceResumed", each.isStoppedBy(schedule))));
    return json;
  }

  static ObjectNode of(Schedule.Time time, Client client) {
    return Json.object()
        .put("at", time.at().atZone(client.zone()).toOffsetDateTime().toString())
        .put("period", time.period().toString());
  }

  static ObjectNode of(Occurrence occurrence) {
    ObjectNode json =
        Json.object()
            .put("id", occurrence.id())
            .put("schedule", occurrence.schedule())
            .put("period", occurrence.period().toString())
            .put("repetition", occurrence.repetition())
            .put("state", occurrence.state().word());
    json.set("reason", textOrNull(occurrence.reason().map(Reason::english)));
    json.set("run", textOrNull(occurrence.run()));
    json.set("requestedBy", textOrNull(occurrence.requestedBy()));
    json.set("approvedBy", textOrNull(occurrence.approvedBy()));
    json.put("plannedFor", occurrence.plannedFor().toString());
    json.put("createdAt", occurrence.created().toString());
    json.set("renderedAt", textOrNull(occurrence.rendered()));
    json.set("finishedAt", textOrNull(occurrence.finished()));
    return json;
  }

  private static JsonNode textOrNull(Optional<?> value) {
    return value.<JsonNode>map(Json::text).orElseGet(() -> Json.object().nullNode());
  }
}

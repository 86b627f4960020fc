package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.target.Assessment;
import io.retainer.model.target.GoalText;
import io.retainer.model.target.Pace;
import io.retainer.model.target.Target;
import io.retainer.model.target.Verdict;
import java.util.Optional;

/** Targets, and figures against them, as JSON. */
public final class TargetJson {

  private TargetJson() {}

  /**
   * A target as it was set.
   *
   * @param unit of its KPI; ratio, when the KPI is gone
   */
  public static ObjectNode of(Target target, KpiUnit unit) {
    ObjectNode json =
        Json.object().put("kpi", target.kpi().value()).put("period", target.periodWord());
    bounds(json, target, unit);
    json.set("currency", Json.textOrNull(target.currency()));
    json.set("from", Json.textOrNull(from(target)));
    return json;
  }

  /** The first day, unless it holds always. */
  public static Optional<String> from(Target target) {
    return Optional.of(target.from())
        .filter(from -> !from.equals(Target.ALWAYS))
        .map(Object::toString);
  }

  static ObjectNode of(Assessment assessment, KpiUnit unit) {
    ObjectNode json = Json.object();
    bounds(json, assessment.target(), unit);
    json.put("verdict", assessment.verdict().word());
    json.set("reason", Json.textOrNull(assessment.why().map(Verdict.Why::word)));
    json.set("share", Json.numberOrNull(assessment.share()));
    json.set(
        "pace",
        assessment
            .pace()
            .<JsonNode>map(TargetJson::pace)
            .orElseGet(() -> Json.textOrNull(Optional.empty())));
    return json;
  }

  private static void bounds(ObjectNode json, Target target, KpiUnit unit) {
    json.put("goal", GoalText.write(target.goal(), unit, target.currency()));
    json.set("low", Json.numberOrNull(target.goal().low()));
    json.set("high", Json.numberOrNull(target.goal().high()));
  }

  private static ObjectNode pace(Pace pace) {
    ObjectNode json = Json.object();
    json.set("value", Json.number(pace.value()));
    return json.put("status", pace.status().word())
        .put("elapsedDays", pace.elapsed())
        .put("days", pace.days());
  }
}

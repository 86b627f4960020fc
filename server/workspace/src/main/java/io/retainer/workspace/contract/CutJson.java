package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis.Breakdown;
import io.retainer.model.kpi.Kpis.Group;
import io.retainer.model.kpi.Kpis.Point;
import java.util.List;

/** KPIs cut by a dimension or by time, as JSON. */
public final class CutJson {

  private CutJson() {}

  /** The groups, what is beyond them, and all together; nobody's name is empty. */
  public static ObjectNode of(Breakdown breakdown) {
    ObjectNode json = Json.object().put("dimension", breakdown.dimension());
    json.set("kpis", Json.array(breakdown.kpis(), CutJson::kpi));
    json.put("groupCount", breakdown.groupCount());
    json.set("groups", Json.array(breakdown.groups(), CutJson::group));
    json.set("other", breakdown.other().<JsonNode>map(CutJson::group).orElseGet(Json::nothing));
    json.set("total", group(breakdown.total()));
    return json;
  }

  /** One KPI over time, the oldest first. */
  public static ObjectNode of(KpiDescriptor kpi, List<Point> points) {
    ObjectNode json = kpi(kpi);
    json.set(
        "points",
        Json.array(points, point -> value(point.value()).put("start", point.start().toString())));
    return json;
  }

  private static ObjectNode kpi(KpiDescriptor kpi) {
    return Json.object()
        .put("id", kpi.id().value())
        .put("version", kpi.version())
        .put("kind", kpi.kind().word())
        .put("unit", kpi.unit().word());
  }

  private static ObjectNode group(Group group) {
    ObjectNode json = Json.object().put("name", group.name());
    json.set("values", Json.array(group.values(), CutJson::value));
    return json;
  }

  private static ObjectNode value(KpiValue value) {
    ObjectNode json = Json.object().put("status", value.status().word());
    json.set("value", Json.numberOrNull(value.value()));
    json.set("numerator", Json.numberOrNull(value.numerator()));
    json.set("denominator", Json.numberOrNull(value.denominator()));
    json.set("currency", Json.textOrNull(value.currency()));
    json.set("reason", Json.textOrNull(value.reason().map(Reason::english)));
    value.table().ifPresent(table -> json.set("table", KpiJson.table(table)));
    return json;
  }
}

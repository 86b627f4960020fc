package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.time.Base;
import java.util.Locale;
import java.util.Optional;

/** What a figure is compared with, and how it changed, as JSON. */
final class ComparisonJson {

  private ComparisonJson() {}

  /**
   * All days are the first and last of each side. {@code days} are those of the figure's own
   * period, fewer than it has while it is running; {@code now} is its value over them.
   */
  static ObjectNode of(Compared compared, KpiDescriptor kpi) {
    KpiUnit unit = kpi.unit();
    Base base = compared.base();
    ObjectNode json =
        Json.object()
            .put("comparison", base.comparison().word())
            .put("period", base.period().toString())
            .put("periodStart", base.period().span().start().toString())
            .put("periodEnd", base.period().span().lastDay().toString())
            .put("daysStart", base.days().start().toString())
            .put("daysEnd", base.days().lastDay().toString())
            .put("unevenByLeapDay", base.isUnevenByLeapDay());
    json.set("now", Json.numberOrNull(compared.now().value()));
    json.put("status", compared.value().status().word());
    json.set("value", Json.numberOrNull(compared.value().value()));
    json.set("reason", Json.textOrNull(compared.value().reason().map(Reason::english)));
    json.set("delta", delta(compared.delta(), unit));
    json.set("deltaPerDay", delta(compared.perDay(), unit));
    json.set(
        "notCompared",
        Json.textOrNull(
            Change.withheld(kpi, compared.now(), compared.value()).map(Reason::english)));
    return json;
  }

  static JsonNode delta(Optional<Delta> delta, KpiUnit unit) {
    return delta
        .<JsonNode>map(change -> delta(change, unit))
        .orElseGet(() -> Json.textOrNull(Optional.empty()));
  }

  private static ObjectNode delta(Delta change, KpiUnit unit) {
    ObjectNode json = Json.object().put("style", change.style().name().toLowerCase(Locale.ROOT));
    json.set("amount", Json.number(change.amount()));
    json.put("judgement", change.judgement().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return json.put("unit", unit(change, unit));
  }

  /** What the amount counts. */
  private static String unit(Delta change, KpiUnit unit) {
    return switch (change.style()) {
      case PERCENT -> "percent";
      case POINTS -> "percentage-points";
      case PLACES -> "places";
      case ABSOLUTE, NEW -> unit.word();
    };
  }
}

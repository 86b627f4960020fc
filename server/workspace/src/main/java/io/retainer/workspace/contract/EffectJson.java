package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.workspace.KpiEffect.Row;
import java.util.Locale;
import java.util.Optional;

/** What a KPI of a past period is worth now and would be worth after a change. */
public final class EffectJson {

  private EffectJson() {}

  public static ObjectNode of(Row row) {
    ObjectNode document =
        Json.object()
            .put("client", row.client().id().value())
            .put("kpi", row.kpi().id().value())
            .put("version", row.kpi().version())
            .put("period", row.period().toString())
            .put("changes", !row.isSame());
    document.set("after", value(row.after(), row.kpi().unit()));
    if (row.before().isPresent()) {
      document.set("before", value(row.before().get(), row.unitBefore()));
    } else {
      document.set("before", Json.textOrNull(Optional.empty()));
    }
    return document;
  }

  private static ObjectNode value(KpiValue value, KpiUnit unit) {
    ObjectNode document = Json.object().put("status", value.status().word());
    document.set("value", Json.numberOrNull(value.value()));
    document.set("currency", Json.textOrNull(value.currency()));
    return document.put("unit", unit.name().toLowerCase(Locale.ROOT));
  }
}

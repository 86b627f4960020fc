package io.retainer.app.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which version of each KPI a run showed, kept beside its files. */
final class RunKpis {

  private RunKpis() {}

  static String write(List<KpiDescriptor> kpis) {
    ObjectNode json = Json.object();
    kpis.forEach(kpi -> json.put(kpi.id().value(), kpi.version()));
    return Json.text(json);
  }

  static Map<String, String> read(String text) throws IOException {
    Map<String, String> versions = new HashMap<>();
    Json.read(text)
        .properties()
        .forEach(each -> versions.put(each.getKey(), each.getValue().asText()));
    return versions;
  }
}

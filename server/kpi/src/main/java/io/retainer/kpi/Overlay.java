package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Draft;
import io.retainer.kpi.script.Place;
import io.retainer.kpi.script.Problems;
import io.retainer.kpi.script.Script;
import io.retainer.model.kpi.KpiId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The definitions of scripts in layers, of which a higher one takes the place of a lower one with
 * the same id.
 *
 * @param computations with the layer they stand in
 */
record Overlay(Map<KpiId, Draft> drafts, Map<KpiId, Layered<ComputationDraft>> computations) {

  /** Something of a script, and the layer the script stands in. */
  record Layered<T>(int layer, T value) {}

  /**
   * @param scripts the lower layers first
   * @param problems learns of ids that one layer has twice, by file
   */
  static Overlay of(List<Linking.Layered> scripts, Map<String, Problems> problems) {
    Overlay overlay = new Overlay(new HashMap<>(), new HashMap<>());
    Map<KpiId, String> places = new HashMap<>();
    Set<List<Object>> taken = new HashSet<>();
    for (Linking.Layered layered : scripts) {
      Script script = layered.script();
      for (Script.Named kpi : script.kpis()) {
        if (taken.add(List.of(layered.layer(), kpi.id()))) {
          overlay.drafts.remove(kpi.id());
          overlay.computations.remove(kpi.id());
          places.put(kpi.id(), script.file() + ":" + kpi.at().line());
          overlay.put(layered.layer(), script, kpi.at(), kpi.id());
        } else {
          problems
              .computeIfAbsent(script.file(), Problems::new)
              .add(
                  kpi.at(),
                  "KPI '" + kpi.id() + "' is defined already",
                  "see " + places.get(kpi.id()));
        }
      }
    }
    return overlay;
  }

  private void put(int layer, Script script, Place at, KpiId id) {
    script.drafts().stream()
        .filter(draft -> draft.id().equals(id) && draft.at().equals(at))
        .forEach(draft -> drafts.put(id, draft));
    script.computations().stream()
        .filter(draft -> draft.id().equals(id) && draft.at().equals(at))
        .forEach(draft -> computations.put(id, new Layered<>(layer, draft)));
  }
}

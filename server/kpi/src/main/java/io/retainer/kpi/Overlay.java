package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Draft;
import io.retainer.kpi.script.Place;
import io.retainer.kpi.script.Problems;
import io.retainer.kpi.script.Script;
import io.retainer.model.kpi.KpiId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The definitions of scripts in layers, of which a higher one takes the place of a lower one with
 * the same id.
 *
 * @param computations with the layer they stand in
 */
record Overlay(Map<KpiId, Draft> drafts, Map<KpiId, Layered<ComputationDraft>> computations) {

  /** Something of a script, and the layer the script stands in. */
  record Layered<T>(int layer, T value) {}

  /** Which script of a layer had an id first, where two of them have it. */
  interface Earlier {

    /** Nobody knows; the order of the files decides. */
    Earlier UNKNOWN = (file, id) -> false;

    /** Whether the last text of the script that worked has the id. */
    boolean had(String file, KpiId id);
  }

  private record Definer(Linking.Layered layered, Script.Named kpi) {

    String place() {
      return layered.script().file() + ":" + kpi.at().line();
    }
  }

  /**
   * @param scripts the lower layers first
   * @param earlier keeps the id for the script that had it, whatever the newcomer is called
   * @param problems learns of ids that one layer has twice, by file
   */
  static Overlay of(
      List<Linking.Layered> scripts, Earlier earlier, Map<String, Problems> problems) {
    Map<List<Object>, List<Definer>> definers = new LinkedHashMap<>();
    for (Linking.Layered layered : scripts) {
      for (Script.Named kpi : layered.script().kpis()) {
        definers
            .computeIfAbsent(List.of(layered.layer(), kpi.id()), any -> new ArrayList<>())
            .add(new Definer(layered, kpi));
      }
    }
    Overlay overlay = new Overlay(new HashMap<>(), new HashMap<>());
    definers.values().forEach(all -> overlay.put(all, earlier, problems));
    return overlay;
  }

  private void put(List<Definer> all, Earlier earlier, Map<String, Problems> problems) {
    Definer first = all.size() == 1 ? all.get(0) : first(all, earlier);
    KpiId id = first.kpi().id();
    drafts.remove(id);
    computations.remove(id);
    put(first.layered().layer(), first.layered().script(), first.kpi().at(), id);
    for (Definer other : all) {
      if (other != first) {
        problems
            .computeIfAbsent(other.layered().script().file(), Problems::new)
            .add(other.kpi().at(), "KPI '" + id + "' is defined already", "see " + first.place());
      }
    }
  }

  private static Definer first(List<Definer> all, Earlier earlier) {
    return all.stream()
        .filter(one -> earlier.had(one.layered().script().file(), one.kpi().id()))
        .findFirst()
        .orElse(all.get(0));
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

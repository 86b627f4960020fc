package io.retainer.kpi;

import io.retainer.kpi.script.Script;
import io.retainer.model.kpi.KpiId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * KPIs that are gone because a file takes the place of another one that had them. Nobody means that
 * who copied a script to change one of its KPIs.
 *
 * @param texts all scripts there are, by path
 */
record LeftOut(Map<String, String> texts, Set<KpiId> inForce) {

  /**
   * What a script leaves out.
   *
   * @param before the script that it takes the place of
   */
  List<KpiProblem> of(String name, Script before) {
    Map<String, List<String>> gone = new TreeMap<>();
    for (Script.Named kpi : before.kpis()) {
      if (!inForce.contains(kpi.id())) {
        gone.put(kpi.id().value(), users(name, kpi.id()));
      }
    }
    if (gone.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    gone.forEach(
        (id, users) ->
            words.add(users.isEmpty() ? id : id + " (used in " + String.join(", ", users) + ")"));
    return List.of(
        new KpiProblem(
            name,
            0,
            0,
            "leaves out what the file that it takes the place of has: " + String.join(", ", words),
            "add them, or save only what you changed under another name: a KPI takes the place of"
                + " the one with the same id"));
  }

  private List<String> users(String name, KpiId id) {
    String operand = "kpi('" + id.value() + "')";
    return texts.entrySet().stream()
        .filter(file -> !file.getKey().equals(name))
        .filter(file -> file.getValue().contains(operand))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}

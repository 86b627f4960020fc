package io.retainer.app.composing;

import io.retainer.model.kpi.KpiDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** KPIs by the names that people know them by; ids are taken as well. */
final class KpiNames {

  private final Map<String, KpiDescriptor> byId = new TreeMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, List<String>> ids = new HashMap<>();

  /** What other languages call them, where the reader's calls none so. */
  private final Map<String, List<String>> elsewhere = new HashMap<>();

  KpiNames(Collection<KpiDescriptor> kpis, Locale locale) {
    for (KpiDescriptor kpi : kpis) {
      byId.put(kpi.id().value(), kpi);
      call(ids, kpi.title(locale), kpi.id().value());
    }
    for (KpiDescriptor kpi : kpis) {
      String title = kpi.title(locale);
      boolean isAlone = ids.get(plain(title)).size() == 1;
      labels.put(kpi.id().value(), isAlone ? title : title + " (" + kpi.id() + ")");
    }
    labels.forEach((id, label) -> call(ids, label, id));
    for (KpiDescriptor kpi : kpis) {
      kpi.title().values().forEach(title -> call(elsewhere, title, kpi.id().value()));
    }
  }

  private static void call(Map<String, List<String>> names, String name, String id) {
    List<String> called = names.computeIfAbsent(plain(name), any -> new ArrayList<>());
    if (!called.contains(id)) {
      called.add(id);
    }
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** The id of what somebody typed; as it was typed when it is none, or not only one. */
  String id(String typed) {
    if (byId.containsKey(typed.strip())) {
      return typed.strip();
    }
    List<String> called = called(typed);
    return called.size() == 1 ? called.get(0) : typed.strip();
  }

  /** Several are called so. */
  boolean isAmbiguous(String typed) {
    return !byId.containsKey(typed) && called(typed).size() > 1;
  }

  private List<String> called(String typed) {
    String name = plain(typed);
    return ids.getOrDefault(name, elsewhere.getOrDefault(name, List.of()));
  }

  Optional<KpiDescriptor> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  boolean haveAll(List<String> some) {
    return byId.keySet().containsAll(some);
  }

  /** How a field shows it. */
  String label(String id) {
    return labels.getOrDefault(id, id);
  }

  /** Names to choose from, with their ids, in the order of the ids. */
  Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    byId.keySet().forEach(id -> choices.put(label(id), id));
    return choices;
  }
}

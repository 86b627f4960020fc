package io.retainer.kpi.script;

import io.retainer.kpi.KpiProblem;
import io.retainer.model.kpi.KpiId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Definitions with other values of their parameters than they state.
 *
 * @param linked those that are legal with them
 * @param illegal what is wrong with the others
 */
public record Chosen(Map<KpiId, Linker.Linked> linked, Map<KpiId, Illegal> illegal) {

  /**
   * Why a definition cannot be used with a value.
   *
   * @param values what is to blame, by parameter
   * @param problem what the value makes illegal, and where
   */
  public record Illegal(Map<String, String> values, KpiId of, KpiProblem problem) {

    /** {@code notRankedAs: 0}. */
    public String blamed() {
      return values.entrySet().stream()
          .map(value -> value.getKey() + ": " + Shown.briefly(value.getValue()))
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * @param values by parameter; each is for all definitions that have it
   */
  public static Chosen of(Map<KpiId, Draft> drafts, Map<String, String> values) {
    return of(drafts, values, drafts.keySet());
  }

  /**
   * As {@link #of(Map, Map)}.
   *
   * @param wanted those that it is asked of; what they are made of is looked at too
   */
  public static Chosen of(Map<KpiId, Draft> drafts, Map<String, String> values, Set<KpiId> wanted) {
    Linker.Result result = link(drafts, values, wanted);
    Map<KpiId, Illegal> illegal = new HashMap<>();
    result.faults().forEach((id, fault) -> illegal.put(id, illegal(drafts, values, id, fault)));
    return new Chosen(result.linked(), illegal);
  }

  private static Linker.Result link(
      Map<KpiId, Draft> drafts, Map<String, String> values, Set<KpiId> wanted) {
    Map<KpiId, Draft> own = new HashMap<>();
    Map<KpiId, KpiProblem> unreadable = new HashMap<>();
    drafts.forEach(
        (id, draft) -> {
          Problems wrong = new Problems(draft.file());
          Unforeseen.contained(wrong, draft.at(), () -> draft.with(values, wrong))
              .ifPresentOrElse(
                  with -> own.put(id, with),
                  () -> {
                    own.put(id, draft);
                    unreadable.put(id, wrong.list().get(0));
                  });
        });
    return Linker.link(own, unreadable, wanted);
  }

  /** Of several values those that are illegal alone; all of them when none is. */
  private static Illegal illegal(
      Map<KpiId, Draft> drafts, Map<String, String> values, KpiId id, Linker.Fault fault) {
    Map<String, String> all = new TreeMap<>(values);
    all.keySet().retainAll(drafts.get(fault.of()).parameters().keySet());
    Map<String, String> alone = new TreeMap<>(all);
    if (all.size() > 1) {
      alone
          .entrySet()
          .removeIf(
              value ->
                  !link(drafts, Map.of(value.getKey(), value.getValue()), Set.of(id))
                      .faults()
                      .containsKey(id));
    }
    return new Illegal(alone.isEmpty() ? all : alone, fault.of(), fault.problem());
  }
}

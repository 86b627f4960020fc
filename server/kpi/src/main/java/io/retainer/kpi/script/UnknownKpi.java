package io.retainer.kpi.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An id that no KPI has, and those that may be meant.
 *
 * @param known ids of all KPIs that there are
 */
public record UnknownKpi(Collection<String> known) {

  private static final int MOST = 3;
  private static final String ALL =
      "retainer kpi list shows all that there are; one that is missing is defined in a script";

  /** What others call it, and what it is called here; the longer first. */
  private static final Map<String, String> CALLED = called();

  private static Map<String, String> called() {
    Map<String, String> called = new LinkedHashMap<>();
    called.put("average-order-value", "aov");
    called.put("return-on-ad-spend", "roas");
    called.put("click-through-rate", "ctr");
    called.put("cost-per-click", "cpc");
    called.put("cost-per-acquisition", "cpa");
    called.put("net-promoter-score", "nps");
    called.put("lifetime-value", "ltv");
    called.put("cvr", "conversion-rate");
    called.put("clv", "ltv");
    called.put("spend", "cost");
    called.put("spent", "cost");
    called.put("costs", "cost");
    called.put("expenses", "cost");
    called.put("sales", "revenue");
    called.put("turnover", "revenue");
    called.put("purchases", "orders");
    called.put("clients", "customers");
    called.put("buyers", "customers");
    called.put("visits", "sessions");
    called.put("visitors", "users");
    called.put("subscribers", "followers");
    called.put("fans", "followers");
    called.put("number", "count");
    return called;
  }

  /** Says that there is none of this id. */
  public void report(Place at, String id, Problems problems) {
    problems.add(at, "unknown KPI '" + id + "'", advice(id));
  }

  /** What to write instead, as far as that can be guessed. */
  public String advice(String id) {
    Optional<String> near = Nearest.to(id, known);
    if (near.isPresent()) {
      return "did you mean '" + near.get() + "'?";
    }
    List<String> alike = alike(id);
    if (alike.isEmpty()) {
      return ALL;
    }
    return "did you mean "
        + String.join(" or ", alike.stream().map(one -> "'" + one + "'").toList())
        + "? "
        + ALL;
  }

  /** Those with the same words, in whatever order. */
  private List<String> alike(String id) {
    Set<String> words = words(id);
    Map<String, Integer> shared = new LinkedHashMap<>();
    for (String other : known) {
      Set<String> both = words(other);
      both.retainAll(words);
      boolean isOnlyArea = both.equals(Set.of(area(other)));
      if (!both.isEmpty() && !isOnlyArea) {
        shared.put(other, both.size());
      }
    }
    List<String> alike = new ArrayList<>(shared.keySet());
    alike.sort(
        Comparator.comparing((String other) -> -shared.get(other))
            .thenComparing(other -> words(other).size())
            .thenComparing(other -> other));
    boolean isSame = !alike.isEmpty() && words(alike.get(0)).equals(words);
    return alike.subList(0, Math.min(isSame ? 1 : MOST, alike.size()));
  }

  private static String area(String id) {
    return id.replaceFirst("\\..*", "");
  }

  private static Set<String> words(String id) {
    String named = id.toLowerCase(java.util.Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (Map.Entry<String, String> other : CALLED.entrySet()) {
      named = named.replaceAll("\\b" + other.getKey() + "\\b", other.getValue());
    }
    return new HashSet<>(Arrays.asList(named.split("[.-]+")));
  }
}

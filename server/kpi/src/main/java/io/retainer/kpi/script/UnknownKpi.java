package io.retainer.kpi.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
  private static final Map<Pattern, String> CALLED = called();

  private static Map<Pattern, String> called() {
    Map<Pattern, String> called = new LinkedHashMap<>();
    put(called, "average-order-value", "aov");
    put(called, "return-on-ad-spend", "roas");
    put(called, "click-through-rate", "ctr");
    put(called, "cost-per-click", "cpc");
    put(called, "cost-per-acquisition", "cpa");
    put(called, "net-promoter-score", "nps");
    put(called, "lifetime-value", "ltv");
    put(called, "customer-acquisition-cost", "acquisition-cost");
    put(called, "cac", "acquisition-cost");
    put(called, "cvr", "conversion-rate");
    put(called, "clv", "ltv");
    put(called, "spend", "cost");
    put(called, "spent", "cost");
    put(called, "costs", "cost");
    put(called, "expenses", "cost");
    put(called, "sales", "revenue");
    put(called, "turnover", "revenue");
    put(called, "purchases", "orders");
    put(called, "clients", "customers");
    put(called, "buyers", "customers");
    put(called, "visits", "sessions");
    put(called, "visitors", "users");
    put(called, "subscribers", "followers");
    put(called, "fans", "followers");
    put(called, "number", "count");
    return called;
  }

  private static void put(Map<Pattern, String> called, String elsewhere, String here) {
    called.put(Pattern.compile("\\b" + elsewhere + "\\b"), here);
  }

  /** Says that there is none of this id. */
  public void report(Place at, String id, Problems problems) {
    problems.add(at, "unknown KPI '" + id + "'", advice(id));
  }

  /** What to write instead, as far as that can be guessed. */
  private String advice(String id) {
    Optional<String> near = Nearest.to(id, known).filter(one -> isNamedLike(one, id));
    List<String> longer = longer(id);
    boolean isOfArea = near.filter(one -> area(one).equals(area(id))).isPresent();
    if (near.isPresent() && (isOfArea || longer.isEmpty())) {
      return "did you mean '" + near.get() + "'?";
    }
    List<String> alike = near.isPresent() ? longer : alike(id);
    if (alike.isEmpty()) {
      return ALL;
    }
    return "did you mean "
        + String.join(" or ", alike.stream().map(one -> "'" + one + "'").toList())
        + "? "
        + ALL;
  }

  /**
   * Of one area, short names are unlike however long the whole is: {@code ltv} and {@code lost}.
   */
  private static boolean isNamedLike(String one, String id) {
    String area = area(one) + ".";
    return !id.startsWith(area)
        || Nearest.to(id.substring(area.length()), List.of(one.substring(area.length())))
            .isPresent();
  }

  /** Those of its area that have all of its words and more. */
  private List<String> longer(String id) {
    Set<String> words = words(id);
    return known.stream()
        .filter(other -> area(other).equals(area(id)) && words(other).containsAll(words))
        .sorted(Comparator.comparing(String::length).thenComparing(other -> other))
        .limit(MOST)
        .toList();
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
    String named = id.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (Map.Entry<Pattern, String> other : CALLED.entrySet()) {
      named = other.getKey().matcher(named).replaceAll(other.getValue());
    }
    return new HashSet<>(Arrays.asList(named.split("[.-]+")));
  }
}

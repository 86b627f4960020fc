package io.retainer.kpi.script;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a KPI of a mean of rates says in its id: of what things, like {@code -mean-of-posts}. */
public final class MeanOf {

  private static final String WORDS = "-mean-of-";

  private MeanOf() {}

  /**
   * Whether an id names what the mean is taken over.
   *
   * @param thing a key such as {@code post_id}, or a grain
   */
  public static boolean isNamed(String id, String thing) {
    return names(thing).stream().anyMatch(name -> (id + "-").contains(WORDS + name + "-"));
  }

  /** The end of an id that names it. */
  static String ending(String thing) {
    String one = one(thing);
    return WORDS + (one.endsWith("y") && !isAfterVowel(one) ? ies(one) : one + "s");
  }

  private static Set<String> names(String thing) {
    Set<String> names = new TreeSet<>();
    for (String one : List.of(one(thing), thing.replace('_', '-'))) {
      names.addAll(List.of(one, one + "s", one + "es"));
      if (one.endsWith("y")) {
        names.add(ies(one));
      }
    }
    return names;
  }

  private static String one(String thing) {
    return thing.replaceFirst("_(id|key|name)$", "").replace('_', '-');
  }

  private static String ies(String one) {
    return one.substring(0, one.length() - 1) + "ies";
  }

  private static boolean isAfterVowel(String one) {
    return one.length() > 1 && "aeiou".indexOf(one.charAt(one.length() - 2)) >= 0;
  }
}

package io.retainer.model.kpi;

import java.util.Locale;
import java.util.Set;

/** What platforms and people write into a dimension where there is no one thing to name. */
public final class Nameless {

  private static final Set<String> UNKNOWN =
      Set.of("", "(not set)", "(none)", "unassigned", "(other)", "unknown", "не определено", "--");

  private static final Set<String> REST =
      Set.of(
          "other",
          "others",
          "all others",
          "all other",
          "(not provided)",
          "(unknown)",
          "(unassigned)",
          "not set",
          "none",
          "null",
          "undefined",
          "n/a",
          "-",
          "\u2013",
          "\u2014",
          "другое",
          "другие",
          "прочее",
          "прочие",
          "остальные",
          "неизвестно",
          "не указано",
          "іншае",
          "іншыя",
          "астатнія",
          "невядома",
          "не пазначана",
          "muu",
          "muut",
          "tuntematon",
          "ei määritetty");

  private Nameless() {}

  /** Whether it is what a platform writes where it does not know. */
  public static boolean isUnknown(String group) {
    return UNKNOWN.contains(plain(group));
  }

  /** Whether it is the unknown, or whatever has no name of its own. */
  public static boolean isNobody(String group) {
    return isUnknown(group) || REST.contains(plain(group));
  }

  private static String plain(String group) {
    return group.strip().toLowerCase(Locale.ROOT);
  }
}

package io.retainer.kpi.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a unit or a direction is called elsewhere. */
final class OtherUnits {

  private static final String MONEY = "write unit money: the currency is that of the rows";

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("number", "write unit count"),
          Map.entry("integer", "write unit count"),
          Map.entry("int", "write unit count"),
          Map.entry("percentage", "write unit percent"),
          Map.entry("pct", "write unit percent"),
          Map.entry("rate", "write unit percent, or unit ratio for so many of one for each other"),
          Map.entry("decimal", "write unit ratio"),
          Map.entry("weeks", "write unit days"),
          Map.entry("up", "write better higher"),
          Map.entry("more", "write better higher"),
          Map.entry("down", "write better lower"),
          Map.entry("less", "write better lower"));

  private OtherUnits() {}

  /** Whether it is one of them; then that is said. */
  static boolean report(String setting, Node.Name name, List<String> words, Problems problems) {
    String lower = name.name().toLowerCase(Locale.ROOT);
    Optional<String> advice =
        words.contains(lower)
            ? Optional.of("write it in small letters: " + setting + " " + lower)
            : Optional.ofNullable(KNOWN.get(lower))
                .filter(known -> known.startsWith("write " + setting + " "))
                .or(() -> money(setting, name.name()));
    advice.ifPresent(
        one -> problems.add(name.at(), "unknown " + setting + " '" + name.name() + "'", one));
    return advice.isPresent();
  }

  private static Optional<String> money(String setting, String name) {
    return setting.equals("unit") && MoneyWords.has(name) ? Optional.of(MONEY) : Optional.empty();
  }
}

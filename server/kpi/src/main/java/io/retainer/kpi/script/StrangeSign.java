package io.retainer.kpi.script;

/** A sign that no definition needs. */
final class StrangeSign {

  private StrangeSign() {}

  static void report(char c, Place at, Problems problems) {
    String advice =
        switch (c) {
          case '@' -> "annotations have no place here";
          case '$' -> "use single quotes: '…'";
          case '\\' -> "write the letter itself";
          case '?' -> "a condition belongs into where(…)";
          case '%' -> "write 0.05 for 5 %";
          default -> "remove it";
        };
    String shown =
        Character.isISOControl(c) || Character.isSurrogate(c)
            ? "character U+%04X".formatted((int) c)
            : "'" + c + "'";
    problems.add(at, shown + " is no sign of a definition", advice);
  }
}

package io.retainer.model.kpi;

/** {@code area.name} in kebab-case: {@code email.open-rate}. */
public record KpiId(String value) implements Comparable<KpiId> {

  private static final int LONGEST = 100;
  private static final String WORDS = "[a-z0-9]+(-[a-z0-9]+)*";

  public KpiId {
    // The length first: a pattern with groups takes a piece of the stack for each repetition.
    if (value.length() > LONGEST || !value.matches(WORDS + "\\." + WORDS)) {
      String seen = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
      throw new IllegalArgumentException(
          "A KPI id is area.name in small letters, like email.open-rate; saw \"" + seen + "\"");
    }
  }

  public String area() {
    return value.substring(0, value.indexOf('.'));
  }

  @Override
  public int compareTo(KpiId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.retainer.model.kpi;

/** {@code area.name} in kebab-case: {@code email.open-rate}. */
public record KpiId(String value) implements Comparable<KpiId> {

  public KpiId {
    if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*") || value.length() > 100) {
      throw new IllegalArgumentException(
          "A KPI id is area.name in small letters, like email.open-rate; saw \"" + value + "\"");
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

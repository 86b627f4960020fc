package io.retainer.kpi.formula;

/** What kind of number an expression gives; a KPI's kind follows from it. */
public enum Nature {
  CONSTANT("a number"),
  FLOW("an amount that adds up"),
  STOCK("a level"),
  RATIO("a rate"),
  WMEAN("a weighted mean"),
  DISTINCT("a count of distinct things"),
  DISTRIBUTION("a statistic such as a median"),
  RANK("a ranking"),
  SCORE("a classification");

  private final String words;

  Nature(String words) {
    this.words = words;
  }

  /** Whether it is divided already. */
  boolean isRate() {
    return this == RATIO || this == WMEAN;
  }

  @Override
  public String toString() {
    return words;
  }
}

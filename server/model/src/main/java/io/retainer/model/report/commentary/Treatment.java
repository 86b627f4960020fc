package io.retainer.model.report.commentary;

/**
 * What becomes of a finding that was computed.
 *
 * @param text what stands in its place; empty when it is left out
 * @param said the finding's own words when this was decided, to be told when they differ later
 */
public record Treatment(String text, String said) {

  /** Characters of a finding. */
  public static final int LONGEST = 600;

  /**
   * @throws IllegalArgumentException when it is too long
   */
  public Treatment {
    Prose one = new Prose(text);
    text = one.text().replaceAll("\\s*\n\\s*", " ");
    if (one.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A finding has at most %d characters, saw %d".formatted(LONGEST, one.length()));
    }
  }

  public static Treatment leftOut(String said) {
    return new Treatment("", said);
  }

  public boolean isLeftOut() {
    return text.isEmpty();
  }
}

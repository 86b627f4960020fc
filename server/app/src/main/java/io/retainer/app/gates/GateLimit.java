package io.retainer.app.gates;

import java.math.BigDecimal;
import java.util.Locale;

/** What may be tuned besides how much a gate matters. */
public enum GateLimit {
  /** How many hours a report waits for data by the clock before a person decides. */
  PATIENCE_HOURS("72", "0", "672", true),
  /** How many hours late a report may be and still go out by the clock; later a person decides. */
  LATE_HOURS("24", "1", "672", true),
  /** How many times above or below the usual a headline figure may be. */
  STEP_FACTOR("3", "1.1", "100", false);

  private final BigDecimal usual;
  private final BigDecimal least;
  private final BigDecimal most;
  private final boolean isWhole;

  GateLimit(String usual, String least, String most, boolean isWhole) {
    this.isWhole = isWhole;
    this.usual = new BigDecimal(usual);
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public BigDecimal usual() {
    return usual;
  }

  public BigDecimal least() {
    return least;
  }

  public BigDecimal most() {
    return most;
  }

  /**
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  BigDecimal read(String text) {
    String plain = text.strip().replace(',', '.');
    // A hundredth is as fine as it is kept.
    if (plain.matches("[0-9]{1,4}(\\.[0-9]{1,2})?")) {
      BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
      boolean isFineEnough = !isWhole || number.scale() <= 0;
      if (isFineEnough && number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
        return number.scale() < 0 ? number.setScale(0) : number;
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is \"%s\"; expected a number from %s to %s%s"
            .formatted(
                word(),
                text,
                least.toPlainString(),
                most.toPlainString(),
                isWhole ? " without a fraction" : ", like 2.5"));
  }
}

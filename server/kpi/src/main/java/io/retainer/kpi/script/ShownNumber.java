package io.retainer.kpi.script;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number in a message: as a script writes it, and never longer than a line has room for. */
public final class ShownNumber {

  private static final int LONGEST = 40;
  private static final MathContext MEANINGFUL = new MathContext(13);

  private ShownNumber() {}

  public static String of(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    boolean isShort = Math.abs((long) number.scale()) + number.precision() <= LONGEST;
    return isShort ? number.toPlainString() : number.round(MEANINGFUL).toString();
  }
}

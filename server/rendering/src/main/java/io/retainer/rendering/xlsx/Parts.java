package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiValue;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;

/** A value as its numerator over its denominator, where those give it. */
final class Parts {

  private static final double NEGLIGIBLE = 1e-9;

  private Parts() {}

  static boolean give(KpiValue value) {
    return value.value().isPresent()
        && value.numerator().isPresent()
        && value.denominator().isPresent()
        && value.denominator().get().signum() != 0
        && isNear(quotient(value), value.value().get().doubleValue());
  }

  static boolean isNear(double computed, double exact) {
    return Math.abs(computed - exact) <= NEGLIGIBLE * Math.max(1, Math.abs(exact));
  }

  private static double quotient(KpiValue value) {
    return value.numerator().map(BigDecimal::doubleValue).orElseThrow()
        / value.denominator().map(BigDecimal::doubleValue).orElseThrow();
  }

  /** A formula over the parts that stand in the same row; without such parts, the number itself. */
  static void value(
      Page page, int row, int column, int numerator, KpiValue value, String format, Look look) {
    if (give(value)) {
      String formula = Page.local(row, numerator) + "/" + Page.local(row, numerator + 1);
      page.formula(row, column, formula, quotient(value), format, look);
    } else {
      page.number(row, column, value.value(), format, look);
    }
  }

  /** The numerator, and the denominator right of it. */
  static void write(Page page, int row, int numerator, KpiValue value) {
    write(page, row, numerator, value, Look.PLAIN);
  }

  static void write(Page page, int row, int numerator, KpiValue value, Look look) {
    value
        .numerator()
        .ifPresent(part -> page.number(row, numerator, part, NumberFormats.part(part), look));
    value
        .denominator()
        .ifPresent(part -> page.number(row, numerator + 1, part, NumberFormats.part(part), look));
  }
}

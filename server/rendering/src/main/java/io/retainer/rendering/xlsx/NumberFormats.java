package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiUnit;
import java.util.Optional;

/** How numbers of a unit are shown; they stay full numbers in the cell. */
final class NumberFormats {

  static final String RELATIVE = "+0.0%;\\-0.0%;0.0%";
  static final String SIGNED = "+0.0;\\-0.0;0.0";

  private NumberFormats() {}

  static String of(KpiUnit unit, Optional<String> currency) {
    return switch (unit) {
      case COUNT -> "#,##0";
      case RATIO -> "#,##0.00";
      case PERCENT -> "0.0%";
      case MONEY -> currency.map(code -> "#,##0.00\\ [$" + code + "]").orElse("#,##0.00");
      case SECONDS -> "#,##0";
      case MINUTES, HOURS, DAYS, POINTS, POSITION, SCORE -> "#,##0.0";
    };
  }

  static String of(Delta.Style style, KpiUnit unit, Optional<String> currency) {
    return switch (style) {
      case PERCENT -> RELATIVE;
      case POINTS, PLACES -> SIGNED;
      case ABSOLUTE, NEW -> of(unit, currency);
    };
  }
}

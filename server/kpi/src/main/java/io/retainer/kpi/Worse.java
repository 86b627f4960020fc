package io.retainer.kpi;

import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import java.util.List;

/** Which of two values without a number is said when both are part of a third. */
final class Worse {

  /** From the one of which least is known. */
  private static final List<Status> ORDER =
      List.of(Status.NO_DATA, Status.SUPPRESSED, Status.NOT_COMPUTABLE);

  private Worse() {}

  static boolean than(KpiValue value, KpiValue other) {
    return rank(value) < rank(other);
  }

  private static int rank(KpiValue value) {
    int index = ORDER.indexOf(value.status());
    return index < 0 ? ORDER.size() : index;
  }
}

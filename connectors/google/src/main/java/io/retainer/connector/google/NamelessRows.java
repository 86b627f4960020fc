package io.retainer.connector.google;

import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows without a name: what has none, such as sessions without a landing page, or a total that does
 * not say so. Only the numbers of all other rows tell.
 */
final class NamelessRows {

  /** Counts that are made of rounded rates do not add up to the last unit. */
  private static final double TOLERANCE = 0.02;

  /** Kept until the end; of so many none is a total. */
  private static final int MOST = 20_000;

  private final List<Value> plan;
  private final double[] sums;
  private final List<Row> rows = new ArrayList<>();

  NamelessRows(List<Value> plan) {
    this.plan = plan;
    this.sums = new double[plan.size()];
  }

  /**
   * Keeps a row until all others are known.
   *
   * @return false when there are too many: then it is a row like the others
   */
  boolean keep(Row row) {
    return rows.size() < MOST && rows.add(row);
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The values of a row that has a name. */
  void add(Object[] values) {
    for (int i = 0; i < sums.length; i++) {
      if (plan.get(i).sums() && values[i] instanceof Number number) {
        sums[i] += number.doubleValue();
      }
    }
  }

  /** Whether a row says what the rows with names add up to. */
  boolean addsUp(Fields fields) {
    boolean isStated = false;
    for (int i = 0; i < sums.length; i++) {
      Object stated = plan.get(i).sums() ? fields.measured(plan.get(i).from()) : null;
      if (stated instanceof Number number) {
        isStated = true;
        if (Math.abs(number.doubleValue() - sums[i]) > TOLERANCE * Math.max(1, Math.abs(sums[i]))) {
          return false;
        }
      }
    }
    return isStated;
  }
}

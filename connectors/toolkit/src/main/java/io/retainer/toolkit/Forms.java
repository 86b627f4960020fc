package io.retainer.toolkit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How the columns of a table write their numbers and dates, decided for each column as a whole.
 * Columns without a decision of their own follow the rest of the file.
 */
public final class Forms {

  private final Map<Integer, NumberForm> numbers = new HashMap<>();
  private final Map<Integer, DateOrder> orders = new HashMap<>();
  private final Set<Integer> serials = new HashSet<>();
  private final NumberForm ordinary;

  private Forms(NumberForm ordinary) {
    this.ordinary = ordinary;
  }

  /** Points in numbers, dates in forms that read one way only. */
  public static Forms plain() {
    return new Forms(NumberForm.POINT);
  }

  /** Every number in this form. */
  public static Forms ordinarily(NumberForm form) {
    return new Forms(form);
  }

  public Forms with(int index, NumberForm form) {
    numbers.put(index, form);
    return this;
  }

  public Forms with(int index, DateOrder order) {
    orders.put(index, order);
    return this;
  }

  /** Dates of the column are numbers, as a spreadsheet counts days. */
  Forms withSerials(int index) {
    serials.add(index);
    return this;
  }

  boolean isSerial(int index) {
    return serials.contains(index);
  }

  NumberForm number(int index) {
    return numbers.getOrDefault(index, ordinary);
  }

  DateOrder order(int index) {
    return orders.get(index);
  }
}

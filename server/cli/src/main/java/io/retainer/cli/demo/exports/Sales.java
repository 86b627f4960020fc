package io.retainer.cli.demo.exports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What customers order, day by day. Some come back, some are seen once, some give no name.
 *
 * @param perDay orders on an ordinary day
 * @param known share of orders whose customer is known
 * @param newcomers share of known customers' orders that are their first
 * @param loyalty how many of the latest customers most returning orders come from
 * @param firstHour of an order, and the last one
 */
record Sales(
    Chance chance,
    Pulse pulse,
    double perDay,
    double known,
    double newcomers,
    double loyalty,
    int firstHour,
    int lastHour,
    List<Product> products) {

  private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);
  private static final int REGULARS = 260;

  /** A thing on the shelf. */
  record Product(String code, String name, long cents, double weight) {}

  /** So many of one product. */
  record Line(Product product, int quantity) {
    long cents() {
      return product.cents() * quantity;
    }
  }

  /**
   * @param number rising with time, unique within the business
   */
  record Order(int number, OptionalInt customer, LocalDateTime at, List<Line> lines) {
    long cents() {
      return lines.stream().mapToLong(Line::cents).sum();
    }
  }

  /** How many customers the business knew before a day. */
  private int customersBefore(LocalDate day) {
    long days = day.toEpochDay() - BEGINNING.toEpochDay();
    return (int) (REGULARS + days * perDay * known * newcomers);
  }

  private int count(LocalDate day) {
    return (int) chance.near(perDay * pulse.on(day), 0.25, "orders", day);
  }

  List<Order> on(LocalDate day) {
    // Room for a thousand a day, so that a number depends on its own day only.
    int number = (int) (day.toEpochDay() - BEGINNING.toEpochDay()) * 1000;
    int before = customersBefore(day);
    int after = customersBefore(day.plusDays(1));
    int count = count(day);
    List<Order> orders = new ArrayList<>(count);
    int came = 0;
    for (int i = 0; i < count; i++) {
      OptionalInt customer = OptionalInt.empty();
      if (chance.of("known", day, i) < known) {
        boolean isNew = before + came < after && chance.of("new", day, i) < 0.9;
        customer = OptionalInt.of(isNew ? before + came++ : returning(before, day, i));
      }
      int minutes = (lastHour - firstHour) * 60;
      int minute = (int) (minutes * (i + chance.of("minute", day, i)) / count);
      orders.add(
          new Order(
              number + i + 1,
              customer,
              day.atTime(firstHour, 0).plusMinutes(minute),
              lines(day, i)));
    }
    return orders;
  }

  /** Mostly somebody who came lately. */
  private int returning(int before, LocalDate day, int order) {
    double back = -Math.log(1 - chance.of("returning", day, order)) * loyalty;
    return back < before ? before - 1 - (int) back : (int) (before * chance.of("old", day, order));
  }

  private List<Line> lines(LocalDate day, int order) {
    double[] weights = products.stream().mapToDouble(Product::weight).toArray();
    int kinds = 1 + chance.pick(new double[] {5, 3, 1}, "kinds", day, order);
    List<Line> lines = new ArrayList<>(kinds);
    for (int i = 0; i < kinds; i++) {
      Product product = products.get(chance.pick(weights, "product" + i, day, order));
      int quantity = 1 + chance.pick(new double[] {8, 2, 0.5}, "quantity" + i, day, order);
      if (lines.stream().noneMatch(line -> line.product().equals(product))) {
        lines.add(new Line(product, quantity));
      }
    }
    return lines;
  }

  long centsOn(LocalDate day) {
    return on(day).stream().mapToLong(Order::cents).sum();
  }

  /** Whether an order's goods come back. */
  boolean isReturned(Order order, double share) {
    return chance.of("returned", order.at().toLocalDate(), order.number()) < share;
  }
}

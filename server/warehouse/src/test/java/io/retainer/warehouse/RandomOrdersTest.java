package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same questions answered by SQL and by plain loops over the same random orders. */
class RandomOrdersTest extends WarehouseTest {

  private static final LocalDate START = LocalDate.of(2025, 12, 15);
  private static final int DAYS = 120;
  private static final List<String> COUNTRIES = List.of("fi", "by", "");
  private static final List<String> STATUSES = List.of("placed", "placed", "cancelled", "refund");
  private static final RowValue REFUNDED = new RowValue.ColumnValue("refunded");
  private static final Optional<Condition> PLACED = Optional.of(is("status", "placed"));

  /**
   * @param refunded empty where the file has such a column and the cell nothing; null without one
   */
  private record Order(
      String id,
      LocalDate day,
      String customer,
      String status,
      String country,
      BigDecimal total,
      String refunded) {

    String line() {
      String line =
          String.join("|", day.toString(), id, customer, status, country, total.toPlainString());
      return refunded == null ? line : line + "|" + refunded;
    }
  }

  /** Where a number stands: period, first day of its bucket, group. */
  private record Place(int period, LocalDate bucket, String group) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return toString().compareTo(other.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void sqlAndLoopsAgree(long seed) {
    Random random = new Random(seed);
    Map<String, Order> orders = new LinkedHashMap<>();
    for (int file = 0; file < 3; file++) {
      boolean hasRefunds = file != 1;
      List<Order> some = some(random, 200, hasRefunds);
      importing(some, hasRefunds);
      some.forEach(order -> orders.put(order.id(), order));
    }
    List<DateSpan> periods = periods(random);

    for (Optional<Grain> bucket :
        List.of(Optional.<Grain>empty(), Optional.of(Grain.WEEK), Optional.of(Grain.MONTH))) {
      for (boolean byCountry : new boolean[] {false, true}) {
        assertThat(asked(periods, bucket, byCountry))
            .as("seed %d, bucket %s, by country %s", seed, bucket, byCountry)
            .isEqualTo(counted(orders.values().stream().toList(), periods, bucket, byCountry));
      }
    }
  }

  private static List<Order> some(Random random, int count, boolean hasRefunds) {
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int customer = random.nextInt(40);
      orders.add(
          new Order(
              "order-" + random.nextInt(400),
              START.plusDays(random.nextInt(DAYS)),
              customer < 3 ? "" : "customer-" + customer,
              STATUSES.get(random.nextInt(STATUSES.size())),
              COUNTRIES.get(random.nextInt(COUNTRIES.size())),
              BigDecimal.valueOf(random.nextInt(100_000), 2),
              !hasRefunds ? null : random.nextInt(20) == 0 ? "" + random.nextInt(90) : ""));
    }
    return orders;
  }

  private void importing(List<Order> orders, boolean hasRefunds) {
    desk.accepted(
        "table orders columns=order_id,customer_key,status,country,total%s grain=EVENT currency=EUR"
                .formatted(hasRefunds ? ",refunded" : "")
            + " period=%s..%s".formatted(START, START.plusDays(DAYS)),
        orders.stream().map(Order::line).collect(Collectors.joining("\n")));
  }

  private static List<DateSpan> periods(Random random) {
    List<DateSpan> periods = new ArrayList<>();
    periods.add(Desk.span("2026-01-01", "2026-01-31"));
    periods.add(Desk.span("2026-02-01", "2026-02-28"));
    for (int i = 0; i < 3; i++) {
      LocalDate start = START.plusDays(random.nextInt(DAYS - 40));
      periods.add(new DateSpan(start, start.plusDays(1 + random.nextInt(40))));
    }
    return periods;
  }

  private Map<Place, Map<String, BigDecimal>> asked(
      List<DateSpan> periods, Optional<Grain> bucket, boolean byCountry) {
    FactQuery query =
        new FactQuery(
            Desk.ACME.id(),
            Datasets.ORDERS,
            Optional.empty(),
            byCountry ? List.of("country") : List.of(),
            Optional.empty(),
            List.of(
                new Measure("rows", Desk.count()),
                new Measure(
                    "revenue", new Aggregation.Sum(new RowValue.ColumnValue("total"), PLACED)),
                new Measure("refunded", new Aggregation.Sum(REFUNDED, PLACED)),
                new Measure("lacking", new Aggregation.Sum(new RowValue.Lacking(REFUNDED), PLACED)),
                new Measure("customers", new Aggregation.Distinct("customer_key", PLACED)),
                new Measure("existing", new Aggregation.ExistingKeys("customer_key", PLACED)),
                new Measure("retained", new Aggregation.RetainedKeys("customer_key", PLACED))),
            periods,
            bucket);
    Map<Place, Map<String, BigDecimal>> found = new TreeMap<>();
    for (FactAnswer.Cell cell : desk.warehouse.answer(query).cells()) {
      Map<String, BigDecimal> values = new TreeMap<>();
      cell.values()
          .forEach(
              (name, value) -> {
                if (value.signum() != 0 || name.equals("refunded")) {
                  values.put(name, value.stripTrailingZeros());
                }
              });
      if (!values.isEmpty()) {
        LocalDate start = cell.bucket().orElse(periods.get(cell.period()).start());
        found.put(new Place(cell.period(), start, String.join("", cell.group())), values);
      }
    }
    return found;
  }

  /** The definition, word by word. */
  private static Map<Place, Map<String, BigDecimal>> counted(
      List<Order> orders, List<DateSpan> periods, Optional<Grain> bucket, boolean byCountry) {
    Map<Place, Map<String, BigDecimal>> found = new TreeMap<>();
    for (int i = 0; i < periods.size(); i++) {
      for (Map.Entry<LocalDate, DateSpan> slot : slots(periods.get(i), bucket).entrySet()) {
        for (String group : byCountry ? COUNTRIES : List.of("")) {
          List<Order> ofGroup =
              orders.stream().filter(o -> !byCountry || o.country().equals(group)).toList();
          Map<String, BigDecimal> values = values(ofGroup, slot.getValue());
          if (!values.isEmpty()) {
            found.put(new Place(i, slot.getKey(), group), values);
          }
        }
      }
    }
    return found;
  }

  private static Map<String, BigDecimal> values(List<Order> orders, DateSpan slot) {
    Set<String> before = new HashSet<>();
    Set<String> inside = new HashSet<>();
    long rows = 0;
    BigDecimal revenue = BigDecimal.ZERO;
    BigDecimal refunded = null;
    long lacking = 0;
    for (Order order : orders) {
      boolean placed = order.status().equals("placed");
      boolean known = placed && !order.customer().isEmpty();
      if (slot.contains(order.day())) {
        rows++;
        revenue = placed ? revenue.add(order.total()) : revenue;
        if (placed && order.refunded() == null) {
          lacking++;
        } else if (placed) {
          BigDecimal own = new BigDecimal("0" + order.refunded());
          refunded = refunded == null ? own : refunded.add(own);
        }
        if (known) {
          inside.add(order.customer());
        }
      } else if (known && order.day().isBefore(slot.start())) {
        before.add(order.customer());
      }
    }
    Map<String, BigDecimal> values = new HashMap<>();
    values.put("rows", BigDecimal.valueOf(rows));
    values.put("revenue", revenue);
    values.put("lacking", BigDecimal.valueOf(lacking));
    values.put("customers", BigDecimal.valueOf(inside.size()));
    values.put("existing", BigDecimal.valueOf(before.size()));
    inside.retainAll(before);
    values.put("retained", BigDecimal.valueOf(inside.size()));
    values.values().removeIf(value -> value.signum() == 0);
    if (refunded != null) {
      // Zero where there are such cells, and nothing where no file had the column.
      values.put("refunded", refunded);
    }
    values.replaceAll((name, value) -> value.stripTrailingZeros());
    return new TreeMap<>(values);
  }

  private static Map<LocalDate, DateSpan> slots(DateSpan period, Optional<Grain> bucket) {
    Map<LocalDate, DateSpan> slots = new TreeMap<>();
    for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
      LocalDate start =
          bucket.isEmpty()
              ? period.start()
              : bucket.get() == Grain.WEEK
                  ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                  : day.withDayOfMonth(1);
      DateSpan one = DateSpan.ofDay(day);
      slots.merge(start, one, (a, b) -> new DateSpan(a.start(), b.end()));
    }
    return slots;
  }
}

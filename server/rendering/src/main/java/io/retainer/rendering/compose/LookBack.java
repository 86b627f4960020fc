package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.History;
import io.retainer.model.report.Trend;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A report's period among those before it: what a channel shows whose source tells whole months and
 * no days, or whose figures have no groups. Every value is the KPI over its whole period.
 */
final class LookBack {

  /** A year and the same month before it. */
  private static final int POINTS = 13;

  /** As many as fit below the figures and the chart on one page. */
  private static final int ROWS = 8;

  private final Kpis kpis;
  private final Client client;
  private final List<Period> periods;

  LookBack(Kpis kpis, Client client, Period period) {
    this.kpis = kpis;
    this.client = client;
    this.periods = Stream.iterate(period, Period::previous).limit(POINTS).toList();
  }

  /** A line from the first period with data to this one; nothing for less than two points. */
  Optional<Trend> trend(KpiDescriptor kpi, Optional<Comparison> yearEarlier) {
    List<Period> shown = new ArrayList<>(periods);
    Collections.reverse(shown);
    List<Kpis.Point> current = points(kpi.id(), shown);
    int first =
        IntStream.range(0, POINTS).filter(i -> isKnown(current.get(i))).findFirst().orElse(POINTS);
    if (current.stream().filter(LookBack::isKnown).count() < 2) {
      return Optional.empty();
    }
    Period.Kind unit = shown.get(0).kind();
    // A year earlier is the point before, when the points are years.
    List<Kpis.Point> past =
        yearEarlier.isPresent() && unit != Period.Kind.YEAR
            ? points(
                kpi.id(),
                shown.subList(first, POINTS).stream().map(yearEarlier.get()::base).toList())
            : List.of();
    boolean pastIsLine = past.stream().filter(LookBack::isKnown).count() >= 2;
    return Optional.of(
        new Trend(
            kpi,
            bucket(unit),
            Optional.of(unit),
            current.subList(first, POINTS),
            pastIsLine ? past : List.of()));
  }

  /** The last periods in rows, back to the first with data; nothing when there is none. */
  Optional<History> table(List<KpiDescriptor> columns) {
    List<Period> shown = periods.subList(0, ROWS);
    List<List<KpiValue>> values =
        kpis.trend(client, columns.stream().map(KpiDescriptor::id).toList(), spans(shown));
    List<History.Row> rows = new ArrayList<>();
    int filled = 0;
    for (int i = 0; i < shown.size(); i++) {
      int period = i;
      History.Row row =
          new History.Row(shown.get(i), values.stream().map(one -> one.get(period)).toList());
      rows.add(row);
      filled =
          row.values().stream().anyMatch(value -> value.value().isPresent()) ? rows.size() : filled;
    }
    return filled == 0
        ? Optional.empty()
        : Optional.of(new History(columns, rows.subList(0, filled)));
  }

  private List<Kpis.Point> points(KpiId id, List<Period> shown) {
    List<KpiValue> values = kpis.trend(client, List.of(id), spans(shown)).get(0);
    return IntStream.range(0, shown.size())
        .mapToObj(i -> new Kpis.Point(shown.get(i).span().start(), values.get(i)))
        .toList();
  }

  private static List<DateSpan> spans(List<Period> periods) {
    return periods.stream().map(Period::span).toList();
  }

  private static boolean isKnown(Kpis.Point point) {
    return point.value().value().isPresent();
  }

  private static Grain bucket(Period.Kind unit) {
    return switch (unit) {
      case MONTH -> Grain.MONTH;
      case WEEK -> Grain.WEEK;
      case QUARTER, YEAR, DAYS -> Grain.PERIOD;
    };
  }
}

package io.retainer.kpi;

import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Sums;
import io.retainer.kpi.compute.Losses;
import io.retainer.kpi.script.ComputationDraft.Series;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * The series that one computation needs for several spans, and its values. A series is asked for
 * all spans at once, as the trend of its KPI.
 */
final class ComputedSeries {

  private final Computation computation;
  private final List<Map<DateSpan, KpiValue>> points = new ArrayList<>();
  private final Map<Series, KpiKind> kinds = new HashMap<>();

  private ComputedSeries(Computation computation) {
    this.computation = computation;
  }

  /**
   * @param asked the KPI of a series over spans in the order of time
   */
  static ComputedSeries of(
      Computation computation,
      List<DateSpan> spans,
      BiFunction<Series, List<DateSpan>, Evaluated> asked) {
    ComputedSeries read = new ComputedSeries(computation);
    for (Series series : computation.series()) {
      List<DateSpan> buckets = buckets(series, spans);
      Map<DateSpan, KpiValue> byBucket = new HashMap<>();
      if (!buckets.isEmpty()) {
        Evaluated evaluated = asked.apply(series, buckets);
        List<KpiValue> values = evaluated.ofWholeParts();
        for (int i = 0; i < buckets.size(); i++) {
          byBucket.put(buckets.get(i), values.get(i));
        }
        read.kinds.put(series, evaluated.kpi().kind());
      }
      read.points.add(byBucket);
    }
    return read;
  }

  /** All parts that a series needs for some spans. */
  static List<DateSpan> buckets(Series series, List<DateSpan> spans) {
    SortedSet<DateSpan> buckets = new TreeSet<>();
    spans.forEach(span -> buckets.addAll(buckets(series, span)));
    return List.copyOf(buckets);
  }

  private static List<DateSpan> buckets(Series series, DateSpan span) {
    return Buckets.upToLastIn(span, series.grain(), series.points());
  }

  /**
   * @param losses of the request that it is computed for
   */
  KpiValue value(DateSpan span, String currency, Losses losses) {
    List<Input> inputs = new ArrayList<>();
    List<KpiValue> all = new ArrayList<>();
    List<KpiValue> latest = new ArrayList<>();
    PointsLacked lacked = new PointsLacked();
    for (int i = 0; i < points.size(); i++) {
      Series series = computation.series().get(i);
      List<DateSpan> buckets = buckets(series, span);
      if (buckets.isEmpty()) {
        return KpiValue.notComputable(Computation.tooFew(0, 1));
      }
      List<KpiValue> values = buckets.stream().map(points.get(i)::get).toList();
      all.addAll(values);
      if (!areOfNoSource(values)) {
        for (int k = 0; k < buckets.size(); k++) {
          lacked.note(buckets.get(k), values.get(k), kinds.get(series));
        }
      }
      latest.add(values.get(values.size() - 1));
      inputs.add(input(series, computation.sums().get(i), buckets.get(0).start(), values));
    }
    if (latest.stream().noneMatch(value -> value.value().isPresent())) {
      return latest.stream().reduce((a, b) -> Worse.than(b, a) ? b : a).orElseThrow();
    }
    List<String> currencies = all.stream().flatMap(v -> v.currency().stream()).distinct().toList();
    if (currencies.size() > 1) {
      return KpiValue.notComputable(
          new Reason(
              Reason.Code.MIXED_CURRENCIES,
              currencies,
              "Amounts of several currencies cannot be compared: "
                  + String.join(", ", currencies)
                  + "."));
    }
    boolean isOfEstimates = all.stream().anyMatch(value -> value.status() == Status.ESTIMATED);
    return computation.value(
        inputs,
        currencies.isEmpty() ? currency : currencies.get(0),
        new Computation.Sureness(lacked.reason(), isOfEstimates),
        losses);
  }

  /** Whether the client has nothing of the kind, so that no day of it is missing. */
  private static boolean areOfNoSource(List<KpiValue> values) {
    return values.stream()
        .allMatch(
            value ->
                value
                    .reason()
                    .filter(why -> why.code() == Reason.Code.NOTHING_IMPORTED)
                    .isPresent());
  }

  private static Input input(Series series, Sums sums, LocalDate first, List<KpiValue> values) {
    return points(series, sums, first, values.stream().map(KpiValue::value).toList());
  }

  /** Not a number stands for what is missing. */
  static Input points(
      Series series, Sums sums, LocalDate first, List<Optional<BigDecimal>> values) {
    double[] numbers =
        values.stream()
            .mapToDouble(v -> v.map(BigDecimal::doubleValue).orElse(Double.NaN))
            .toArray();
    return switch (series.grain()) {
      case MONTH ->
          new Input(series.name(), numbers, 12, first.getYear(), first.getMonthValue(), sums);
      case WEEK ->
          new Input(
              series.name(),
              numbers,
              52,
              first.get(IsoFields.WEEK_BASED_YEAR),
              first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
              sums);
      default ->
          new Input(series.name(), numbers, 365, first.getYear(), first.getDayOfYear(), sums);
    };
  }
}

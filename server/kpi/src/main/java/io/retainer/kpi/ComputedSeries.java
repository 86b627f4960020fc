package io.retainer.kpi;

import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Sums;
import io.retainer.kpi.compute.Losses;
import io.retainer.kpi.script.ComputationDraft.Series;
import io.retainer.model.fact.Reason;
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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * The series that one computation needs for several spans, and its values. A series is asked for
 * all spans at once, as the trend of its KPI.
 */
final class ComputedSeries {

  private static final Set<Reason.Code> OF_SOME_DAYS =
      Set.of(Reason.Code.MISSING_DAYS, Reason.Code.UNLIKE_DAYS);

  private final Computation computation;
  private final List<Map<DateSpan, KpiValue>> points = new ArrayList<>();

  private ComputedSeries(Computation computation) {
    this.computation = computation;
  }

  /**
   * @param asked values of a series over spans in the order of time; none of which days are missing
   */
  static ComputedSeries of(
      Computation computation,
      List<DateSpan> spans,
      BiFunction<Series, List<DateSpan>, List<KpiValue>> asked) {
    ComputedSeries read = new ComputedSeries(computation);
    for (Series series : computation.series()) {
      List<DateSpan> buckets = buckets(series, spans);
      List<KpiValue> values = buckets.isEmpty() ? List.of() : asked.apply(series, buckets);
      Map<DateSpan, KpiValue> byBucket = new HashMap<>();
      for (int i = 0; i < buckets.size(); i++) {
        byBucket.put(buckets.get(i), values.get(i));
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
    for (int i = 0; i < points.size(); i++) {
      Series series = computation.series().get(i);
      List<DateSpan> buckets = buckets(series, span);
      if (buckets.isEmpty()) {
        return KpiValue.notComputable(Computation.tooFew(0, 1));
      }
      List<KpiValue> values = buckets.stream().map(points.get(i)::get).toList();
      all.addAll(values);
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
    Optional<Reason> unsure =
        all.stream()
            .filter(value -> value.lacks() || isLeftOut(value))
            .reduce((first, second) -> second)
            .flatMap(KpiValue::reason);
    boolean isOfEstimates = all.stream().anyMatch(value -> value.status() == Status.ESTIMATED);
    return computation.value(
        inputs,
        currencies.isEmpty() ? currency : currencies.get(0),
        new Computation.Sureness(unsure, isOfEstimates),
        losses);
  }

  /**
   * Whether there is a number that is not among the points: kept back, or of a part of its days.
   */
  private static boolean isLeftOut(KpiValue value) {
    return value.status() == Status.SUPPRESSED
        || value.status() == Status.NOT_COMPUTABLE
            && value.reason().filter(why -> OF_SOME_DAYS.contains(why.code())).isPresent();
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

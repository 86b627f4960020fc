package io.retainer.kpi;

import io.retainer.model.fact.Coverage;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.spi.DateSpan;
import java.util.List;
import java.util.stream.IntStream;

/** The values of one KPI over several spans, all computed the same way. */
record Evaluated(KpiDescriptor kpi, List<KpiValue> values, Coverage coverage) {

  boolean hasValue(int span) {
    return values.get(span).status() != KpiValue.Status.NO_DATA;
  }

  boolean hasAnyValue() {
    return IntStream.range(0, values.size()).anyMatch(this::hasValue);
  }

  /**
   * The values, but none where days are missing: five days are no week among weeks. A rate that
   * more days make no larger keeps its value.
   */
  List<KpiValue> ofWholeParts() {
    return values.stream()
        .map(
            value ->
                kpi.daysCancel() || !Change.isMissingDays(value)
                    ? value
                    : KpiValue.notComputable(value.reason().orElseThrow()))
        .toList();
  }

  KpiFigure figure(ComparedPeriod period, List<DateSpan> spans) {
    List<Compared> compared =
        period.bases().stream()
            .map(
                base ->
                    Change.between(
                        kpi,
                        base,
                        values.get(spans.indexOf(base.days())),
                        values.get(spans.indexOf(base.period().span()))))
            .toList();
    return new KpiFigure(kpi, period.period(), values.get(0), compared, coverage);
  }
}

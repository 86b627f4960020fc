package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.Period;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A quarter from a Wednesday to a Wednesday. */
class WholeWeeksTest {

  private static final DateSpan QUARTER = Period.parse("2026-Q3").span();

  private static KpiDescriptor kpi(String id) {
    return Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI).glossary().stream()
        .filter(one -> one.id().equals(new KpiId(id)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Kpis.Point> weeks() {
    return Stream.iterate(LocalDate.of(2026, 6, 29), day -> day.plusWeeks(1))
        .limit(14)
        .map(
            day ->
                new Kpis.Point(
                    day,
                    KpiValue.known(
                        BigDecimal.ONE, Optional.empty(), Optional.empty(), Optional.empty())))
        .toList();
  }

  @Test
  void aLineOfAnAmountHasNoWeekThatThePeriodCuts() {
    assertThat(WholeWeeks.of(kpi("web.sessions"), Grain.WEEK, weeks(), QUARTER))
        .extracting(Kpis.Point::start)
        .hasSize(12)
        .startsWith(LocalDate.of(2026, 7, 6))
        .endsWith(LocalDate.of(2026, 9, 21));
  }

  @Test
  void aRateOfFewDaysIsARateAndDaysAreWhole() {
    assertThat(WholeWeeks.of(kpi("web.bounce-rate"), Grain.WEEK, weeks(), QUARTER)).hasSize(14);
    assertThat(WholeWeeks.of(kpi("web.sessions"), Grain.DAY, weeks(), QUARTER)).hasSize(14);
  }
}

package io.retainer.rendering.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.model.time.Period;
import io.retainer.rendering.Samples;
import io.retainer.rendering.chart.ChartSvg;
import io.retainer.rendering.chart.StackedColumns;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A week that the period cuts is lower than the others, and must not read as a fall. */
class ColumnsPictureTest {

  /** From a Wednesday to a Wednesday. */
  private static final DateSpan QUARTER = Period.parse("2026-Q3").span();

  private static ExhibitPicture weeks(DateSpan span) {
    KpiDescriptor kpi = Samples.catalogue().get(0);
    List<Columns.Column> columns = new ArrayList<>();
    LocalDate start = span.start();
    while (start.isBefore(span.end())) {
      LocalDate monday = start.plusDays(8 - start.getDayOfWeek().getValue());
      LocalDate end = monday.isBefore(span.end()) ? monday : span.end();
      DateSpan days = new DateSpan(start, end);
      columns.add(new Columns.Column(days, List.of(BigDecimal.valueOf(days.days()))));
      start = end;
    }
    return new ColumnsPicture(
            Samples.templates().named("social").texts(Locale.ENGLISH),
            new Columns(
                kpi, Optional.empty(), "network", Grain.WEEK, List.of("vk"), false, columns))
        .picture(UnaryOperator.identity());
  }

  private static String svg(ExhibitPicture picture) {
    return ChartSvg.render(picture.panel(), picture.title(), 515, 168);
  }

  @Test
  void hatchesTheFirstAndTheLastWeekOfAQuarterAndSaysWhy() {
    ExhibitPicture picture = weeks(QUARTER);

    assertThat(((StackedColumns) picture.panel()).columns())
        .extracting(StackedColumns.Column::isCut)
        .hasSize(14)
        .startsWith(true, false)
        .endsWith(false, true);
    assertThat(svg(picture)).contains("class=\"line ink-paper\"");
    assertThat(picture.note()).startsWith("Hatched: a week at the edge of the period");
  }

  @Test
  void hatchesNothingWherePeriodsAreOfWholeWeeks() {
    ExhibitPicture picture =
        weeks(new DateSpan(LocalDate.of(2026, 6, 29), LocalDate.of(2026, 8, 31)));

    assertThat(svg(picture)).doesNotContain("class=\"line ink-paper\"");
    assertThat(picture.note()).isEmpty();
  }
}

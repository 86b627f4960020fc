package io.retainer.rendering;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Coverage;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.ReportContent.TemplateVersion;
import io.retainer.model.report.Section;
import io.retainer.model.report.SourceRows;
import io.retainer.model.report.Tile;
import io.retainer.model.report.Trend;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A report nobody reads, that goes through every part of the renderers once. */
final class WarmUp {

  private static final Period PERIOD = Period.month(YearMonth.of(2026, 1));
  private static final ComparedPeriod COMPARED =
      ComparedPeriod.closed(PERIOD, Comparison.PREVIOUS, Comparison.LAST_YEAR);

  private WarmUp() {}

  static Optional<ReportContent> content(ReportTemplates templates) {
    return templates.all().stream()
        .filter(template -> !template.definition().onePage())
        .filter(template -> !template.definition().sections().isEmpty())
        .findFirst()
        .map(WarmUp::content);
  }

  private static ReportContent content(ReportTemplate template) {
    KpiDescriptor kpi =
        new KpiDescriptor(
            new KpiId("warm.up"),
            "1",
            KpiKind.FLOW,
            KpiUnit.COUNT,
            Direction.HIGHER,
            Map.of("en", "Warm-up"),
            Map.of(),
            "web_traffic",
            "count()",
            List.of(),
            0);
    KpiValue value = number(100);
    Coverage coverage =
        new Coverage(Coverage.Extent.FULL, List.of(), List.of(), Set.of(), true, Optional.empty());
    KpiFigure figure =
        new KpiFigure(
            kpi,
            PERIOD,
            value,
            COMPARED.bases().stream()
                .map(base -> new Compared(base, value, value, Optional.empty(), Optional.empty()))
                .toList(),
            coverage);
    List<Kpis.Point> points = new ArrayList<>();
    for (int day = 0; day < 31; day++) {
      points.add(new Kpis.Point(PERIOD.span().start().plusDays(day), number(100 + day % 7)));
    }
    String key = template.definition().sections().get(0).key();
    return new ReportContent(
        "warm-up",
        new TemplateVersion(template.id(), template.version()),
        new Client(
            new ClientId("warm-up"),
            "Warm-up",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Currency.getInstance("EUR")),
        Optional.empty(),
        PERIOD,
        COMPARED.bases(),
        Optional.empty(),
        Instant.EPOCH,
        "Retainer",
        List.of(new Tile(figure, points)),
        List.of(
            new Section.Filled(
                key,
                List.of(figure),
                Optional.of(new Trend(kpi, Grain.DAY, Optional.empty(), points, points)),
                List.of(),
                Optional.empty(),
                List.of())),
        List.of(kpi),
        List.of(),
        Map.of(),
        SourceRows.NONE);
  }

  private static KpiValue number(int number) {
    return KpiValue.known(
        BigDecimal.valueOf(number), Optional.empty(), Optional.empty(), Optional.empty());
  }
}

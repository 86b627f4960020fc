package io.retainer.app.gates;

import static io.retainer.app.TestHome.SHOP;

import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunOrigin;
import io.retainer.app.shell.Language;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Moved;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.SourceRows;
import io.retainer.model.report.Tile;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports as gates get them, with just what a test is about. */
final class Drafts {

  static final Period OCTOBER = Period.parse("2026-10");
  static final KpiDescriptor SESSIONS = kpi("web.sessions", "Sessions", KpiUnit.COUNT);
  static final KpiDescriptor REVENUE = kpi("orders.revenue", "Revenue", KpiUnit.MONEY);

  private static final Instant NOW = Instant.parse("2026-11-03T06:00:00Z");

  private Drafts() {}

  static Inspection.Draft of(List<Tile> tiles, List<Section> sections) {
    return of(tiles, sections, "schedule", Map.of());
  }

  static Inspection.Draft by(String requestedBy) {
    return of(List.of(), List.of(), requestedBy, Map.of());
  }

  static Inspection.Draft with(Map<ReportFormat, byte[]> files) {
    return of(List.of(), List.of(), "schedule", files);
  }

  private static Inspection.Draft of(
      List<Tile> tiles,
      List<Section> sections,
      String requestedBy,
      Map<ReportFormat, byte[]> files) {
    var content =
        new ReportContent(
            "run",
            new ReportContent.TemplateVersion("monthly-performance", "0"),
            SHOP,
            Optional.empty(),
            OCTOBER,
            List.of(),
            Optional.empty(),
            NOW,
            "test",
            tiles,
            sections,
            List.of(SESSIONS, REVENUE),
            List.of(),
            Map.of(),
            SourceRows.NONE);
    var run =
        new Run(
            "run",
            SHOP.id(),
            "monthly-performance",
            OCTOBER,
            Locale.ENGLISH,
            Set.of(ReportFormat.values()),
            Run.State.RUNNING,
            Optional.empty(),
            requestedBy,
            NOW,
            Optional.empty(),
            Optional.empty(),
            1,
            1,
            0,
            List.of(),
            RunOrigin.ofSchedule("s"));
    return new Inspection.Draft(run, SHOP, content, files);
  }

  /**
   * @param earlier values of the months before, the latest last
   */
  static Tile tile(String now, String... earlier) {
    List<Kpis.Point> trail = new ArrayList<>();
    LocalDate month = OCTOBER.span().start().minusMonths(earlier.length);
    for (String value : earlier) {
      trail.add(new Kpis.Point(month, value(value)));
      month = month.plusMonths(1);
    }
    trail.add(new Kpis.Point(month, value(now)));
    return new Tile(figure(SESSIONS, now, coverage(Set.of())), trail);
  }

  /** A tile of a source that was never there. */
  static Tile emptyTile() {
    var reason = new Reason(Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing was imported.");
    return new Tile(
        new KpiFigure(SESSIONS, OCTOBER, KpiValue.noData(reason), List.of(), coverage(Set.of())),
        List.of());
  }

  /** The figure's change on September. */
  static Moved moved(KpiFigure figure, String before, boolean isWorse) {
    BigDecimal then = new BigDecimal(before);
    BigDecimal amount = figure.current().value().orElseThrow().subtract(then);
    return new Moved(
        figure,
        new Compared(
            ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS).bases().get(0),
            figure.current(),
            value(before),
            Optional.of(
                new Delta(
                    Delta.Style.PERCENT,
                    amount.divide(then, MathContext.DECIMAL64),
                    isWorse ? Delta.Judgement.BAD : Delta.Judgement.GOOD)),
            Optional.empty()),
        Optional.empty());
  }

  static KpiFigure figure(KpiDescriptor kpi, String value, Coverage coverage) {
    return new KpiFigure(kpi, OCTOBER, value(value), List.of(), coverage);
  }

  static KpiValue value(String number) {
    return KpiValue.known(
        new BigDecimal(number), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Coverage coverage(Set<String> currencies, Coverage.Input... inputs) {
    return new Coverage(
        Coverage.Extent.FULL, List.of(), List.of(inputs), currencies, true, Optional.empty());
  }

  static Coverage.Input input(String batch) {
    return new Coverage.Input(batch, "ga4", "", "October.csv", "00", NOW, 1, "lines");
  }

  private static KpiDescriptor kpi(String id, String title, KpiUnit unit) {
    return new KpiDescriptor(
        new KpiId(id),
        "5f3a9c0d11",
        KpiKind.FLOW,
        unit,
        Direction.HIGHER,
        Map.of("en", title),
        Map.of(),
        "web_traffic",
        "sum",
        List.of("channel"),
        0);
  }

  /** What a reader of English is told. */
  static List<String> texts(Gate gate, Inspection.Draft draft) {
    return gate.look(draft).stream()
        .map(found -> found.in(gate.name(), Language.EN).replace('\u00a0', ' '))
        .toList();
  }
}

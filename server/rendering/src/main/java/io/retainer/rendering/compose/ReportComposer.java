package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.fact.RowSource;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Findings;
import io.retainer.model.report.Gap;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.ReportContent.TemplateVersion;
import io.retainer.model.report.Section;
import io.retainer.model.report.SourceNote;
import io.retainer.model.report.Tile;
import io.retainer.model.target.Targets;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.spi.DateSpan;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Composes reports out of KPIs. */
public final class ReportComposer {

  private final Kpis kpis;
  private final Clock clock;
  private final String software;
  private final UnaryOperator<String> sourceTitles;
  private final Targets targets;
  private final RowSource rows;

  /** Of clients without targets. */
  public ReportComposer(
      Kpis kpis, Clock clock, String software, UnaryOperator<String> sourceTitles) {
    this(kpis, clock, software, sourceTitles, Targets.NONE);
  }

  /**
   * @param clock says when a report is issued
   * @param software name and version, printed with the data notes
   * @param sourceTitles the name by which readers know a source, by its id
   * @param targets what the figures of clients have to be
   */
  public ReportComposer(
      Kpis kpis,
      Clock clock,
      String software,
      UnaryOperator<String> sourceTitles,
      Targets targets) {
    this(kpis, clock, software, sourceTitles, targets, RowSource.NONE);
  }

  /**
   * @param rows where the rows behind the figures are found
   */
  public ReportComposer(
      Kpis kpis,
      Clock clock,
      String software,
      UnaryOperator<String> sourceTitles,
      Targets targets,
      RowSource rows) {
    this.rows = rows;
    this.targets = targets;
    this.kpis = kpis;
    this.clock = clock;
    this.software = software;
    this.sourceTitles = sourceTitles;
  }

  /**
   * Composes one report.
   *
   * @param id the report's own number
   * @param agency who issues it, if that is to be said
   * @throws IllegalArgumentException when the template names KPIs or dimensions that do not exist,
   *     with file and line
   */
  public ReportContent compose(
      ReportTemplate template, Client client, Period period, String id, Optional<String> agency) {
    List<String> problems = template.problems(kpis);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    Definition definition = template.definition();
    LocalDate today = LocalDate.now(clock.withZone(client.zone()));
    ComparedPeriod compared = ComparedPeriod.of(period, definition.comparisons(), today).distinct();
    Questions questions = new Questions(definition, kpis, client, compared);
    Kpis asked = questions.asked();
    Map<KpiId, KpiFigure> figures = figures(questions.figures(), compared, client, asked);
    List<Tile> tiles = tiles(questions, asked, figures);
    Map<KpiId, KpiFigure> ofBlocks =
        figures(questions.ofBlocks(), questions.alone(), client, asked);
    ExhibitComposer exhibits =
        new ExhibitComposer(asked, questions, ofBlocks, targets.of(client.id()), today);
    SectionComposer composer =
        new SectionComposer(asked, client, compared, questions.yearEarlier(), exhibits);
    List<Section> sections =
        definition.sections().stream()
            .map(section -> composer.compose(section, figures))
            .flatMap(Optional::stream)
            .toList();
    Findings findings =
        definition.findings()
            ? FindingsComposer.of(tiles, new Drivers(asked, questions, sections))
            : Findings.UNWANTED;
    List<KpiFigure> used = new ArrayList<>(figures.values());
    used.addAll(ofBlocks.values());
    List<SourceNote> sources = SourceNotes.of(used, sourceTitles);
    Instant issuedAt = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    return new ReportContent(
            id,
            new TemplateVersion(template.id(), template.version()),
            client,
            agency,
            period,
            compared.bases(),
            SourceNotes.latestImport(sources),
            issuedAt,
            software,
            tiles,
            sections,
            glossary(tiles, sections),
            sources,
            targets.assess(client, figures.values(), LocalDate.ofInstant(issuedAt, client.zone())),
            new RowsBehind(rows, client.id(), period.span())
                .of(figures.values(), definition.rawRows()))
        .with(findings);
  }

  /**
   * What a report of the period would lack.
   *
   * @return by dataset; empty when each channel that is fed has its days
   */
  public List<Gap> gaps(ReportTemplate template, Client client, Period period) {
    var questions =
        new Questions(
            template.definition(),
            kpis,
            client,
            ComparedPeriod.of(period, List.of(), period.span().end()));
    return Gaps.of(kpis, client, period, questions.figures());
  }

  private static Map<KpiId, KpiFigure> figures(
      List<KpiId> ids, ComparedPeriod period, Client client, Kpis asked) {
    Map<KpiId, KpiFigure> figures = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      asked.figures(client, period, ids).forEach(figure -> figures.put(figure.kpi().id(), figure));
    }
    return figures;
  }

  private static List<Tile> tiles(Questions questions, Kpis asked, Map<KpiId, KpiFigure> figures) {
    List<DateSpan> spans = questions.trail();
    List<KpiId> ids = questions.scorecard();
    if (ids.isEmpty()) {
      return List.of();
    }
    List<List<KpiValue>> trails = asked.trend(questions.client(), ids, spans);
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      List<Kpis.Point> trail = new ArrayList<>();
      for (int j = 0; j < spans.size(); j++) {
        trail.add(new Kpis.Point(spans.get(j).start(), trails.get(i).get(j)));
      }
      tiles.add(new Tile(figures.get(ids.get(i)), trail));
    }
    return tiles;
  }

  /** KPIs the reader meets; those of empty sections are not among them. */
  private static List<KpiDescriptor> glossary(List<Tile> tiles, List<Section> sections) {
    Map<KpiId, KpiDescriptor> used = new LinkedHashMap<>();
    tiles.forEach(tile -> used.putIfAbsent(tile.figure().kpi().id(), tile.figure().kpi()));
    for (Section section : sections) {
      section.figures().forEach(figure -> used.putIfAbsent(figure.kpi().id(), figure.kpi()));
      if (section instanceof Section.Filled filled) {
        filled
            .breakdowns()
            .forEach(
                table -> table.breakdown().kpis().forEach(kpi -> used.putIfAbsent(kpi.id(), kpi)));
        filled
            .exhibits()
            .forEach(exhibit -> exhibit.kpis().forEach(kpi -> used.putIfAbsent(kpi.id(), kpi)));
      }
    }
    return List.copyOf(used.values());
  }
}

package io.retainer.model.report;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Converted;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.target.Assessment;
import io.retainer.model.time.Base;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report says, before anybody decided how it looks or in which language it is read. Titles
 * and sentences are named by keys; the only words in here are those of the data: names of clients,
 * files, campaigns.
 *
 * @param id the report's own number, printed with the data notes
 * @param template the template it was composed with
 * @param agency who issues it, if that is to be said
 * @param bases what it is compared with, in the order the template names them
 * @param dataAsOf when the latest of its inputs was imported; empty when it has none
 * @param issuedAt the instant that files carry as their date, so that the same content gives the
 *     same bytes
 * @param software name and version of what composed it
 * @param tiles the figures of the scorecard, in order
 * @param glossary every KPI the report shows, in the order of its first appearance
 * @param sources what the figures rest on
 * @param targets the figures that have a target, against it
 * @param rows the rows behind the figures, read from their source when they are shown
 * @param findings what changed most; none in reports that were composed before there were any
 * @param commentary what people wrote about it, in the language it is read in
 */
public record ReportContent(
    String id,
    TemplateVersion template,
    Client client,
    Optional<String> agency,
    Period period,
    List<Base> bases,
    Optional<Instant> dataAsOf,
    Instant issuedAt,
    String software,
    List<Tile> tiles,
    List<Section> sections,
    List<KpiDescriptor> glossary,
    List<SourceNote> sources,
    Map<KpiId, Assessment> targets,
    SourceRows rows,
    Findings findings,
    Commentary commentary) {

  public ReportContent {
    bases = List.copyOf(bases);
    tiles = List.copyOf(tiles);
    sections = List.copyOf(sections);
    glossary = List.copyOf(glossary);
    sources = List.copyOf(sources);
    targets = Map.copyOf(targets);
  }

  /** A report as it was computed. */
  public ReportContent(
      String id,
      TemplateVersion template,
      Client client,
      Optional<String> agency,
      Period period,
      List<Base> bases,
      Optional<Instant> dataAsOf,
      Instant issuedAt,
      String software,
      List<Tile> tiles,
      List<Section> sections,
      List<KpiDescriptor> glossary,
      List<SourceNote> sources,
      Map<KpiId, Assessment> targets,
      SourceRows rows) {
    this(
        id,
        template,
        client,
        agency,
        period,
        bases,
        dataAsOf,
        issuedAt,
        software,
        tiles,
        sections,
        glossary,
        sources,
        targets,
        rows,
        Findings.NONE,
        Commentary.NONE);
  }

  /** The same report with what people wrote about it. */
  public ReportContent with(Commentary words) {
    return new ReportContent(
        id, template, client, agency, period, bases, dataAsOf, issuedAt, software, tiles, sections,
        glossary, sources, targets, rows, findings, words);
  }

  /** The same report with what changed most in it. */
  public ReportContent with(Findings found) {
    return new ReportContent(
        id,
        template,
        client,
        agency,
        period,
        bases,
        dataAsOf,
        issuedAt,
        software,
        tiles,
        sections,
        glossary,
        sources,
        targets,
        rows,
        found,
        commentary);
  }

  /**
   * @param id folder of the template
   * @param hash of everything in that folder and in the shared style
   */
  public record TemplateVersion(String id, String hash) {}

  /** What a trend's line of a year earlier is about; empty when the report asks for none. */
  public Optional<Period> yearEarlier() {
    return bases.stream()
        .map(Base::comparison)
        .filter(Comparison::isYearEarlier)
        .map(comparison -> comparison.base(period))
        .findFirst();
  }

  /** How the KPI stands to its target, where it has one for the period. */
  public Optional<Assessment> target(KpiId kpi) {
    return Optional.ofNullable(targets.get(kpi));
  }

  /** Every figure of the report once, in the order of its first appearance. */
  public List<KpiFigure> figures() {
    Stream<KpiFigure> all =
        Stream.concat(
            tiles.stream().map(Tile::figure),
            sections.stream().flatMap(section -> section.figures().stream()));
    var seen = new java.util.LinkedHashMap<KpiId, KpiFigure>();
    all.forEach(figure -> seen.putIfAbsent(figure.kpi().id(), figure));
    return List.copyOf(seen.values());
  }

  /** What the amounts of its own period were converted by; empty when none had to be. */
  public Optional<Converted> converted() {
    return figures().stream()
        .flatMap(figure -> figure.coverage().converted().stream())
        .filter(converted -> !converted.used().isEmpty())
        .reduce(Converted::and);
  }

  /** A name for the file of a rendering: {@code kaviarnia-monthly-performance-2026-10.pdf}. */
  public String fileName(String extension) {
    return client.id() + "-" + template.id() + "-" + period + "." + extension;
  }
}

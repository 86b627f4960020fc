package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Comparison;
import io.retainer.spi.Grain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report shows, as its {@code report.yaml} says.
 *
 * @param comparisons at most two, in the order they are shown
 * @param trail how many periods a sparkline has, this one included
 * @param onePage whether the PDF is a single page: scorecard and a sentence for each section
 * @param findings whether the scorecard says what changed most and how many goals are met
 * @param rawRows how many imported rows of each layout the workbook shows; zero for none
 */
public record Definition(
    boolean onePage,
    List<Comparison> comparisons,
    int trail,
    List<Line<KpiId>> scorecard,
    boolean findings,
    List<SectionDefinition> sections,
    long rawRows) {

  public Definition {
    comparisons = List.copyOf(comparisons);
    scorecard = List.copyOf(scorecard);
    sections = List.copyOf(sections);
  }

  /**
   * @param optional whether the section is left out when nothing was ever imported for it
   * @param figures the leading one first
   * @param words its own, which take the place of the texts beside the template
   */
  public record SectionDefinition(
      String key,
      boolean optional,
      List<Line<KpiId>> figures,
      Optional<TrendDefinition> trend,
      List<BreakdownDefinition> breakdowns,
      List<BlockDefinition> blocks,
      SectionWords words) {

    /** One whose words are texts. */
    public SectionDefinition(
        String key,
        boolean optional,
        List<Line<KpiId>> figures,
        Optional<TrendDefinition> trend,
        List<BreakdownDefinition> breakdowns,
        List<BlockDefinition> blocks) {
      this(key, optional, figures, trend, breakdowns, blocks, SectionWords.NONE);
    }

    public SectionDefinition {
      figures = List.copyOf(figures);
      blocks = List.copyOf(blocks);
      breakdowns = List.copyOf(breakdowns);
    }
  }

  /** A KPI over the days, weeks or months of the period. */
  public record TrendDefinition(Line<KpiId> kpi, Grain by) {}

  /**
   * A picture of its own.
   *
   * @param kpis one, but for stages and a reconciliation
   * @param plan of pacing, the KPI that says what was planned; without one the client's target does
   * @param by of columns what they are made of, of movers what the rows are
   * @param over of columns, weeks or months
   * @param top of movers, how many of each direction
   */
  public record BlockDefinition(
      Show show,
      List<Line<KpiId>> kpis,
      Optional<Line<KpiId>> plan,
      Optional<String> by,
      Grain over,
      int top) {

    public BlockDefinition {
      kpis = List.copyOf(kpis);
    }

    public KpiId lead() {
      return kpis.get(0).value();
    }

    Stream<Line<KpiId>> named() {
      return Stream.concat(kpis.stream(), plan.stream());
    }
  }

  /** The pictures there are. */
  public enum Show {
    COHORTS,
    SEGMENTS,
    FUNNEL,
    RANKING,
    STAGES,
    PACING,
    COLUMNS,
    MOVERS,
    RECONCILIATION
  }

  /**
   * @param top how many groups stand alone; the rest is one row
   * @param bars whether the first KPI is also drawn
   */
  public record BreakdownDefinition(String by, List<Line<KpiId>> kpis, int top, boolean bars) {

    public BreakdownDefinition {
      kpis = List.copyOf(kpis);
    }
  }

  /**
   * A value and where it stands.
   *
   * @param at file and line, as a message begins
   */
  public record Line<T>(T value, String at) {}

  /** Every KPI that is named, in order. */
  public List<Line<KpiId>> kpis() {
    return kpis(sections);
  }

  /** The KPIs without which the report cannot be made. */
  List<Line<KpiId>> mandatoryKpis() {
    return kpis(sections.stream().filter(section -> !section.optional()).toList());
  }

  private List<Line<KpiId>> kpis(List<SectionDefinition> named) {
    return Stream.concat(
            scorecard.stream(),
            named.stream()
                .flatMap(
                    section ->
                        Stream.of(
                                section.figures().stream(),
                                section.trend().stream().map(TrendDefinition::kpi),
                                section.breakdowns().stream().flatMap(b -> b.kpis().stream()),
                                section.blocks().stream().flatMap(BlockDefinition::named))
                            .flatMap(lines -> lines)))
        .toList();
  }
}

package io.retainer.rendering.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiTable;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.rendering.Samples;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.TemplateException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody who writes a template sees of it. */
class SampleReportTest {

  private static final List<KpiDescriptor> CATALOGUE = Samples.catalogue();

  @TempDir Path home;

  static Stream<String> templates() {
    return Samples.templates().all().stream().map(ReportTemplate::id);
  }

  private static ReportContent preview(ReportTemplate template) {
    return SampleReport.compose(template, CATALOGUE, Locale.forLanguageTag("fi"), "Retainer");
  }

  private ReportTemplate withSample(String yaml) throws IOException {
    Path file = home.resolve("monthly-performance/sample.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
    return ReportTemplates.open(List.of(Samples.folder(), home)).named("monthly-performance");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void hasAFigureAndABlockWhereverTheTemplateNamesOne(String template) {
    ReportTemplate named = Samples.templates().named(template);

    ReportContent content = preview(named);

    assertThat(content.figures()).allMatch(figure -> figure.current().value().isPresent());
    assertThat(content.sections())
        .hasSameSizeAs(named.definition().sections())
        .allMatch(section -> section instanceof Section.Filled);
    assertThat(
            content.sections().stream()
                .mapToLong(section -> ((Section.Filled) section).exhibits().size())
                .sum())
        .isEqualTo(
            named.definition().sections().stream()
                .mapToLong(section -> section.blocks().size())
                .sum());
  }

  @Test
  void countsTheCustomersThatStandInItsSegments() {
    KpiValue customers =
        preview(Samples.templates().named("retention")).figures().stream()
            .filter(figure -> figure.kpi().id().value().equals("customers.rfm"))
            .findFirst()
            .orElseThrow()
            .current();

    KpiTable segments = customers.table().orElseThrow();
    int column = segments.columns().indexOf("customers");
    assertThat(segments.rows()).hasSize(25);
    assertThat(customers.value().orElseThrow())
        .isEqualByComparingTo(
            segments.rows().stream()
                .map(row -> (BigDecimal) row.get(column))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Somebody who divides one tile by another finds the third, and so in each row of a table. */
  @Test
  void ratesAreTheQuotientsOfTheirParts() {
    ReportContent content = preview(Samples.templates().named("seo"));

    assertThat(number(content, "search.ctr"))
        .isEqualByComparingTo(
            number(content, "search.clicks")
                .divide(number(content, "search.impressions"), MathContext.DECIMAL64));
    Kpis.Breakdown queries =
        ((Section.Filled) content.sections().get(0)).breakdowns().get(0).breakdown();
    List<Kpis.Group> rows = new ArrayList<>(queries.groups());
    queries.other().ifPresent(rows::add);
    rows.add(queries.total());
    assertThat(queries.kpis().subList(0, 3))
        .extracting(kpi -> kpi.id().value())
        .containsExactly("search.clicks", "search.impressions", "search.ctr");
    assertThat(rows)
        .hasSizeGreaterThan(6)
        .allSatisfy(
            row ->
                assertThat(number(row, 2))
                    .isEqualByComparingTo(
                        number(row, 0).divide(number(row, 1), MathContext.DECIMAL64)));
    assertThat(rows.stream().map(row -> number(row, 2)).distinct()).hasSizeGreaterThan(5);
  }

  @Test
  void whatIsLeftIsTheDifference() {
    ReportContent content = preview(Samples.templates().named("monthly-performance"));

    assertThat(number(content, "orders.net-revenue"))
        .isEqualByComparingTo(
            number(content, "orders.revenue").subtract(number(content, "orders.refunds")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ads.cost: ads.cost / ads.clicks | ads.cost is made of ads.cost, which is made of others",
        "ads.cost: ads.cpc - ads.clicks | ads.cost is made of ads.cpc, which is made of others",
        "ads.cpm: ads.. / ads.clicks | line 1: ",
        "ads.cpm: ads.cost * ads.clicks | expected a number like 12.5, or of which two KPIs"
      })
  void refusesPartsThatLeadBackOrAreNone(String value, String said) {
    assertThatThrownBy(() -> preview(withSample("values: {" + value + "}\n")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("monthly-performance/sample.yaml")
        .hasMessageContaining(said);
  }

  private static BigDecimal number(Kpis.Group row, int column) {
    return row.values().get(column).value().orElseThrow();
  }

  private static BigDecimal number(ReportContent content, String kpi) {
    return content.figures().stream()
        .filter(figure -> figure.kpi().id().value().equals(kpi))
        .findFirst()
        .flatMap(figure -> figure.current().value())
        .orElseThrow();
  }

  @Test
  void takesTheTemplatesOwnSampleKeyByKey() throws IOException {
    ReportTemplate template =
        withSample("client: Acme\nvalues: {web.sessions: 1000}\ngroups: {channel: [Radio]}\n");

    ReportContent content = preview(template);

    assertThat(content.client().name()).isEqualTo("Acme");
    assertThat(content.client().currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(content.tiles().get(0).figure().current().value().orElseThrow().intValue())
        .isBetween(20_000, 45_000);
    assertThat(content.period()).isEqualTo(Samples.OCTOBER);
  }

  @Test
  void stacksPartsToTheFigureItself() {
    ReportContent content = preview(Samples.templates().named("quarterly-review"));

    Section.Filled web =
        content.sections().stream()
            .filter(section -> section.key().equals("web"))
            .map(Section.Filled.class::cast)
            .findFirst()
            .orElseThrow();
    Columns columns = (Columns) web.exhibits().get(0);
    assertThat(columns.columns()).hasSize(14);
    assertThat(columns.parts()).hasSize(Columns.MOST);
    assertThat(columns.hasOthers()).isTrue();
    assertThat(columns.columns())
        .allSatisfy(
            column ->
                assertThat(column.amounts())
                    .hasSize(Columns.MOST + 1)
                    .allMatch(amount -> amount.signum() >= 0));
  }

  @Test
  void refusesColumnsOfWhatDoesNotAddUp() throws IOException {
    Path file = home.resolve("monthly-performance/report.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        sections:
          - key: web
            figures: [web.sessions]
            blocks:
              - {show: columns, kpi: web.bounce-rate, by: channel}
              - {show: columns, kpi: web.sessions, by: colour, over: month}
        """);
    ReportTemplate template =
        ReportTemplates.open(List.of(Samples.folder(), home)).named("monthly-performance");

    assertThatThrownBy(() -> preview(template))
        .hasMessageContaining("line 5: web.bounce-rate does not add up, so it makes no columns")
        .hasMessageContaining("line 6: web.sessions cannot be broken down by \"colour\"");
  }

  @Test
  void leavesTheTemplatesVersionAloneAsReportsDoNotShowIt() throws IOException {
    assertThat(withSample("client: Acme\n").version())
        .isEqualTo(Samples.templates().named("monthly-performance").version());
  }

  @Test
  void namesEveryMistakeOfTheSampleWithItsLine() throws IOException {
    ReportTemplate template =
        withSample(
            """
            currency: Euro
            period: October
            values:
              web.sessions: many
              Web: 3
            groups: {channel: Radio}
            colour: red
            """);

    assertThatThrownBy(() -> preview(template))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("monthly-performance/sample.yaml, line 1: saw \"Euro\"")
        .hasMessageContaining("line 2: ")
        .hasMessageContaining("line 4: saw \"many\", expected a number like 12.5")
        .hasMessageContaining("line 5: ")
        .hasMessageContaining("line 6: \"channel\" is a list")
        .hasMessageContaining("line 7: unknown word \"colour\"");
  }

  @Test
  void namesKpisThatNobodyDefinedAndTargetsThatSayNothing() throws IOException {
    ReportTemplate template =
        withSample(
            "values: {web.sesions: 3, ads.cpc: ads.cots / ads.clicks}\n"
                + "targets: {orders.revenue: soon}\n");

    assertThatThrownBy(() -> preview(template))
        .hasMessageContaining("sample.yaml, line 1: no KPI script defines \"web.sesions\"")
        .hasMessageContaining("sample.yaml, line 1: no KPI script defines \"ads.cots\"")
        .hasMessageContaining("sample.yaml, line 2: ");
  }

  /** Its author has not named any. */
  @Test
  void hasNoTargetsForPlainDaysUnlessItsOwnFileNamesOne() throws IOException {
    assertThat(preview(withSample("period: 2026-10-05..2026-10-05\n")).targets()).isEmpty();
    ReportTemplate template =
        withSample("period: 2026-10-05..2026-10-05\ntargets: {orders.revenue: '>= 1'}\n");

    assertThatThrownBy(() -> preview(template))
        .hasMessageStartingWith("monthly-performance/sample.yaml, line 2: A target is for each");
  }
}

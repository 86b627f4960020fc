package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.History;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Trend;
import io.retainer.model.time.Period;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookBackTest {

  private static Section.Filled section(SampleKpis.Case sample, String key) {
    ReportContent content = Samples.content(sample, Samples.MINSK);
    return content.sections().stream()
        .filter(section -> section.key().equals(key))
        .map(Section.Filled.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void drawsTheMonthsWhereNoDayIsKnown() {
    Trend trend = section(SampleKpis.Case.MONTHLY, "web").trend().orElseThrow();

    assertThat(trend.unit()).contains(Period.Kind.MONTH);
    assertThat(trend.bucket()).isEqualTo(Grain.MONTH);
    assertThat(trend.current()).hasSize(13);
    assertThat(trend.current().get(0).start()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(trend.current().get(12).start()).isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @Test
  void drawsTheYearBeforeOnlyAsFarAsItIsKnown() {
    Trend trend = section(SampleKpis.Case.MONTHLY, "web").trend().orElseThrow();

    assertThat(trend.lastYear()).hasSize(13);
    assertThat(trend.lastYear())
        .filteredOn(point -> point.value().value().isPresent())
        .extracting(Kpis.Point::start)
        .containsExactly(
            LocalDate.of(2025, 8, 1), LocalDate.of(2025, 9, 1), LocalDate.of(2025, 10, 1));
  }

  @Test
  void keepsTheDaysWhereTheyAreKnown() {
    Trend trend = section(SampleKpis.Case.FULL, "web").trend().orElseThrow();

    assertThat(trend.unit()).isEmpty();
    assertThat(trend.current()).hasSize(31);
  }

  @Test
  void drawsNoLineThroughASingleMonth() {
    assertThat(section(SampleKpis.Case.FIRST_MONTH, "customers").trend()).isEmpty();
  }

  @Test
  void listsTheMonthsOfAChannelWithoutGroups() {
    Section.Filled customers = section(SampleKpis.Case.FULL, "customers");
    History history = customers.history().orElseThrow();

    assertThat(history.rows()).hasSize(8);
    assertThat(history.rows().get(0).period()).isEqualTo(Samples.OCTOBER);
    assertThat(history.rows().get(0).values())
        .isEqualTo(customers.figures().stream().map(figure -> figure.current()).toList());
    DateSpan march = history.rows().get(7).period().span();
    assertThat(march).hasToString("2026-03-01..2026-03-31");
    Kpis kpis = new SampleKpis(SampleKpis.Case.FULL);
    assertThat(history.rows().get(7).values())
        .containsExactlyElementsOf(
            kpis
                .trend(
                    Samples.MINSK,
                    history.kpis().stream().map(kpi -> kpi.id()).toList(),
                    List.of(march))
                .stream()
                .map(values -> values.get(0))
                .toList());
  }

  @Test
  void listsNoMonthBeforeTheFirstWithData() {
    History history = section(SampleKpis.Case.FIRST_MONTH, "customers").history().orElseThrow();

    assertThat(history.rows()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "MONTHLY"})
  void givesEveryChannelAChartAndATable(SampleKpis.Case sample) {
    ReportContent content = Samples.content(sample, Samples.MINSK);

    assertThat(content.sections())
        .allSatisfy(
            section -> {
              Section.Filled filled = (Section.Filled) section;
              assertThat(filled.trend()).as(section.key()).isPresent();
              long tables = filled.breakdowns().size() + filled.history().stream().count();
              assertThat(tables + filled.exhibits().size()).as(section.key()).isPositive();
            });
  }

  /** A page has room for six, and nobody would miss the others. */
  @Test
  void goesOnInAFurtherTableWhereThereAreMoreFiguresThanColumns(@TempDir Path home)
      throws IOException {
    Files.createDirectories(home.resolve("wide"));
    List<KpiDescriptor> named = Samples.catalogue().stream().limit(8).toList();
    String ids =
        named.stream().map(kpi -> kpi.id().value()).collect(Collectors.joining(", ", "[", "]"));
    Files.writeString(
        home.resolve("wide/report.yaml"),
        "sections:\n  - {key: all, title: {en: All}, figures: " + ids + "}\n");
    for (String language : List.of("be", "en", "fi", "ru")) {
      Files.writeString(
          home.resolve("wide/texts_" + language + ".properties"), "title=Wide\nsubject={0}\n");
    }
    ReportTemplates templates = ReportTemplates.open(List.of(Samples.folder(), home));
    ReportContent content =
        SampleReport.compose(
            templates.named("wide"), Samples.catalogue(), Locale.ENGLISH, "Retainer");

    History history = ((Section.Filled) content.sections().get(0)).history().orElseThrow();
    String text = PdfText.all(new Renderings(templates).pdf(content, Locale.ENGLISH));

    assertThat(history.kpis()).containsExactlyElementsOf(named);
    assertThat(history.abreast(6)).extracting(table -> table.kpis().size()).containsExactly(4, 4);
    assertThat(text.split("By month", -1)).hasSize(3);
  }
}

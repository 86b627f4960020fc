package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.fact.Reason;
import io.retainer.model.report.Remark;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.template.ReportTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportComposerTest {

  @TempDir Path home;

  private static Section section(ReportContent content, String key) {
    return content.sections().stream()
        .filter(section -> section.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fillsAChannelWithFiguresTrendAndBreakdown() {
    Section.Filled web = (Section.Filled) section(Samples.full(Samples.MINSK), "web");

    assertThat(web.figures()).hasSize(3);
    assertThat(web.trend().orElseThrow().current()).hasSize(31);
    assertThat(web.trend().orElseThrow().lastYear()).hasSize(31);
    assertThat(web.breakdowns()).hasSize(1);
    assertThat(web.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.PER_DAY);
  }

  @Test
  void givesAChannelWithoutDataItsReason() {
    ReportContent content = Samples.content(SampleKpis.Case.FIRST_MONTH, Samples.MINSK);

    assertThat(section(content, "email"))
        .isInstanceOfSatisfying(
            Section.Empty.class,
            empty -> assertThat(empty.reason().code()).isEqualTo(Reason.Code.NOT_IN_PERIOD));
  }

  @Test
  void leavesOutAnOptionalChannelThatWasNeverFed() {
    assertThat(Samples.full(Samples.MINSK).sections())
        .extracting(Section::key)
        .doesNotContain("rankings");
  }

  @Test
  void saysThatTheFirstPeriodHasNothingToCompareWith() {
    Section.Filled web =
        (Section.Filled)
            section(Samples.content(SampleKpis.Case.FIRST_MONTH, Samples.MINSK), "web");

    assertThat(web.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.FIRST_PERIOD);
  }

  @Test
  void gathersFiguresThatSharePartialDataInOneRemark() {
    Section.Filled web =
        (Section.Filled) section(Samples.content(SampleKpis.Case.UGLY, Samples.UGLY), "web");

    assertThat(web.remarks())
        .filteredOn(remark -> remark.kind() == Remark.Kind.PARTIAL)
        .singleElement()
        .satisfies(remark -> assertThat(remark.kpis()).hasSize(3));
  }

  @Test
  void trailsThirteenMonthsTheLastBeingThisOne() {
    ReportContent content = Samples.full(Samples.MINSK);

    assertThat(content.tiles().get(0).trail()).hasSize(13);
    assertThat(content.tiles().get(0).trail().get(12).start()).hasToString("2026-10-01");
    assertThat(content.tiles().get(0).trail().get(0).start()).hasToString("2025-10-01");
  }

  @Test
  void listsInTheGlossaryWhatTheReportShowsAndNothingElse() {
    ReportContent content = Samples.full(Samples.MINSK);

    assertThat(content.glossary()).doesNotHaveDuplicates();
    assertThat(content.glossary())
        .extracting(kpi -> kpi.id().value())
        .contains("web.sessions", "email.delivered")
        .doesNotContain("rankings.keywords");
  }

  @Test
  void notesEverySourceOnce() {
    ReportContent content = Samples.full(Samples.MINSK);

    assertThat(content.sources())
        .extracting(source -> source.dataset())
        .containsExactly(
            "email_campaigns",
            "orders",
            "search_queries",
            "social_accounts",
            "social_posts",
            "web_traffic");
    assertThat(content.dataAsOf())
        .hasValueSatisfying(at -> assertThat(at).isEqualTo("2026-11-02T05:15:00Z"));
  }

  @Test
  void namesFileAndLineOfAKpiNobodyDefined() throws IOException {
    Files.createDirectories(home.resolve("monthly-performance"));
    Files.writeString(
        home.resolve("monthly-performance/report.yaml"),
        "sections:\n  - key: web\n    figures: [web.sesions]\n");
    var template =
        ReportTemplates.open(List.of(Samples.folder(), home)).named("monthly-performance");
    var composer =
        new ReportComposer(
            new SampleKpis(SampleKpis.Case.FULL),
            Samples.NOVEMBER_3,
            "Retainer 0.1.0",
            source -> source);

    assertThatThrownBy(
            () -> composer.compose(template, Samples.MINSK, Samples.OCTOBER, "1", Optional.empty()))
        .hasMessage(
            "monthly-performance/report.yaml, line 3: no KPI script defines \"web.sesions\"");
  }
}

package io.retainer.app.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.TestHome;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Sought;
import io.retainer.model.kpi.KpiDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiPagesTest {

  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-03T06:00:00Z"), ZoneOffset.UTC);
  private static final String OWN =
      """
      kpi('own.sessions') {
        title en: 'Own sessions', ru: 'Свои сеансы'
        unit count
        better higher
        from web_traffic
        value { sum(sessions) }
        example 'adds up',
            rows: [[sessions: 1], [sessions: 2]], expect: 3
        example 'nothing imported is not zero', rows: [], expect: noData
      }
      """;
  private static final String PART =
      """
      kpi('own.again') {
        title en: 'The same again'
        unit count
        better higher
        value { kpi('own.sessions') }
      }
      """;

  @TempDir private static Path folder;
  private static TestHome home;
  private static KpiPages pages;
  private static Path script;

  @BeforeAll
  static void openHome() throws IOException {
    home = new TestHome(folder, NOVEMBER);
    pages = new KpiPages(home.workspace(), new Pages());
    script = home.workspace().home().kpiScripts().resolve("own.groovy");
    Files.createDirectories(script.getParent());
  }

  @BeforeEach
  void saveTheFirstVersion() throws IOException {
    Files.writeString(script, OWN);
    home.workspace().scripts().refresh();
  }

  @AfterAll
  static void closeHome() {
    home.close();
  }

  private static KpiPages.Reference page(String id) {
    return pages.inForce(id, "", Locale.ENGLISH);
  }

  @Test
  void tellsWhatChangedBetweenTwoVersionsAndWho() throws IOException {
    Files.writeString(
        script,
        OWN.replace("sum(sessions)", "sum(pageviews)").replace("[sessions:", "[pageviews:"));
    home.workspace().scripts().refresh();

    KpiPages.Reference page = page("own.sessions");

    assertThat(page.changes().get(0).version().version()).isEqualTo(page.of().version());
    assertThat(page.changes().get(0).version().author())
        .isEqualTo(Files.getOwner(script).getName());
    assertThat(page.changes().get(0).lines())
        .contains("-  value { sum(sessions) }", "+  value { sum(pageviews) }");
    assertThat(page.changes().get(page.changes().size() - 1).isFirst()).isTrue();
  }

  @Test
  void showsEachExampleAsWrittenWithWhatItGave() {
    assertThat(page("own.sessions").examples())
        .extracting(shown -> shown.example().title() + " = " + shown.example().expected())
        .containsExactly("adds up = 3", "nothing imported is not zero = noData");
    assertThat(page("own.sessions").examples().get(0).text())
        .isEqualTo("example 'adds up',\n    rows: [[sessions: 1], [sessions: 2]], expect: 3");
    assertThat(page("own.sessions").examples().get(1).text())
        .isEqualTo("example 'nothing imported is not zero', rows: [], expect: noData");
  }

  @Test
  void tellsWhichKpisAreMadeOfItAndWhichReportsShowIt() throws IOException {
    Path other = script.resolveSibling("double.groovy");
    Files.writeString(other, PART);
    try {
      assertThat(page("own.sessions").partOf())
          .extracting(kpi -> kpi.id().value())
          .containsExactly("own.again");
      assertThat(page("own.again").madeOf())
          .extracting(kpi -> kpi.id().value())
          .containsExactly("own.sessions");
    } finally {
      Files.delete(other);
    }
    assertThat(page("own.sessions").reports()).isEmpty();
    assertThat(page("orders.revenue").reports()).contains("Monthly performance report");
    assertThat(page("orders.revenue").stage()).isEqualTo("conversion");
  }

  @Test
  void namesTheReportsOfClientsThatShowItInAVersionOfTheirOwn() throws IOException {
    Path own =
        home.workspace()
            .home()
            .reportTemplates(TestHome.SHOP.id())
            .resolve("executive-one-page/override.yaml");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "scorecard: [own.sessions, orders.revenue]\n");
    try {
      assertThat(page("own.sessions").reports()).containsExactly("Summary on one page (Fjell Oy)");
      assertThat(page("orders.revenue").reports())
          .contains("Summary on one page")
          .doesNotContain("Summary on one page (Fjell Oy)");
    } finally {
      Files.delete(own);
    }
  }

  @Test
  void findsKpisByWordsOfAnyLanguageAndKeepsTheStages() {
    var all = home.workspace().scripts().definitions();

    Map<String, List<KpiDescriptor>> found = KpisPages.found(all, Sought.of("свои сеансы"));
    assertThat(found.keySet()).containsExactly(Stages.OTHER);
    assertThat(KpisPages.found(all, Sought.of("EMAIL.ctr")).get("retention"))
        .extracting(kpi -> kpi.id().value())
        .contains("email.ctr");
    assertThat(KpisPages.found(all, Sought.of("no such words"))).isEmpty();
    assertThat(KpisPages.found(all, Sought.of("")).keySet())
        .containsExactly(
            "awareness", "consideration", "conversion", "retention", "advocacy", Stages.OTHER);
    assertThat(KpisPages.found(all, Sought.of("")).values().stream().mapToInt(List::size).sum())
        .isEqualTo(all.size());
  }

  @Test
  void anUnknownKpiIsMissing() {
    assertThatThrownBy(() -> page("own.nothing"))
        .isInstanceOf(Problem.class)
        .hasMessage("There is no KPI \"own.nothing\".");
  }
}

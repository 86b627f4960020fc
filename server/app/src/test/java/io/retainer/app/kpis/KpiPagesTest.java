package io.retainer.app.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.TestHome;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
        example 'adds up', rows: [[sessions: 1], [sessions: 2]], expect: 3
      }
      """;

  private static final String OF_PAGEVIEWS =
      OWN.replace("sessions", "pageviews").replace("own.pageviews", "own.sessions");

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

  private KpiPages.Tried tried(String draft) {
    return pages.tried("own.sessions", draft, Locale.ENGLISH).tried().orElseThrow();
  }

  @Test
  void tellsWhatChangedBetweenTwoVersionsAndWho() throws IOException {
    Files.writeString(script, OF_PAGEVIEWS);
    home.workspace().scripts().refresh();

    KpiPages.Shown page = pages.inForce("own.sessions", Locale.ENGLISH);

    assertThat(page.changes().get(0).version().version()).isEqualTo(page.of().version());
    assertThat(page.changes().get(0).version().author())
        .isEqualTo(Files.getOwner(script).getName());
    assertThat(page.changes().get(0).lines())
        .contains("-  value { sum(sessions) }", "+  value { sum(pageviews) }");
    assertThat(page.changes().get(page.changes().size() - 1).isFirst()).isTrue();
  }

  @Test
  void showsWhatADraftWouldDoToPastMonthsAndSavesNothing() throws IOException {
    KpiPages.Tried tried = tried(OF_PAGEVIEWS);

    assertThat(tried.problems()).isEmpty();
    assertThat(tried.changed()).extracting(kpi -> kpi.id().value()).containsExactly("own.sessions");
    assertThat(tried.rows())
        .extracting(row -> row.client().id() + " " + row.period())
        .containsExactly("fjell 2026-08", "fjell 2026-09", "fjell 2026-10");
    assertThat(Files.readString(script)).isEqualTo(OWN);
    assertThat(pages.inForce("own.sessions", Locale.ENGLISH).kpi().text())
        .contains("sum(sessions)");
  }

  @Test
  void saysWhereADraftIsWrong() {
    assertThat(tried(OWN.replace("sum(sessions)", "summ(sessions)")).problems())
        .singleElement()
        .asString()
        .contains("draft.groovy:6:11", "did you mean");
    assertThat(tried(OWN.replace("expect: 3", "expect: 4")).problems()).hasSize(1);
    assertThat(tried(OWN).changed()).isEmpty();
  }

  @Test
  void aDraftWithoutADefinitionIsNoChangeThatDoesNothing() {
    for (String draft : List.of("", " \r\n\r\n", "// kpi('own.sessions') { }\n")) {
      assertThat(tried(draft).problems())
          .as("draft " + draft)
          .singleElement()
          .hasToString("draft.groovy:1:1 no definition here; write kpi('area.name') { … }");
    }
  }

  @Test
  void aThirdTrialIsRefusedUntilOneOfTheTwoUnderWayEnds() {
    assertThat(pages.trials.tryAcquire()).isTrue();
    tried(OF_PAGEVIEWS);
    assertThat(pages.trials.tryAcquire()).isTrue();
    try {
      assertThatThrownBy(() -> tried(OF_PAGEVIEWS))
          .isInstanceOf(Problem.class)
          .hasMessage("Others are trying changes. Try yours again in some seconds.");
      pages.trials.release();
      assertThat(tried("kpi(").problems()).isNotEmpty();
      assertThat(tried(OF_PAGEVIEWS).problems()).isEmpty();
      assertThat(pages.trials.availablePermits()).isEqualTo(1);
    } finally {
      pages.trials.release();
    }
  }

  @Test
  void aTextFromABrowserMayNotCompute() {
    String draft =
        OWN.replace("from web_traffic\n", "series days: kpi('web.sessions').over(3, day)\n")
            .replace("value { sum(sessions) }", "compute { 1 }")
            .replaceAll("rows: .*", "days: [1, 2, 3], expect: 1");

    assertThat(tried(draft).problems())
        .anySatisfy(problem -> assertThat(problem.toString()).contains("needs a right"));
  }

  @Test
  void anUnknownKpiIsMissing() {
    assertThatThrownBy(() -> pages.inForce("own.nothing", Locale.ENGLISH))
        .isInstanceOf(Problem.class)
        .hasMessage("There is no KPI \"own.nothing\".");
  }
}

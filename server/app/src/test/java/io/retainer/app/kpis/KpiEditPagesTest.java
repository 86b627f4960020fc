package io.retainer.app.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.TestHome;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.kpi.KpiHistory.Version;
import io.retainer.model.kpi.KpiId;
import io.retainer.workspace.KpiSaving;
import io.retainer.workspace.KpiSaving.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiEditPagesTest {

  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-03T06:00:00Z"), ZoneOffset.UTC);
  private static final KpiId SESSIONS = new KpiId("own.sessions");
  private static final KpiId CTR = new KpiId("email.ctr");
  private static final String OWN =
      """
      kpi('own.sessions') {
        title en: 'Own sessions', ru: 'Свои сеансы'
        unit count
        better higher
        from web_traffic
        value { sum(sessions) }
        example 'adds up', rows: [[sessions: 1], [sessions: 2]], expect: 3
      }""";
  private static final String OF_PAGEVIEWS =
      OWN.replace("sessions", "pageviews").replace("own.pageviews", "own.sessions");
  private static final String NEIGHBOUR = OWN.replace("own.sessions", "own.neighbour");

  @TempDir private Path folder;
  private TestHome home;
  private KpiEditPages pages;
  private DraftCheck drafts;
  private Path script;

  @BeforeEach
  void openHome() throws IOException {
    Path installed = folder.resolve("installed/retention/email.groovy");
    Files.createDirectories(installed.getParent());
    Files.copy(Path.of("../../kpi-scripts/retention/email.groovy"), installed);
    home = new TestHome(folder.resolve("home"), NOVEMBER, folder.resolve("installed"));
    drafts = new DraftCheck(home.workspace());
    pages = new KpiEditPages(home.workspace(), drafts, new Pages());
    script = home.workspace().home().kpiScripts().resolve("own.groovy");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "// Ours.\r\n" + NEIGHBOUR + "\n\n" + OWN + "\n// The end.\n");
    home.workspace().scripts().refresh();
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private static Form form(String draft, String... more) {
    Map<String, List<String>> fields = new HashMap<>(Map.of("draft", List.of(draft)));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], List.of(more[i + 1]));
    }
    return new Form(fields);
  }

  private DraftCheck.Checked checked(String draft) {
    return pages.tried(SESSIONS, form(draft), Locale.ENGLISH).answer().checked().orElseThrow();
  }

  private Outcome save(KpiId kpi, String draft, String basis) {
    return pages.save(kpi, KpiEditPages.Typed.of(form(draft, "basis", basis)), "Aino Virtanen");
  }

  private String basis(KpiId kpi) {
    return KpiSaving.basis(home.workspace().saving().inForce(kpi).orElseThrow());
  }

  private List<String> files() throws IOException {
    Path scripts = home.workspace().home().kpiScripts();
    try (Stream<Path> all = Files.walk(scripts)) {
      return all.filter(Files::isRegularFile)
          .sorted(Comparator.naturalOrder())
          .map(file -> scripts.relativize(file).toString())
          .toList();
    }
  }

  /** In Helsinki it is December by then. */
  @Test
  void aMonthIsOverWhenItIsOverForTheClient() {
    Clock late = Clock.fixed(Instant.parse("2026-11-30T22:30:00Z"), ZoneOffset.UTC);
    try (TestHome other = new TestHome(folder.resolve("late"), late, folder.resolve("installed"))) {
      var latePages =
          new KpiEditPages(other.workspace(), new DraftCheck(other.workspace()), new Pages());

      assertThat(latePages.begun(CTR, Locale.ENGLISH).typed().period()).isEqualTo("2026-11");
    }
  }

  @Test
  void aSavedDefinitionIsInForceUnderItsAuthorsNameAndTheRestOfTheFileStays() throws IOException {
    assertThat(save(SESSIONS, OF_PAGEVIEWS.replace("\n", "\r\n"), basis(SESSIONS)))
        .isInstanceOf(Outcome.Saved.class);

    assertThat(Files.readString(script))
        .isEqualTo("// Ours.\n" + NEIGHBOUR + "\n\n" + OF_PAGEVIEWS + "\n// The end.\n");
    assertThat(home.workspace().saving().inForce(SESSIONS).orElseThrow().text())
        .isEqualTo(OF_PAGEVIEWS);
    List<Version> versions = home.workspace().history().of(SESSIONS);
    assertThat(versions).hasSize(2);
    assertThat(versions.get(1).author()).isEqualTo("Aino Virtanen");
    assertThat(home.workspace().history().of("own.groovy"))
        .extracting(Version::author)
        .containsExactly(Files.getOwner(script).getName(), "Aino Virtanen");
    assertThat(files()).containsExactly("own.groovy");
  }

  @Test
  void whoeverSavesTheFileByHandAfterwardsIsItsAuthorAgain() throws IOException {
    save(SESSIONS, OF_PAGEVIEWS, basis(SESSIONS));
    Files.writeString(script, OWN.replace("Own sessions", "Visits"));
    home.workspace().scripts().refresh();

    List<Version> versions = home.workspace().history().of(SESSIONS);
    assertThat(versions.get(2).author()).isEqualTo(Files.getOwner(script).getName());
  }

  @Test
  void aDefinitionOfTheInstallationIsOverriddenAloneSoThatUpdatesOfTheOthersArrive()
      throws IOException {
    String text = home.workspace().saving().inForce(CTR).orElseThrow().text();

    assertThat(save(CTR, text.replace("better higher", "better lower"), basis(CTR)))
        .isInstanceOf(Outcome.Saved.class);

    assertThat(files()).containsExactly("own.groovy", "retention/email.ctr.groovy");
    assertThat(home.workspace().saving().inForce(CTR).orElseThrow().file())
        .isEqualTo("retention/email.ctr.groovy");
    assertThat(home.workspace().scripts().problems()).isEmpty();
    assertThat(save(CTR, text, basis(CTR))).isInstanceOf(Outcome.Saved.class);
    assertThat(files()).hasSize(2);
  }

  @Test
  void whatSomebodyElseHasSavedMeanwhileIsNotLost() throws IOException {
    String mine = basis(SESSIONS);
    save(SESSIONS, OF_PAGEVIEWS, mine);
    String late = OWN.replace("Own sessions", "Visits");

    Outcome outcome = save(SESSIONS, late, mine);

    assertThat(outcome).isInstanceOf(Outcome.Overtaken.class);
    assertThat(Files.readString(script)).contains(OF_PAGEVIEWS);
    KpiEditPages.Edited again =
        pages.notSaved(
            SESSIONS, KpiEditPages.Typed.of(form(late, "basis", mine)), outcome, Locale.ENGLISH);
    assertThat(again.answer().theirs())
        .contains("-  value { sum(pageviews) }", "+  value { sum(sessions) }");
    assertThat(again.typed().draft()).isEqualTo(late);
    assertThat(save(SESSIONS, late, again.typed().basis())).isInstanceOf(Outcome.Saved.class);
  }

  @Test
  void aFileChangedByHandMeanwhileIsOneToo() throws IOException {
    String mine = basis(SESSIONS);
    Files.writeString(script, NEIGHBOUR + "\n" + OF_PAGEVIEWS);

    assertThat(save(SESSIONS, OWN.replace("Own", "My"), mine))
        .isInstanceOf(Outcome.Overtaken.class);
  }

  @Test
  void whatCouldNotComeIntoForceIsNotWritten() throws IOException {
    String before = Files.readString(script);
    for (String draft :
        List.of(
            OWN.replace("sum(sessions)", "summ(sessions)"),
            OWN.replace("expect: 3", "expect: 4"),
            OWN.replace("own.sessions", "own.other"),
            OWN + "\n" + OWN.replace("own.sessions", "own.other"),
            OWN + " /*",
            "",
            "// nothing")) {
      assertThat(save(SESSIONS, draft, basis(SESSIONS)))
          .as("draft " + draft)
          .isInstanceOf(Outcome.Refused.class);
    }
    assertThat(Files.readString(script)).isEqualTo(before);
  }

  @Test
  void aTextFromABrowserMayNotCompute() throws IOException {
    String draft =
        OWN.replace("from web_traffic\n", "series days: kpi('web.sessions').over(3, day)\n")
            .replace("value { sum(sessions) }", "compute { 1 }")
            .replaceAll("rows: .*", "days: [1, 2, 3], expect: 1");

    assertThat(checked(draft).problems())
        .anySatisfy(problem -> assertThat(problem.toString()).contains("needs a right"));
    assertThat(save(SESSIONS, draft, basis(SESSIONS))).isInstanceOf(Outcome.Refused.class);
    assertThat(files()).containsExactly("own.groovy");
  }

  @Test
  void aNewKpiGoesIntoTheFolderOfItsStage() throws IOException {
    KpiId gifts = new KpiId("orders.gifts");
    KpiEditPages.Edited begun = pages.begun(gifts, Locale.ENGLISH);
    assertThat(begun.kpi()).isEmpty();
    assertThat(checked(begun.typed().draft()).problems()).isEmpty();

    var typed =
        KpiEditPages.Typed.of(form(begun.typed().draft(), "stage", "conversion", "basis", ""));
    assertThat(pages.save(gifts, typed, "Aino")).isInstanceOf(Outcome.Saved.class);

    assertThat(files()).containsExactly("conversion/orders.gifts.groovy", "own.groovy");
    assertThat(pages.save(gifts, typed, "Ben")).isInstanceOf(Outcome.Overtaken.class);
    assertThatThrownBy(() -> KpiEditPages.Typed.of(form("", "stage", "../elsewhere")))
        .isInstanceOf(Problem.class);
  }

  @Test
  void saysWhereADraftIsWrongAndWhatItsExamplesGave() {
    assertThat(checked("\n\n" + OWN.replace("sum(sessions)", "summ(sessions)")).problems())
        .singleElement()
        .asString()
        .contains("draft.groovy:8:11", "did you mean");
    DraftCheck.Checked failed = checked(OWN.replace("expect: 3", "expect: 4"));
    assertThat(failed.problems()).hasSize(1);
    assertThat(failed.examples())
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.passed()).isFalse();
              assertThat(example.was()).isEqualTo("3");
            });
    for (String draft : List.of("", " \r\n\r\n", "// kpi('own.sessions') { }\n")) {
      assertThat(checked(draft).problems())
          .as("draft " + draft)
          .singleElement()
          .hasToString("draft.groovy:1:1 no definition here; write kpi('area.name') { … }");
    }
  }

  @Test
  void showsWhatADraftIsWorthBesideWhatIsInForce() {
    Form form = form(OF_PAGEVIEWS, "client", "fjell", "period", "2026-10");
    KpiEditPages.Answer answer = pages.tried(SESSIONS, form, Locale.ENGLISH).answer();

    assertThat(answer.wrong()).isEmpty();
    DraftCheck.Checked checked = answer.checked().orElseThrow();
    assertThat(checked.figure().orElseThrow().kpi().formula()).contains("pageviews");
    assertThat(checked.inForce().orElseThrow().kpi().formula()).contains("sessions");
    for (Form wrong :
        List.of(
            form(OWN, "client", "nobody", "period", "2026-10"),
            form(OWN, "client", "fjell", "period", "sometime"))) {
      KpiEditPages.Answer told = pages.tried(SESSIONS, wrong, Locale.ENGLISH).answer();
      assertThat(told.wrong()).isNotEmpty();
      assertThat(told.checked().orElseThrow().problems()).isEmpty();
    }
  }

  @Test
  void showsWhatADraftWouldDoToPastMonthsAndSavesNothing() throws IOException {
    String before = Files.readString(script);
    DraftCheck.Effect effect =
        pages
            .tried(SESSIONS, form(OF_PAGEVIEWS, "do", "effect"), Locale.ENGLISH)
            .answer()
            .effect()
            .orElseThrow();

    assertThat(effect.changed()).extracting(kpi -> kpi.id()).containsExactly(SESSIONS);
    assertThat(effect.rows())
        .extracting(row -> row.client().id() + " " + row.period())
        .containsExactly("fjell 2026-08", "fjell 2026-09", "fjell 2026-10");
    assertThat(Files.readString(script)).isEqualTo(before);
    assertThat(drafts.effect(OWN).changed()).isEmpty();
  }

  @Test
  void aThirdTrialIsRefusedUntilOneOfTheTwoUnderWayEnds() {
    assertThat(drafts.trials.tryAcquire()).isTrue();
    checked(OF_PAGEVIEWS);
    assertThat(drafts.trials.tryAcquire()).isTrue();
    try {
      assertThatThrownBy(() -> checked(OF_PAGEVIEWS))
          .isInstanceOf(Problem.class)
          .hasMessage("Others are trying changes. Try yours again in some seconds.");
      drafts.trials.release();
      assertThat(checked("kpi(").problems()).isNotEmpty();
      assertThat(checked(OF_PAGEVIEWS).problems()).isEmpty();
      assertThat(drafts.trials.availablePermits()).isEqualTo(1);
    } finally {
      drafts.trials.release();
    }
  }
}

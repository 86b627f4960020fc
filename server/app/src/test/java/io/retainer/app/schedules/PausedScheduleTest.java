package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.RenderedPage;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.time.Period;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who thinks of resuming a schedule sees what that would do, and nobody takes it for a promise. */
class PausedScheduleTest {

  @TempDir private Path folder;
  private IssuingHome here;
  private Schedule paused;

  @BeforeEach
  void pause() throws Exception {
    here = new IssuingHome(folder);
    Schedule schedule = here.add(Approval.AUTOMATIC, "anna@example.org");
    paused = here.desk.change(schedule.id(), ScheduleValues.of(schedule, false));
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void itsNextTimesAreThoseItHasOnceItIsResumed() {
    List<Schedule.Time> ifResumed = here.desk.coming(paused, 5);
    assertThat(ifResumed).hasSize(5);
    assertThat(here.desk.comingOfEach(List.of(paused), here.desk.clients(), 5))
        .containsEntry(paused.id(), ifResumed);

    Schedule resumed = here.desk.change(paused.id(), ScheduleValues.of(paused, true));

    assertThat(here.desk.next(resumed, 5)).isEqualTo(ifResumed);
  }

  /** A program that reads {@code next} alone goes on to read what will go out. */
  @Test
  void programsReadThemUnderANameOfTheirOwn() {
    ObjectNode json = json(paused);
    assertThat(json.path("enabled").asBoolean()).isFalse();
    assertThat(json.path("next")).isEmpty();
    assertThat(json.path("nextOnceResumed")).hasSize(5);

    JsonNode resumed = json(here.desk.change(paused.id(), ScheduleValues.of(paused, true)));

    assertThat(resumed.path("next")).isEqualTo(json.path("nextOnceResumed"));
    assertThat(resumed.path("nextOnceResumed")).isEmpty();
  }

  @Test
  void noneOfThemIsLeftOutBeforeItIsResumed() {
    Period first = here.desk.coming(paused, 1).get(0).period();

    assertThatThrownBy(() -> here.desk.skip(paused.id(), first, "maria"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void oneThatIsOverHasNoneEither() {
    Schedule over =
        new Schedule(
            paused.id(),
            paused.client(),
            paused.report(),
            paused.rule(),
            paused.kind(),
            paused.locale(),
            paused.formats(),
            paused.recipients(),
            paused.incomplete(),
            paused.approval(),
            Days.of("", "2020-01-01"),
            paused.internal(),
            false);

    assertThat(here.desk.coming(over, 5)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void pagesShowThemAndSayThatNothingGoesOut(Language language) {
    Texts texts = Texts.in(language);
    String skip = "/schedules/" + paused.id() + "/skip";

    assertThat(page(paused, language))
        .contains(texts.text("schedules.once-resumed"), "2026")
        .doesNotContain(skip);
    assertThat(board(paused, language)).contains(texts.text("schedules.if-resumed"));

    Schedule resumed = here.desk.change(paused.id(), ScheduleValues.of(paused, true));

    assertThat(page(resumed, language))
        .contains(skip)
        .doesNotContain(texts.text("schedules.once-resumed"));
    assertThat(board(resumed, language)).doesNotContain(texts.text("schedules.if-resumed"));
  }

  private String page(Schedule schedule, Language language) {
    Client client = here.desk.client(schedule);
    return rendered(
        "schedule.jte",
        new SchedulesPages.One(
            schedule,
            client,
            "Monthly performance",
            false,
            here.desk.coming(schedule, 5),
            List.of(),
            List.of(),
            List.of(),
            here.desk.lastClosed(schedule),
            here.clock.instant(),
            "",
            Optional.empty(),
            List.of()),
        language);
  }

  private String board(Schedule schedule, Language language) {
    Optional<Schedule.Time> next = here.desk.coming(schedule, 1).stream().findFirst();
    var line = new BoardPages.Line(schedule, here.desk.client(schedule), next, Optional.empty());
    return rendered(
        "schedules.jte",
        new BoardPages.Board(
            List.of(line),
            Optional.empty(),
            ReportTitles.in(here.home.workspace(), Locale.ENGLISH),
            1),
        language);
  }

  static String rendered(String template, Object view, Language language) {
    var olga = new Account("1", "olga", Role.MANAGER);
    var visit = new Visit(Optional.of(olga), language, Visit.Theme.SYSTEM, "csrf", "/schedules");
    var page = new Page(visit, Texts.in(language), Page.Section.SCHEDULES, "Schedules");
    return RenderedPage.html(page, template, view);
  }

  private ObjectNode json(Schedule schedule) {
    return ScheduleJson.of(
        schedule, here.desk.client(schedule), here.desk.coming(schedule, 5), List.of(), List.of());
  }
}

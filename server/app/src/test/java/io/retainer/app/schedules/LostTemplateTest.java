package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.shell.Language;
import io.retainer.model.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schedule whose template was removed or broken says so, and can be helped in every way. */
class LostTemplateTest {

  private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));

  @TempDir private Path folder;
  private IssuingHome here;
  private Path ours;
  private Schedule schedule;

  @BeforeEach
  void open() throws IOException {
    here = new IssuingHome(folder);
    here.sessions("2026-10-01", "2026-10-31", 100);
    ours = here.home.workspace().home().reportTemplates().resolve("our-own");
    Files.createDirectories(ours);
    try (Stream<Path> files = Files.list(Path.of("../../report-templates/seo"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, ours.resolve(file.getFileName()));
      }
    }
    schedule = here.desk.add(form().values(), "maria");
  }

  @AfterEach
  void close() {
    here.close();
  }

  private static FilledForm form() {
    return FilledForm.to("anna@client.example").report("our-own");
  }

  private void remove() throws IOException {
    Files.move(ours, folder.resolve("elsewhere"));
  }

  private Occurrence due() {
    here.clock.set("2026-11-04T08:00:00Z");
    here.issuer.watch();
    here.work();
    return here.occurrences.latest(schedule.id(), OCTOBER).orElseThrow();
  }

  @Test
  void itsPeriodIsHeldWithTheReasonAndMayBeLeftOut() throws IOException {
    remove();

    Occurrence held = due();

    assertThat(held.state()).isEqualTo(Occurrence.State.HELD);
    assertThat(held.reason()).contains(Reason.of(Reason.Code.NO_REPORT, "our-own"));
    for (Language language : Language.values()) {
      assertThat(held.reason().orElseThrow().in(language)).contains("our-own");
    }
    assertThat(here.desk.skip(schedule.id(), OCTOBER, "maria").state())
        .isEqualTo(Occurrence.State.SKIPPED);
  }

  @Test
  void itMayBePausedAndChangedButNotResumedOrChosenAnew() throws IOException {
    remove();

    assertThat(
            here.desk.change(schedule.id(), form().rule("day 5 at 08:00").values()).rule().text())
        .isEqualTo("day 5 at 08:00");
    assertThat(here.desk.change(schedule.id(), form().enabled(false).values()).enabled()).isFalse();
    assertThatThrownBy(() -> here.desk.change(schedule.id(), form().values()))
        .hasMessageContaining("There is no report \"our-own\"");
    assertThatThrownBy(() -> here.desk.add(form().values(), "maria"))
        .hasMessageContaining("There is no report \"our-own\"");
    assertThat(here.desk.change(schedule.id(), form().report("seo").values()).report())
        .isEqualTo("seo");
  }

  @Test
  void oneWithMistakesIsHeldWithThem() throws IOException {
    Files.writeString(ours.resolve("report.yaml"), "sections: [{id: x, order: [[web]]}]\n");

    Occurrence held = due();

    assertThat(held.state()).isEqualTo(Occurrence.State.HELD);
    assertThat(held.reason().orElseThrow().code()).isEqualTo(Reason.Code.NOT_RENDERED);
    assertThat(held.reason().orElseThrow().in(Language.EN)).contains("our-own/report.yaml");
  }

  @Test
  void whatFailsEachTimeForAnHourIsHeldAndNotTriedForEver() {
    here.clock.set("2026-11-04T08:00:00Z");
    here.issuer.watch();
    String id = here.occurrences.latest(schedule.id(), OCTOBER).orElseThrow().id();
    assertThat(here.occurrences.progress().claim(id)).isTrue();

    assertThat(here.issuer.isGivenUp(id, 59)).isFalse();
    assertThat(here.issuer.isGivenUp(id, 60)).isTrue();

    assertThat(here.occurrences.find(id).flatMap(Occurrence::reason))
        .contains(Reason.of(Reason.Code.FAULT));
    assertThat(here.issuer.isGivenUp("another", 60)).isFalse();
  }
}

package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.Visitor;
import io.retainer.model.time.Period;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who fills the form of a schedule sees when its reports would go out before saving anything. */
class ScheduleTrialTest {

  private static final String ANNA = "anna@client.example";
  private static final String FILLED =
      "client=fjell&report=monthly-performance&kind=month&format=pdf&recipients=" + ANNA;

  @TempDir private Path folder;
  private IssuingHome here;

  @BeforeEach
  void open() throws Exception {
    here = new IssuingHome(folder);
    here.clock.set("2026-11-30T08:22:00Z");
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void theNextFiveTimesOfANewOneAreShownWithTheirPeriods() {
    ScheduleTrial trial =
        here.desk.tried("", FilledForm.to(ANNA).rule("day 2 at 09:00").values(), 5);

    assertThat(trial.next())
        .extracting(time -> time.at() + " " + time.period())
        .containsExactly(
            "2026-12-02T07:00:00Z 2026-11",
            "2027-01-02T07:00:00Z 2026-12",
            "2027-02-02T07:00:00Z 2027-01",
            "2027-03-02T07:00:00Z 2027-02",
            "2027-04-02T06:00:00Z 2027-03");
    assertThat(here.schedules.all()).isEmpty();
  }

  @Test
  void whatAChangeLosesIsSaidBeforeItIsMade() {
    Schedule saved = here.desk.add(FilledForm.to(ANNA).rule("day 30 at 10:52").values(), "maria");
    ScheduleValues earlier = FilledForm.to(ANNA).rule("day 30 at 08:52").values();

    ScheduleTrial trial = here.desk.tried(saved.id(), earlier, 5);

    assertThat(trial.missed()).containsExactly(Period.parse("2026-10"));
    assertThat(trial.next().get(0).period()).isEqualTo(Period.parse("2026-11"));
    assertThat(here.desk.existing(saved.id()).rule().text()).isEqualTo("day 30 at 10:52");
    assertThat(here.occurrences.of(saved.id())).isEmpty();
  }

  @Test
  void thePageHasTheFormAsItWasFilledAndTheTimes() {
    String page =
        html(
            here.schedulesPages()
                .timesOfNew(FILLED + "&when=day&date=2&at=09:00", Visitor.manager("maria")));

    assertThat(page)
        .contains(
            "Saved like this, it comes:",
            "Dec 2, 2026, 9:00 AM EET",
            "Apr 2, 2027, 9:00 AM EEST",
            "Europe/Helsinki")
        .contains("formaction=\"/schedules/new#times\"", ">" + ANNA + "</textarea>");
  }

  @Test
  void whatCannotBeUsedIsSaidAtItsField() {
    Response refused =
        here.schedulesPages()
            .timesOfNew(
                FILLED.replace(ANNA, "anna") + "&when=day&date=2&at=09:00",
                Visitor.manager("maria"));

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(html(refused)).contains("id=\"recipients-wrong\"").doesNotContain("id=\"times\"");
  }

  private static String html(Response answer) {
    return answer.getEntity().toString().replace('\u00a0', ' ');
  }
}

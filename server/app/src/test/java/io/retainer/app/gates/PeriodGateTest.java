package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodGateTest {

  @Test
  void holdsAPeriodThatIsNoLaterThanTheLastOne() {
    assertThat(texts("2026-10", "schedule"))
        .containsExactly(
            "The report is about October 2026, and the schedule has issued October 2026 already."
                + " Expected: a later period. Reject it, or approve it if it is meant.");
    assertThat(texts("2026-11", "schedule")).hasSize(1);
    assertThat(new PeriodGate(draft -> Optional.empty(), draft -> Optional.empty()).usual())
        .isEqualTo(GateLevel.HOLD);
  }

  @Test
  void letsTheNextPeriodPass() {
    assertThat(texts("2026-09", "schedule")).isEmpty();
  }

  @Test
  void letsTheFirstReportPass() {
    assertThat(
            Drafts.texts(
                new PeriodGate(draft -> Optional.empty(), draft -> Optional.empty()),
                Drafts.by("schedule")))
        .isEmpty();
  }

  @Test
  void letsAPersonIssueAnyPeriod() {
    assertThat(texts("2026-10", "maria")).isEmpty();
  }

  @Test
  void holdsWhatItsRecipientsHaveByAnotherSchedule() {
    var gate =
        new PeriodGate(draft -> Optional.empty(), draft -> Optional.of(LocalDate.of(2026, 11, 4)));

    assertThat(Drafts.texts(gate, Drafts.by("schedule"))).hasSize(1);
    assertThat(Drafts.texts(gate, Drafts.by("maria"))).isEmpty();
  }

  private static List<String> texts(String before, String by) {
    var earlier = new EarlierIssue(Period.parse(before), Map.of());
    return Drafts.texts(
        new PeriodGate(draft -> Optional.of(earlier), draft -> Optional.empty()), Drafts.by(by));
  }
}

package io.retainer.app.gates;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.Finding;
import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.app.shell.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesTest {

  @TempDir private Path folder;
  private TestHome home;
  private GateLevels levels;

  @BeforeEach
  void openHome() {
    var clock = new SettableClock("2026-11-02T10:00:00Z");
    home = new TestHome(folder, clock);
    levels = new GateLevels(home::state, clock);
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void saysEachFindingInEveryLanguage() {
    Finding finding = look(new StepGate()).get(0);

    assertThat(finding.isHold()).isFalse();
    for (Language language : Language.values()) {
      assertThat(finding.in(language)).contains("3").doesNotContain("{");
    }
    assertThat(finding.in(Language.RU)).contains("Проверьте счётчик");
    assertThat(finding.in(Language.FI)).contains("Tarkista seuranta");
  }

  @Test
  void aScheduleHasTheLastWordThenItsClient() {
    levels.set(GateLevels.Owner.CLIENT, SHOP.id().value(), Map.of("step", GateLevel.HOLD), "olga");
    assertThat(look(new StepGate()).get(0).level()).isEqualTo(GateLevel.HOLD);

    levels.set(GateLevels.Owner.SCHEDULE, "s", Map.of("step", GateLevel.OFF), "olga");
    assertThat(look(new StepGate())).isEmpty();

    levels.set(GateLevels.Owner.SCHEDULE, "s", Map.of(), "olga");
    assertThat(look(new StepGate()).get(0).level()).isEqualTo(GateLevel.HOLD);
  }

  @Test
  void aGateThatFailsHoldsTheReport() {
    Gate broken =
        new Gate() {
          @Override
          public String name() {
            return "totals";
          }

          @Override
          public GateLevel usual() {
            return GateLevel.WARN;
          }

          @Override
          public List<Found> look(Inspection.Draft draft) {
            throw new IllegalStateException("no");
          }
        };

    Finding finding = look(broken).get(0);

    assertThat(finding.isHold()).isTrue();
    assertThat(finding.in(Language.EN)).contains("The check “totals” ended with a fault");
  }

  private List<Finding> look(Gate gate) {
    return new Gates(List.of(gate), levels)
        .of(Drafts.of(List.of(Drafts.tile("9000", "1000", "1000", "1000")), List.of()));
  }
}

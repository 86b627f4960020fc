package io.retainer.app.gates;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.Finding;
import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.app.shell.Language;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    Finding finding = look(new StepGate(draft -> BigDecimal.valueOf(3))).get(0);

    assertThat(finding.isHold()).isFalse();
    for (Language language : Language.values()) {
      assertThat(finding.in(language)).contains("3").doesNotContain("{");
    }
    assertThat(finding.in(Language.RU)).contains("Проверьте счётчик");
    assertThat(finding.in(Language.FI)).contains("Tarkista seuranta");
  }

  @Test
  void aScheduleHasTheLastWordThenItsClientThenTheAgency() {
    levels.set(GateLevels.Owner.AGENCY, GateLevels.AGENCY, Map.of("step", GateLevel.OFF), "olga");
    assertThat(look(new StepGate(draft -> BigDecimal.valueOf(3)))).isEmpty();

    levels.set(GateLevels.Owner.CLIENT, SHOP.id().value(), Map.of("step", GateLevel.HOLD), "olga");
    assertThat(look(new StepGate(draft -> BigDecimal.valueOf(3))).get(0).level())
        .isEqualTo(GateLevel.HOLD);

    levels.set(GateLevels.Owner.SCHEDULE, "s", Map.of("step", GateLevel.OFF), "olga");
    assertThat(look(new StepGate(draft -> BigDecimal.valueOf(3)))).isEmpty();

    levels.set(GateLevels.Owner.SCHEDULE, "s", Map.of(), "olga");
    assertThat(look(new StepGate(draft -> BigDecimal.valueOf(3))).get(0).level())
        .isEqualTo(GateLevel.HOLD);
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

  @Test
  void aDatabaseThatWentIsNoFindingOfAGate() {
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
            throw new IllegalStateException("no", new SQLException("gone", "08006"));
          }
        };

    assertThatThrownBy(() -> look(broken)).hasMessage("no");
  }

  @Test
  void limitsAreOfTheScheduleItsClientTheAgencyOrAsTheyCome() {
    var limits = new GateLimits(home::state, Clock.systemUTC());
    Optional<String> schedule = Optional.of("s");
    assertThat(limits.inForce(GateLimit.STEP_FACTOR, SHOP.id(), schedule))
        .isEqualByComparingTo("3");
    assertThat(limits.patience(SHOP.id(), "s")).isEqualTo(Duration.ofDays(3));

    limits.set(
        GateLevels.Owner.AGENCY,
        GateLevels.AGENCY,
        Map.of(GateLimit.PATIENCE_HOURS, BigDecimal.valueOf(24)),
        "olga");
    assertThat(limits.patience(SHOP.id(), "s")).isEqualTo(Duration.ofDays(1));
    limits.set(
        GateLevels.Owner.CLIENT,
        SHOP.id().value(),
        Map.of(GateLimit.STEP_FACTOR, new BigDecimal("2.5")),
        "olga");
    limits.set(
        GateLevels.Owner.SCHEDULE, "s", Map.of(GateLimit.PATIENCE_HOURS, BigDecimal.ZERO), "olga");

    assertThat(limits.inForce(GateLimit.STEP_FACTOR, SHOP.id(), schedule))
        .isEqualByComparingTo("2.5");
    assertThat(limits.patience(SHOP.id(), "s")).isZero();
    assertThat(limits.patience(SHOP.id(), "other")).isEqualTo(Duration.ofDays(1));
    assertThat(limits.window(SHOP.id(), "s")).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "101", "-3", "three", "2.555", "", "1e3"})
  void sayWhichLimitCannotBeUsed(String text) {
    assertThatThrownBy(() -> GateLimit.STEP_FACTOR.read(text))
        .hasMessage(
            "\"step-factor\" is \"" + text + "\"; expected a number from 1.1 to 100, like 2.5");
    assertThatThrownBy(() -> GateLimit.PATIENCE_HOURS.read("1.5"))
        .hasMessageContaining("without a fraction");
    assertThatThrownBy(() -> GateLimit.LATE_HOURS.read("0"))
        .hasMessage("\"late-hours\" is \"0\"; expected a number from 1 to 672 without a fraction");
  }

  private List<Finding> look(Gate gate) {
    return new Gates(List.of(gate), levels)
        .of(Drafts.of(List.of(Drafts.tile("9000", "1000", "1000", "1000")), List.of()));
  }
}

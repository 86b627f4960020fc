package io.retainer.model.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {

  private static final KpiId ORDERS = new KpiId("orders.count");
  private static final Target ALWAYS = orders(Period.Kind.MONTH, 300, Target.ALWAYS);
  private static final Target NEXT_YEAR = orders(Period.Kind.MONTH, 400, LocalDate.of(2027, 1, 1));

  @Test
  void aTargetOfNextYearDoesNotRewriteThePast() {
    List<Target> targets = List.of(NEXT_YEAR, ALWAYS);

    assertThat(inForce(targets, "2026-12")).contains(ALWAYS);
    assertThat(inForce(targets, "2027-01")).contains(NEXT_YEAR);
    assertThat(inForce(List.of(NEXT_YEAR), "2026-12")).isEmpty();
  }

  @Test
  void aPeriodThatBeganBeforeItKeepsTheTargetBefore() {
    Target inMidMonth = orders(Period.Kind.MONTH, 500, LocalDate.of(2026, 10, 15));

    assertThat(inForce(List.of(ALWAYS, inMidMonth), "2026-10")).contains(ALWAYS);
    assertThat(inForce(List.of(ALWAYS, inMidMonth), "2026-11")).contains(inMidMonth);
  }

  @Test
  void isForItsOwnKindOfPeriodAndItsOwnKpi() {
    assertThat(inForce(List.of(ALWAYS), "2026-Q4")).isEmpty();
    assertThat(inForce(List.of(ALWAYS), "2026-10-01..2026-10-30")).isEmpty();
    assertThat(
            Target.inForce(List.of(ALWAYS), new KpiId("orders.revenue"), Period.parse("2026-10")))
        .isEmpty();
  }

  @Test
  void readsKindsAndFirstDays() {
    assertThat(Target.kind("Month")).isEqualTo(Period.Kind.MONTH);
    assertThat(Target.from("2027-01")).isEqualTo("2027-01-01");
    assertThat(Target.from("2027-Q2")).isEqualTo("2027-04-01");
    assertThat(Target.from("2027-03-15")).isEqualTo("2027-03-15");
    assertThatThrownBy(() -> Target.kind("days"))
        .hasMessage("\"days\" is no kind of period; write month, quarter, week or year");
    assertThatThrownBy(() -> Target.from("soon")).hasMessageContaining("write 2026-10, 2026-Q3");
    assertThatThrownBy(() -> orders(Period.Kind.DAYS, 1, Target.ALWAYS))
        .hasMessageContaining("month, quarter, week or year");
  }

  private static Optional<Target> inForce(List<Target> targets, String period) {
    return Target.inForce(targets, ORDERS, Period.parse(period));
  }

  private static Target orders(Period.Kind kind, long bound, LocalDate from) {
    return new Target(
        ORDERS, kind, new Goal.AtLeast(BigDecimal.valueOf(bound)), Optional.empty(), from);
  }
}

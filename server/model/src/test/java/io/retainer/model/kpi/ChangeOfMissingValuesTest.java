package io.retainer.model.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change must withstand to be told. */
class ChangeOfMissingValuesTest {

  private static final Reason KEPT_BACK =
      new Reason(Reason.Code.BELOW_THRESHOLD, List.of("1", "clicks", "10"), "One is kept back.");
  private static final Reason LEFT_OUT =
      new Reason(Reason.Code.ROWS_LEFT_OUT, List.of(), "Rows were left out.");

  private static KpiDescriptor kpi(KpiKind kind, KpiUnit unit) {
    return new KpiDescriptor(
        new KpiId("search.clicks"),
        "1",
        kind,
        unit,
        Direction.HIGHER,
        Map.of("en", "Clicks"),
        Map.of(),
        "search_queries",
        "",
        List.of(),
        0);
  }

  private static final KpiDescriptor CLICKS = kpi(KpiKind.FLOW, KpiUnit.COUNT);
  private static final KpiDescriptor CTR = kpi(KpiKind.RATIO, KpiUnit.PERCENT);

  private static KpiValue known(String number) {
    return KpiValue.known(
        new BigDecimal(number), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static KpiValue partial(String number, Reason reason) {
    return new KpiValue(
        KpiValue.Status.PARTIAL,
        Optional.of(new BigDecimal(number)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reason));
  }

  private static KpiValue upTo(String number, String high) {
    return partial(number, KEPT_BACK)
        .within(Optional.of(new Bounds(new BigDecimal(number), new BigDecimal(high))));
  }

  @ParameterizedTest
  @CsvSource({
    // at least a fifth more is said, and it is at most a quarter of that more
    "120, 125, 100, 100, true",
    "120, 126, 100, 100, false",
    // a fifth less may be a quarter of that less
    "80, 85, 100, 100, true",
    "80, 86, 100, 100, false",
    // it may be none, or turn
    "99, 101, 100, 100, false",
    "100, 101, 100, 100, false",
    // what it is compared with matters as much
    "150, 150, 100, 108, true",
    "150, 150, 100, 140, false",
    "150, 150, 0, 10, false"
  })
  void aChangeKeepsItsDirectionAndThreeQuartersOfItsSize(
      String now, String nowHigh, String then, String thenHigh, boolean isTold) {
    KpiValue current = upTo(now, nowHigh);
    KpiValue previous = upTo(then, thenHigh);

    assertThat(Change.of(CLICKS, current, previous).isPresent()).isEqualTo(isTold);
    assertThat(Change.withheld(CLICKS, current, previous).isEmpty()).isEqualTo(isTold);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5003, 0.5004, 0.5005, 0.5006, BAD",
    "0.5005, 0.5006, 0.5005, 0.5006, NEUTRAL",
    "0.5003, 0.5013, 0.5005, 0.5005, NEUTRAL",
    "0.5003, 0.5014, 0.5005, 0.5005, none",
    "0.5020, 0.5028, 0.5005, 0.5005, GOOD",
    // of a small rate a tenth of a point is much
    "0.0030, 0.0035, 0.0029, 0.0029, none"
  })
  void aRateThatHardlyChangesWhateverIsMissingIsComparedAndNotJudgedWhereItMayTurn(
      String now, String nowHigh, String then, String thenHigh, String judged) {
    Optional<Delta> delta = Change.of(CTR, upTo(now, nowHigh), upTo(then, thenHigh));

    assertThat(delta.map(told -> told.judgement().name()).orElse("none")).isEqualTo(judged);
  }

  @Test
  void ofWhatNobodyCanBoundThereIsNoChange() {
    assertThat(Change.of(CLICKS, partial("372", KEPT_BACK), known("1800"))).isEmpty();
    assertThat(Change.withheld(CLICKS, partial("372", KEPT_BACK), known("1800")))
        .contains(KEPT_BACK);
    assertThat(Change.of(CTR, partial("0.01", KEPT_BACK), known("0.1"))).isEmpty();
  }

  @Test
  void rowsThatTheSourceAlwaysLeavesOutAreLeftOutOfBothAndOfOneNever() {
    KpiValue cut = partial("100", LEFT_OUT);

    assertThat(Change.of(CLICKS, cut, partial("80", LEFT_OUT))).isPresent();
    assertThat(Change.of(CLICKS, cut, known("80"))).isEmpty();
    assertThat(Change.withheld(CLICKS, known("80"), cut)).contains(LEFT_OUT);
  }
}

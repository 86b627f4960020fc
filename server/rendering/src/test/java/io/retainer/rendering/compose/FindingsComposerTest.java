package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Findings;
import io.retainer.model.report.Moved;
import io.retainer.model.report.Moved.Driver.Segment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsComposerTest {

  private static final List<String> CHANNELS =
      List.of("Organic Search", "Direct", "Email", "שלום", "", "(other)", "Unassigned");
  private static final Set<String> NOBODY = Set.of("", "(other)", "Unassigned");

  private static List<String> ids(List<Moved> moved) {
    return moved.stream().map(one -> one.figure().kpi().id().value()).toList();
  }

  private static Optional<Segment> segment(Moved moved) {
    return moved.driver().map(Segment.class::cast);
  }

  private static Map<String, Long> parts(Object... namesAndAmounts) {
    Map<String, Long> parts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndAmounts.length; i += 2) {
      parts.put((String) namesAndAmounts[i], ((Number) namesAndAmounts[i + 1]).longValue());
    }
    return parts;
  }

  @Test
  void namesTheLargestRelativeChangesOfEitherKindThreeOfEach() {
    Moves moves = new Moves();
    for (int i = 1; i <= 5; i++) {
      moves.add("up." + i, Direction.HIGHER, parts("a", 100), parts("a", 100 + i));
      moves.add("cost." + i, Direction.LOWER, parts("a", 100), parts("a", 100 + 2 * i));
    }

    Findings found = moves.found();

    assertThat(ids(found.better())).containsExactly("up.5", "up.4", "up.3");
    assertThat(ids(found.worse())).containsExactly("cost.5", "cost.4", "cost.3");
  }

  /** Retention 6.0 to 4.7 %: less by more than a fifth of it, and by 1.3 points. */
  @Test
  void namesMoneyBeforeCountsAndCountsBeforeRates() {
    Findings found =
        new Moves()
            .rate("customers.retention-rate", Direction.HIGHER, 600, 10_000, 470, 10_000)
            .add("web.sessions", Direction.HIGHER, parts("a", 1000), parts("a", 600))
            .money("orders.revenue", 83_600, 66_300)
            .found();

    assertThat(ids(found.worse()))
        .containsExactly("orders.revenue", "web.sessions", "customers.retention-rate");
  }

  @Test
  void namesWhatHardlyChangedAfterWhatDid() {
    Findings found =
        new Moves()
            .money("orders.revenue", 1000, 910)
            .add("web.sessions", Direction.HIGHER, parts("a", 1000), parts("a", 900))
            .rate("email.ctr", Direction.HIGHER, 1_000, 20_000, 800, 20_000)
            .add("search.clicks", Direction.HIGHER, parts("a", 1000), parts("a", 901))
            .found();

    assertThat(ids(found.worse())).containsExactly("web.sessions", "email.ctr", "orders.revenue");
  }

  /** Each down by two points of about forty; one goes two points every other month. */
  @Test
  void aRateHardlyChangedIfItOftenGoesAsFar() {
    Findings found =
        new Moves()
            .rate("web.restless-rate", Direction.HIGHER, 4_200, 10_000, 4_000, 10_000)
            .trail("web.restless-rate", "0.40", "0.42", "0.42", "0.40", "0.40")
            .rate("web.calm-rate", Direction.HIGHER, 4_200, 10_000, 4_000, 10_000)
            .trail("web.calm-rate", "0.421", "0.422", "0.42", "0.419", "0.42")
            .money("orders.revenue", 1000, 950)
            .found();

    assertThat(ids(found.worse()))
        .containsExactly("web.calm-rate", "orders.revenue", "web.restless-rate");
  }

  @Test
  void keepsTheOrderOfTheTemplateAmongChangesOfOneSize() {
    Findings found =
        new Moves()
            .add("z.first", Direction.HIGHER, parts("a", 200), parts("a", 220))
            .add("a.second", Direction.HIGHER, parts("a", 1000), parts("a", 1100))
            .add("m.third", Direction.LOWER, parts("a", 10), parts("a", 9))
            .found();

    assertThat(ids(found.better())).containsExactly("z.first", "a.second", "m.third");
  }

  @Test
  void saysNothingOfWhatIsNotJudgedOrNotSeenOrWasNothing() {
    Findings found =
        new Moves()
            .add("neutral.one", Direction.NEUTRAL, parts("a", 100), parts("a", 300))
            .add("unseen.one", Direction.HIGHER, parts("a", 10_000_000), parts("a", 10_000_001))
            .add("new.one", Direction.HIGHER, parts("a", 0), parts("a", 300))
            .add("partial.one", Direction.HIGHER, parts("a", 100), parts("a", 300))
            .whole(
                "partial.one",
                new KpiValue(
                    KpiValue.Status.PARTIAL,
                    Optional.of(new BigDecimal("300")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Reason(Reason.Code.ROWS_LEFT_OUT, List.of(), "Left out."))))
            .add("missing.one", Direction.HIGHER, parts("a", 100), parts("a", 300))
            .whole(
                "missing.one",
                KpiValue.noData(new Reason(Reason.Code.NOT_IN_PERIOD, List.of(), "None.")))
            .found();

    assertThat(found.isEmpty()).isTrue();
  }

  @Test
  void saysNothingOfWhatAMonthIsLongerBy() {
    Findings found =
        new Moves()
            .add("longer.one", Direction.HIGHER, parts("a", 100), parts("a", 102))
            .perDay("longer.one", "-0.013")
            .add("larger.one", Direction.HIGHER, parts("a", 100), parts("a", 120))
            .perDay("larger.one", "0.16")
            .found();

    assertThat(ids(found.better())).containsExactly("larger.one");
  }

  /** Per day: 3.6 % more of a month that is a day longer is 0.3 %. */
  @Test
  void ranksWhatAddsUpByWhatItIsPerDay() {
    Findings found =
        new Moves()
            .add("longer.one", Direction.HIGHER, parts("a", 1000), parts("a", 1060))
            .perDay("longer.one", "0.026")
            .add("shorter.one", Direction.HIGHER, parts("a", 1000), parts("a", 1040))
            .add("trifle.one", Direction.HIGHER, parts("a", 1000), parts("a", 1036))
            .perDay("trifle.one", "0.003")
            .found();

    assertThat(ids(found.better())).containsExactly("shorter.one", "longer.one");
  }

  @Test
  void saysNothingOfLessThanAHundredth() {
    Findings found =
        new Moves()
            .add("large.one", Direction.HIGHER, parts("a", 1000), parts("a", 991))
            .add("larger.one", Direction.HIGHER, parts("a", 1000), parts("a", 990))
            .found();

    assertThat(ids(found.worse())).containsExactly("larger.one");
  }

  /** A month that is a day longer: −3.6 % per day, and a reader would see −0.4 %. */
  @Test
  void saysNothingOfLessThanAHundredthThatIsMorePerDay() {
    Findings found =
        new Moves()
            .add("seen.one", Direction.HIGHER, parts("a", 1000), parts("a", 996))
            .perDay("seen.one", "-0.036")
            .found();

    assertThat(found.isEmpty()).isTrue();
  }

  @Test
  void namesNeitherOfTwoPartsThatWentEquallyFar() {
    Findings found =
        new Moves()
            .add(
                "web.sessions",
                Direction.HIGHER,
                parts("Organic Search", 500, "Direct", 500, "Email", 10),
                parts("Organic Search", 600, "Direct", 600, "Email", 20))
            .found();

    assertThat(found.better()).singleElement().satisfies(one -> assertThat(one.driver()).isEmpty());
  }

  /** Unsubscribed: 20 of 9,870, then 30 of 12,530, 0.6 standard errors. Clicked: 2.6 of them. */
  @Test
  void saysNothingOfWhatARateMayDoByChance() {
    Findings found =
        new Moves()
            .rate("email.unsubscribe-rate", Direction.LOWER, 20, 9_870, 30, 12_530)
            .rate("email.ctr", Direction.HIGHER, 494, 9_870, 539, 12_530)
            .found();

    assertThat(ids(found.worse())).containsExactly("email.ctr");
  }

  @Test
  void namesThePartThatWentFurthestTheSameWay() {
    Findings found =
        new Moves()
            .add(
                "web.sessions",
                Direction.HIGHER,
                parts("Organic Search", 900, "Direct", 500, "Gone", 300),
                parts("Organic Search", 500, "Direct", 700, "New", 100))
            .found();

    assertThat(found.worse())
        .singleElement()
        .satisfies(
            one ->
                assertThat(segment(one))
                    .contains(new Segment("channel", "Organic Search", BigDecimal.valueOf(-400))));
  }

  @Test
  void namesNoPartWhereItIsNobodyOrPartsDoNotMakeTheWhole() {
    Map<String, Long> before = parts("(not set)", 900, "Direct", 500);
    Map<String, Long> after = parts("(not set)", 500, "Direct", 400);

    assertThat(new Moves().add("a.b", Direction.HIGHER, before, after).found().worse())
        .singleElement()
        .satisfies(one -> assertThat(one.driver()).isEmpty());
    assertThat(
            new Moves()
                .add(
                    "a.b",
                    Direction.HIGHER,
                    parts("Email", 900, "Direct", 500),
                    parts("Email", 500, "Direct", 400))
                .whole(
                    "a.b",
                    KpiValue.known(
                        new BigDecimal("950"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .found()
                .worse())
        .singleElement()
        .satisfies(one -> assertThat(one.driver()).isEmpty());
  }

  /** Each against a second computation in whole numbers. */
  @ParameterizedTest
  @ValueSource(longs = {1, 20261128, 77})
  void choosesWhatAnotherComputationChooses(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Sample> samples = new ArrayList<>();
      Moves moves = new Moves();
      for (int i = 0; i < 9; i++) {
        Sample sample =
            new Sample(
                "kpi.k" + i,
                Direction.values()[random.nextInt(3)],
                amounts(random),
                amounts(random));
        samples.add(sample);
        moves.add(sample.id(), sample.better(), sample.before(), sample.after());
      }

      Findings found = moves.found();

      check(found.better(), samples, true);
      check(found.worse(), samples, false);
    }
  }

  private static Map<String, Long> amounts(Random random) {
    Map<String, Long> amounts = new LinkedHashMap<>();
    for (String channel : CHANNELS) {
      if (random.nextInt(4) > 0) {
        amounts.put(channel, (long) random.nextInt(40) - 8);
      }
    }
    return amounts;
  }

  private static void check(List<Moved> found, List<Sample> samples, boolean isGood) {
    List<Sample> expected = new ArrayList<>();
    List<Sample> left = new ArrayList<>(samples);
    left.removeIf(one -> one.was() == 0 || one.isGood() != isGood || !one.isJudged());
    while (!left.isEmpty() && expected.size() < 3) {
      Sample largest = left.get(0);
      for (Sample one : left) {
        if (one.isLargerThan(largest)) {
          largest = one;
        }
      }
      expected.add(largest);
      left.remove(largest);
    }
    assertThat(ids(found)).isEqualTo(expected.stream().map(Sample::id).toList());
    for (int i = 0; i < found.size(); i++) {
      Sample sample = expected.get(i);
      assertThat(found.get(i).amount()).isEqualByComparingTo(BigDecimal.valueOf(sample.change()));
      segment(found.get(i))
          .ifPresentOrElse(
              one -> {
                assertThat(one.amount())
                    .isEqualByComparingTo(BigDecimal.valueOf(sample.changeOf(one.group())));
                assertThat(sample.changeOf(one.group()) * Long.signum(sample.change()))
                    .isEqualTo(sample.furthest())
                    .isPositive();
                assertThat(sample.furthestNames()).hasSize(1);
                assertThat(NOBODY).doesNotContain(one.group());
              },
              () ->
                  assertThat(sample.furthestNames())
                      .as("only a part without a name, or one of equals, is left unsaid")
                      .matches(names -> names.size() > 1 || NOBODY.containsAll(names)));
    }
  }

  private record Sample(
      String id, Direction better, Map<String, Long> before, Map<String, Long> after) {

    long was() {
      return before.values().stream().mapToLong(Long::longValue).sum();
    }

    long change() {
      return after.values().stream().mapToLong(Long::longValue).sum() - was();
    }

    boolean isJudged() {
      return better != Direction.NEUTRAL && 100 * Math.abs(change()) >= Math.abs(was());
    }

    boolean isGood() {
      return change() > 0 == (better == Direction.HIGHER);
    }

    boolean isSlight() {
      return 10 * Math.abs(change()) < Math.abs(was());
    }

    /** By products, so that no rounding decides. */
    boolean isLargerThan(Sample other) {
      return isSlight() == other.isSlight() ? isFurtherThan(other) : other.isSlight();
    }

    private boolean isFurtherThan(Sample other) {
      return BigInteger.valueOf(Math.abs(change()))
              .multiply(BigInteger.valueOf(Math.abs(other.was())))
              .compareTo(
                  BigInteger.valueOf(Math.abs(other.change()))
                      .multiply(BigInteger.valueOf(Math.abs(was()))))
          > 0;
    }

    long changeOf(String channel) {
      return after.getOrDefault(channel, 0L) - before.getOrDefault(channel, 0L);
    }

    /** How far the furthest went the way of the whole. */
    long furthest() {
      return CHANNELS.stream()
          .mapToLong(channel -> changeOf(channel) * Long.signum(change()))
          .max()
          .orElseThrow();
    }

    Set<String> furthestNames() {
      Set<String> names = new TreeSet<>();
      for (String channel : CHANNELS) {
        if (changeOf(channel) * Long.signum(change()) == furthest()) {
          names.add(channel);
        }
      }
      return names;
    }
  }
}

package io.retainer.compute.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question.Source;
import io.retainer.compute.protocol.Sums;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of series that have no total or mean are not put together by plain arithmetic either. */
class SumCheckTest {

  private static final List<Input> SERIES =
      List.of(
          Input.named("sessions", Sums.TOTAL_AND_MEAN, 4),
          Input.named("revenue", Sums.TOTAL_AND_MEAN, 4),
          Input.named("people", Sums.MEAN, 4),
          Input.named("rate", Sums.NEITHER, 4),
          Input.named("other", Sums.NEITHER, 4));

  private static List<String> findings(String text) {
    Findings findings = new Findings(1, 1);
    ComputationText.meaningful(new Source(text.replace(" ;; ", "\n"), 1, 1), SERIES, findings);
    return findings.list().stream().map(Finding::message).toList();
  }

  private static final String NO_TOTAL =
      "the values of 'people' are levels or people, which do not add up";
  private static final String NO_MEAN =
      "the mean of 'rate' would weigh small periods like large ones";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "people.value(0) + people.value(1)",
        "people.last + people.before(1).last + people.before(2).last",
        "people.values[0] + people.values[1]",
        "people.value(0) - (0 - people.value(1))",
        "people.value(0) - -people.value(1)",
        "def a = people.last ;; def b = people.value(0) ;; a + b",
        "squareRoot(power(people.value(0) + people.value(1), 2.0))",
        "(people.value(0) + people.value(1)) / 3",
        "100 * (people.value(0) + people.value(1)) / sessions.last",
        "sessions.last / (people.value(0) + people.value(1))",
        "mean(people.values) * people.size",
        "people.known * mean(people.values)",
        "mean(people.values) * people.values.size()",
        "total(sessions.values + people.values)",
        "def all = sessions.values + people.values ;; total(all)",
        "total(sessions.values.plus(people.values))",
        "mean(people.values) * 4",
        "mean(people.latest(3).values) / 2 * 6",
        "absolute(people.value(0)) + absolute(people.value(1))",
        "limit(people.value(0), 0.0, 99.0) + limit(people.value(1), 0.0, 99.0)",
        "estimate(people.value(0), 0.0, 9.0).value + estimate(people.value(1), 0.0, 9.0).value",
        "def x = 1.0 ;; if (people.value(0) > 0) { x = people.value(0) } ;; x + people.value(1)",
        "def t = [0.0] ;; people.values.any { t.set(0, t.get(0) + it); false } ;; t.get(0)",
        "def m = ['a': 0.0] ;; people.values.each { m.put('a', m.get('a') + it) } ;; m.get('a')",
        "rate.values.count { it > 0 } * mean(people.values)",
        "def n = 0 ;; for (x in people.values) { n += 1 } ;; mean(people.values) * n",
        "mean(people.values) / (1.0 / people.size)",
        "def z = people.values ;; z.add(5.0) ;; total(z)",
        "def l = people.values.collect { largest([it, 0.0]) } ;; total(l)",
        "def m = [:] ;; m.put('a', people.values) ;; total(m.get('a'))",
        "def s = 0.0 ;; def b = people.values.every { s = s + it; true } ;; s",
        "people.values.max() + people.values.min()",
        "def s = [people, people] ;; s[0].last + s[1].before(1).last",
        "def f = { it * 1.0 } ;; total(people.values.collect(f))",
        "logarithm(exponential(people.value(0)) * exponential(people.value(1)))",
        "people.value(0) % 1000000 + people.value(1) % 1000000",
        "def a = 0.0 ;; def b = 0.0 ;; for (x in people.values) { b = a + x; a = b } ;; b"
      })
  void peopleHaveNoTotal(String text) {
    assertThat(findings(text)).contains(NO_TOTAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(rate.value(0) + rate.value(1)) / 2",
        "(rate.value(0) + rate.value(1) + rate.value(2)) / 3",
        "rate.value(0) * 0.5 + rate.value(1) * 0.5",
        "def a = rate.last ;; def b = rate.before(1).last ;; (a + b) / 2",
        "rate.last / 2 + rate.before(1).last / 2",
        "round(rate.value(0), 9) / 2 + round(rate.value(1), 9) / 2",
        "def l = rate.values.collect { round(it, 9) } ;; mean(l)",
        "def l = [median([rate.value(0)]), median([rate.value(1)])] ;; mean(l)",
        "(rate.value(0) - rate.value(3)) / 2 + rate.value(3)",
        "def d = (rate.value(0) - rate.value(3)) / 2 ;; d + rate.value(3)",
        "def a = largest(rate.values) ;; def b = smallest(rate.values) ;; (a + b) / 2",
        "mean(rate.values.collect { it > 0 ? it : 0.0 })",
        "mean(rate.values.collect { x -> if (x > 0) { return x } ;; 0.0 })",
        "smallest(rate.values) + absolute(rate.last - rate.value(0)) / 2",
        "largest(rate.values) - absolute(rate.last - rate.value(0)) * 0.5",
        "def d = absolute(rate.value(3) - rate.value(0)) ;; rate.value(0) + d / 2",
        "(2 * rate.value(0) + absolute(rate.value(3) - rate.value(0))) / 2",
        "squareRoot(rate.value(0) * rate.value(1))",
        "power(rate.last * rate.before(1).last, 0.5)",
        "def w = 0.5 ;; rate.value(0) * w + rate.value(1) * (1 - w)",
        "((1 - rate.value(0)) + (1 - rate.value(1))) / 2",
        "forecast(rate, 0.9).value / 2 + rate.last / 2",
        "mean(rate.values.sort().reverse().take(3))",
        "def l = [] ;; rate.values.each { l.add(it) } ;; mean(l)",
        "mean(rate.values.collect { logarithm(it) })",
        "def r = rate ;; def a = r.last ;; r = rate.before(1) ;; (a + r.last) / 2",
        "def l = [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1].collect { rate.value(it) } ;; mean(l)"
      })
  void ratesHaveNoMean(String text) {
    assertThat(findings(text)).containsExactly(NO_MEAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "squareRoot(rate.last * other.last)",
        "power(rate.last * sessions.last, 0.5)",
        "def p = people.last * revenue.last ;; squareRoot(p)"
      })
  void norHasARootOfUnlikeValues(String text) {
    assertThat(findings(text))
        .singleElement()
        .asString()
        .startsWith("the root of a product of ")
        .endsWith(" is a mean of what has none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "squareRoot(sessions.last * sessions.before(1).last)",
        "squareRoot(rate.last * (1 - rate.last) / sessions.last)",
        "power(rate.last / rate.value(0), 1.0 / 3) - 1",
        "squareRoot(rate.last)",
        "rate.last + absolute(rate.last - rate.value(0))",
        "rate.last + deviation(rate.values) / 2",
        "sessions.last + absolute(sessions.last - sessions.value(0)) / 2",
        "absolute(rate.last - median(rate.values)) / 2"
      })
  void rootsAndDistancesOfTheirOwnAreFree(String text) {
    assertThat(findings(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people.last + sessions.last | people | sessions",
        "revenue.last - -rate.last | revenue | rate"
      })
  void valuesOfTwoKindsHaveNoSum(String text, String one, String other) {
    assertThat(findings(text))
        .containsExactly(
            "adds values of '%s' and of '%s', which are of two kinds: amounts, levels or people, rates"
                .formatted(one, other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total(rate.values.collect { absolute(it) }) / 4",
        "logarithm(power(exponential(rate.value(0)), 1.0) * exponential(rate.value(1))) / 2",
        "def s = 0.0 ;; for (i in 0..3) { s += rate.value(i) * (i + 1) } ;; s / 10",
        "def s = 0.0 ;; for (x in rate.values) { s = 0.7 * s + 0.3 * x } ;; s"
      })
  void ratesHaveNoTotal(String text) {
    assertThat(findings(text))
        .containsExactly(
            "the values of 'rate' are rates, means, ranks or scores, which do not add up");
  }

  /** A rate that the computation itself makes is one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(sessions.value(0) / people.value(0) + sessions.value(1) / people.value(1)) / 2",
        "def l = [] ;; for (i in 0..<4) { l.add(sessions.value(i) / people.value(i)) } ;; mean(l)"
      })
  void quotientsAreRates(String text) {
    assertThat(findings(text))
        .containsExactly(
            "sessions / people is a rate of each period, and their mean would weigh small periods"
                + " like large ones");
  }

  /** What is new in the lists is to be followed too. */
  @Test
  void everyWordAndMethodIsFollowed() {
    for (String word : Admitted.WORDS.all()) {
      String call = word.replaceAll("\\(.*", "");
      String given = word.contains("(String") ? "'x'" : word.contains("(Series") ? "rate" : "1.0";
      assertThat(findings("%s(%s, 1, 1)".formatted(call, given))).as(word).isEmpty();
    }
    for (String method : Admitted.METHODS.all()) {
      String call = method.replaceAll("^\\w+\\.|\\(.*", "");
      String of = method.startsWith("Series") ? "rate" : "[1.0]";
      String given = method.contains("Closure") ? "{ it }" : "0, 1.0";
      String text = "%s.%s(%s)".formatted(of, call, method.endsWith("()") ? "" : given);
      assertThat(findings(text)).as(method).isEmpty();
    }
  }

  @Test
  void whatCannotBeFollowedIsNotAdmitted() {
    StringBuilder text = new StringBuilder("def s = 0.0");
    for (int i = 0; i < 5; i++) {
      text.append(" ;; for (a%d in 0..15) {".formatted(i));
    }
    text.append(" ;; s = s + 1.5").append(" }".repeat(5)).append(" ;; s");

    assertThat(findings(text.toString()))
        .containsExactly("loops within loops that cannot be followed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sessions.value(0) + sessions.value(1)",
        "(people.value(0) + people.value(1)) / 2",
        "people.last - people.value(0)",
        "rate.last - rate.before(1).last",
        "(rate.last - rate.value(0)) / rate.value(0)",
        "2 * people.last - people.before(1).last",
        "people.last - people.value(2) - (people.value(1) - people.value(0))",
        "sessions.last + revenue.last",
        "0.4 * sessions.last / mean(sessions.values) + 0.6 * rate.last / median(rate.values)",
        "mean(people.values) * 2",
        "mean(sessions.values) * sessions.size",
        "sessions.last * rate.last",
        "total(sessions.values + revenue.values)",
        "deviation(people.values)",
        "median(rate.values) + 3 * spread(rate.values)",
        "median(rate.values) + 3 * mean(rate.values.collect { absolute(it - median(rate.values)) })",
        "(rate.last - mean(sessions.values)) / deviation(rate.values)",
        "(rate.last - smallest(rate.values)) / (largest(rate.values) - smallest(rate.values))",
        "mean([rate.last, other.last])",
        "(rate.last + other.last) / 2",
        "def l = [] ;; l.add(rate.last) ;; l.add(other.last) ;; total(l) / 2",
        "def s = 0.0 ;; for (x in [rate.last, other.last]) { s += x } ;; s",
        "def m = [a: rate.last, b: other.last] ;; m.get('a') + m.get('b')",
        "def s = 0.0 ;; for (i in 0..1) { def p = [rate, sessions][i] ;; s += [1.0, 2.0][i] * p.last / median(p.values) } ;; s",
        "def s = 0.0 ;; for (i in 0..3) { s += rate.value(i) * sessions.value(i) } ;; s / total(sessions.values)",
        "(1 - rate.value(0)) * (1 - rate.value(1))",
        "1 - power(1 - rate.last, 12.0)",
        "def x = rate.last ;; if (rate.known > 2) { x = rate.value(0) } ;; x - median(rate.values)",
        "rate.values.count { it > 0.5 } / rate.known",
        "def best = 0.0 ;; for (x in rate.values) { if (x > best) { best = x } } ;; best",
        "largest([rate.value(0), rate.value(1)]) - smallest(rate.values)",
        "mean(people.values) + 2 * deviation(people.values)",
        "logarithm(people.last / people.value(0))",
        "def s = 0.0 ;; for (i in 1..3) { s += absolute(rate.value(i) - rate.value(i - 1)) } ;; s",
        "mean(people.values) * 12",
        "rate.last + (rate.last - rate.value(0)) / 3",
        "def now = rate.last ;; 2 * now - rate.before(1).last",
        "def a = 0.0 ;; for (i in 0..<4) { a += (i - 1.5) * (people.value(i) - mean(people.values)) } ;; a"
      })
  void whatMeansSomethingStands(String text) {
    assertThat(findings(text)).isEmpty();
  }
}

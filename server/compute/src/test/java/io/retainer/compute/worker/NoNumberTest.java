package io.retainer.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Sums;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a computation gives no number, or is none: which word, and in which line. */
class NoNumberTest {

  private final Computations computations = new Computations();

  private Answer answer(String text, double... months) {
    return computations.answer(
        new Question(
            false,
            new Question.Source(text.replace("; ", "\n"), 5, 1),
            List.of(new Input("months", months, 12, 2020, 1, Sums.TOTAL_AND_MEAN))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "def a = 1; mean([]) | the mean of an empty list in line 6",
        "def high = months.values.findAll { it > 9 }; def m = mean(high); m + 1"
            + " | the mean of an empty list in line 6",
        "median(months.values.findAll { it > 9 }) | the middle of an empty list in line 5",
        "spread([]) | the middle of an empty list in line 5",
        "deviation([1.0]) | the deviation of fewer than two values in line 5",
        "largest([]) | the largest value of an empty list in line 5",
        "smallest([]) | the smallest value of an empty list in line 5",
        "def a = months.last - 3; ; def b = months.last / a; b * 2 | a division by zero in line 7",
        "squareRoot(months.last - 4) | the square root of less than zero in line 5",
        "power(-1.0, 0.5) | a root of a negative number, which is no number, in line 5",
        "power(months.last - 3, -1) | a division by zero in line 5",
        "logarithm(months.last - 3) | the logarithm of zero or less in line 5",
      })
  void saysWhatHasNone(String text, String how) {
    assertThat(answer(text, 1, 2, 3)).isEqualTo(new Answer.NoNumber(how));
  }

  @Test
  void whatIsTriedAndLeftOutIsNoReason() {
    assertThat(answer("def m = mean([]); def n = months.last / 0.0; months.last", 3))
        .isEqualTo(new Answer.Value(3, Double.NaN, Double.NaN));
    assertThat(answer("mean([])", 3)).isInstanceOf(Answer.NoNumber.class);
    assertThat(((Answer.NoNumber) answer("null", 3)).how())
        .as("nothing of the one before")
        .isEqualTo(
            "its last line gives nothing (null); it has to be the value, an estimate(…), or"
                + " notComputable('why')");
    assertThat(((Answer.NoNumber) answer("months.last", Double.NaN)).how())
        .startsWith("made of a value that is missing, such as .last of a series");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "months.before(-1).last",
        "mean(months.latest(-12).values)",
        "mean(months.values.take(-2))",
        "mean(months.values.drop(-1))",
      })
  void fewerThanNoPointsAreRefused(String text) {
    Answer answer = answer(text, 1, 2, 3);

    assertThat(answer).isInstanceOf(Answer.Refused.class);
    Finding finding = ((Answer.Refused) answer).findings().get(0);
    assertThat(finding.message()).matches("'(before|latest|take|drop)' of fewer than none");
    assertThat(finding.advice()).startsWith("write a number from 1");
    assertThat(finding.line()).isEqualTo(5);
  }

  @Test
  void fewerThanNoPointsFailWhereTheyAreCalculated() {
    assertThat(answer("def n = months.size - 4; months.before(n).last", 1, 2, 3))
        .isEqualTo(new Answer.Failed("it asks for before(-1), fewer than no points in line 6"));
    assertThat(answer("months.before(3).size + months.latest(0).size", 1, 2, 3))
        .isEqualTo(new Answer.Value(0, Double.NaN, Double.NaN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for (def i = 0;i < 3;i++) { 1 } | write for (x in list) { … }",
        "(int) months.last | leave it out: numbers need no conversion; round(x, 0) makes a whole one",
        "months.values.frobnicate() | there are add, any, before, collect, compareTo, contains,"
            + " containsKey, count, drop, each, eachWithIndex, every, findAll, get, has, isEmpty,"
            + " latest, length, max, min, plus, put, reverse, set, size, sort, take, takeRight, value",
      })
  void whatIsNoPartOfOneSaysWhatIs(String text, String advice) {
    Answer answer = answer(text, 1, 2, 3);

    assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Refused.class);
    assertThat(((Answer.Refused) answer).findings()).extracting(Finding::advice).contains(advice);
  }
}

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

/** What an author of computations may write, and what comes of it. */
class ComputationsTest {

  private final Computations computations = new Computations();

  private Answer answer(String text, double... months) {
    return computations.answer(
        new Question(
            false,
            new Question.Source(text, 1, 1),
            List.of(new Input("months", months, 12, 2020, 1, Sums.TOTAL_AND_MEAN))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + 2 * 3 | 7",
        "mean(months.values) | 2",
        "months.last - months.value(0) | 2",
        "def top = months.values.findAll { it >= 2 }; top.size() | 2",
        "def s = 0.0; for (x in months.values) { s += x }; s | 6",
        "def s = 0; for (i in 0..2) { if (i == 1) { continue }; s = s + i }; return s | 2",
        "def i = 0; while (i < 5) { i++ }; i | 5",
        "def s = 0; for (i in 0..3) { s = s + i }; s | 6",
        "def s = 0; for (i in 0..<4) { s = s + i }; s | 6",
        "def i = 5; i--; !(i == 5) ? i : 0 | 4",
        "def m = [a: 1]; m.get('b') ?: 7 | 7",
        "def m = [a: 1, b: 2]; m.put('c', 3); m.get('a') + m.size() | 4",
        "months.values.collect { x -> x * 2 }.max() | 6",
        "months.values[0] + months.values[-1] | 4",
        "months.size > 2 ? 1 : 0 | 1",
        "limit(120, 0, 100) | 100",
        "median(months.latest(2).values) | 2.5",
        "def list = []; list.add(1.5); total(months.values) + list.size() | 7",
        "def l = [3.0, 4.0]; l.set(0, 5.0); l[0] + l[-1] | 9",
        "months.values.any { it > 2 } && !months.has(7) ? 1 : 0 | 1",
        "def text = 'a' + 'b'; text.length() | 2",
        "def m = [a: 1]; for (i in 0..2) { m.put('k' + i, i) }; m.size() | 4",
        "('a' + 1.5 + 'b').length() | 5",
        "(3 + ' of ' + 4).length() | 6",
        "months.values.take(2).collect { x -> x + 0.5 }.min() | 1.5",
        "months.values.take(2147483647).size() | 3",
        "def l = []; l.add(1.5); (l + l).take(2147483647).takeRight(2147483647).size() | 2",
        "(1..3).take(2147483647).size() | 3",
        "def l = []; for (x in months.values) { l.add(x * 2) }; median(l) + largest(l) | 10",
        "round(2.345, 2) | 2.35",
        "60000.0 * 60000 | 3600000000",
        "3000000000 + 1 | 3000000001",
        "def i = 1; i++; i-- ; i = i - 3; -i | 2",
      })
  void givesTheNumber(String text, double expected) {
    assertThat(answer(text, 1, 2, 3)).isEqualTo(new Answer.Value(expected, Double.NaN, Double.NaN));
  }

  private Answer answer(String text, Sums sums) {
    double[] values = {1, 2, 3};
    return computations.answer(
        new Question(
            false,
            new Question.Source(text, 1, 1),
            List.of(new Input("months", values, 12, 2020, 1, sums))));
  }

  private static final String NO_TOTAL_OF_RATES =
      "the values of 'months' are rates, means, ranks or scores, which do not add up";
  private static final String NO_MEAN_OF_RATES =
      "the mean of 'months' would weigh small periods like large ones";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "months.values",
        "months.before(1).values",
        "months.values.findAll { it > 0 }",
        "months.values.take(2)",
        "months.values.reverse().drop(1)",
        "months.values.collect { it * 100 }",
        "months.values.collect { x -> 100 * x }",
        "months.values + months.values",
        "[months.last, months.value(1), months.values[0]]",
        "months.known > 1 ? months.values : []",
      })
  void ratesAreNeitherAddedUpNorAveraged(String values) {
    for (String text : List.of("total(" + values + ")", "def v = " + values + "; total(v)")) {
      assertThat(refused(text, Sums.NEITHER).message()).as(text).isEqualTo(NO_TOTAL_OF_RATES);
      assertThat(answer(text, Sums.TOTAL_AND_MEAN)).as(text).isInstanceOf(Answer.Value.class);
    }
    Finding finding = refused("\n mean(" + values + ")", Sums.NEITHER);
    assertThat(finding.message()).isEqualTo(NO_MEAN_OF_RATES);
    assertThat(finding.advice())
        .isEqualTo(
            "divide the totals of the two KPIs it is made of, or write median(months.values)");
    assertThat(finding.line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "double s = 0; for (x in months.values) { s += x }; s / months.known",
        "double s = 0; for (i in 0..2) { s = s + months.value(i) }; s",
        "double s = 0; for (x in months.values) { s = x + s }; s",
        "double s = 0; months.values.each { s += it }; s",
        "double s = 0; months.values.eachWithIndex { x, i -> s = s + x }; s",
        "double s = 0; int i = 0; while (i < 3) { s += months.value(i); i += 1 }; s",
        "def l = []; for (x in months.values) { l.add(x) }; total(l)",
        "def l = []; for (x in months.values) { l = l + x }; total(l)",
      })
  void ratesAreNotAddedUpStepByStep(String text) {
    assertThat(refused(text, Sums.NEITHER).message()).isEqualTo(NO_TOTAL_OF_RATES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "median(months.values) + deviation(months.values)",
        "median(months.values.findAll { it > 0 })",
        "int n = 0; for (x in months.values) { if (x > 1) { n += 1 } }; n",
        "mean(months.values.collect { x -> absolute(x - median(months.values)) })",
        "mean(months.values.collect { it > 2 ? 1.0 : 0.0 })",
        "def l = []; for (x in months.values) { l = l + x }; l.size()",
        "double score = 0; score += months.last; score",
        "limit(months.last / median(months.before(1).values), 0, 2)",
        "('from ' + months.value(0) + ' to ' + months.last).length()",
      })
  void whatRatesCanBeAskedForIsAdmitted(String text) {
    assertThat(answer(text, Sums.NEITHER)).isInstanceOf(Answer.Value.class);
  }

  @Test
  void levelsAndPeopleAreAveragedAndNotAddedUp() {
    assertThat(answer("mean(months.values)", Sums.MEAN))
        .isEqualTo(new Answer.Value(2, Double.NaN, Double.NaN));
    Finding finding = refused("total(months.latest(2).values)", Sums.MEAN);
    assertThat(finding.message())
        .isEqualTo("the values of 'months' are levels or people, which do not add up");
    assertThat(finding.advice()).isEqualTo("write months.last, or mean(months.values)");
  }

  private Finding refused(String text, Sums sums) {
    Answer answer = answer(text, sums);
    assertThat(answer).as(text).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).findings().get(0);
  }

  @Test
  void anEstimateHasAnIntervalThatIsOne() {
    assertThat(answer("estimate(2, 1, 3)")).isEqualTo(new Answer.Value(2, 1, 3));
    assertThat(answer("estimate(1, 2, 0)"))
        .isEqualTo(new Answer.Failed("its interval ends before it begins"));
    assertThat(answer("estimate(1, 0, power(10, 400))")).isInstanceOf(Answer.NoNumber.class);
  }

  @Test
  void saysWhyThereIsNone() {
    assertThat(answer("months.known < 24 ? notComputable('Two years are needed.') : 1", 1, 2))
        .isEqualTo(new Answer.NoValue("Two years are needed."));
    assertThat(answer("tooFew(months, 24)", 1, 2)).isEqualTo(new Answer.TooFew(2, 24));
    assertThat(answer("notComputable(null)")).isEqualTo(new Answer.NoValue(""));
    assertThat(answer("'text'")).isInstanceOf(Answer.Failed.class);
    assertThat(answer("months.value(99)"))
        .isEqualTo(new Answer.Failed("it asks for an element that is not there in line 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "def n = 0; def m = 5 % n; m | it divides by zero",
        "1 / (months.size - 3) | it divides by zero",
        "months.last * 0 + 60000 * 60000 | its whole numbers grow too large (write one of them with a point, like 60000.0)",
        "2147483647 + 1 | its whole numbers grow too large (write one of them with a point, like 60000.0)",
        "def s = 0; for (i in 0..100000) { s += i }; s | its whole numbers grow too large (write one of them with a point, like 60000.0)",
        "def s = 2147483647; s++; s | its whole numbers grow too large (write one of them with a point, like 60000.0)",
        "def l = [2147483647, 1]; l[0] + l[1] | its whole numbers grow too large (write one of them with a point, like 60000.0)",
        "def n = -2147483648; def m = 0 - n; m | its whole numbers grow too large (write one of them with a point, like 60000.0)",
        "limit(months.last, 5, 1) | A limit from 5.0 to 1.0; the lower end stands first",
        "def l = [1, 2]; l.get(7) | it asks for an element that is not there",
        "def l = [1.0]; for (x in l) { l.add(2.0) }; 1 | it changes a list while it goes through it",
        "def l = []; l.add('x'); mean(l) | it takes one kind of value for another",
        "def m = [a: 1]; m.get('b') + 1 | it uses a value that is missing (null)",
        "def l = months.values; l.set(0, months.last); 1 | it changes a list that cannot be changed",
      })
  void saysWhatWentWrongAndWhere(String text, String what) {
    assertThat(answer("def first = 1\n" + text, 1, 2, 3))
        .isEqualTo(new Answer.Failed(what + " in line 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Math.abs(months.last) | unknown name 'Math'; its functions are words: absolute(x), power(x, y), squareRoot(x), round(x, 2)",
        "sum(months.values) | unknown word 'sum'; write total(list)",
        "months.values.sum() | 'sum' is no method of a computation; write total(list)",
        "month.last | unknown name 'month'; there are months; declare others with def",
        "months.first | 'first' is no property of a computation; there are Estimate.error, Estimate.high, Estimate.low, Estimate.value, Series.known, Series.last, Series.missing, Series.size, Series.values",
        "months?.last | '?.' is no operator of a computation; write a point alone, like months.last; what is missing gives no value anyway",
        "total(months*.last) | '*.' is no operator of a computation; write list.collect { x -> … }; the numbers of a series are its .values",
        "mean(months) | 'mean' is given a series; write mean(list): arithmetic mean; the numbers of a series are its .values",
        "limit(1, 2) | 'limit' is given a whole number and a whole number; write limit(number, number, number): a value, but at least low and at most high",
        "months[0] | a series has no elements in brackets; write its .value(0), .last or .values[0]",
        "def s = 0; for (i in 0<..3) { s = s + i }; s | '<..' is no operator of a computation; write 1..3, or 1..<4",
        "def s = 0; for (i in 0<..<3) { s = s + i }; s | '<..<' is no operator of a computation; write 1..3, or 1..<4",
        "months.values[0..1] | the brackets after a list hold a range, which is no number of an element; write list[0] or list[-1]; several are list.take(2), list.drop(1); a series has .values, and a map has map.get('a')",
        "def y; y + 1 | '+' between something unknown and a whole number; both sides have to be numbers; a name without a value is none: def sum = 0; of a list that begins empty nobody knows what is in it: begin it with a number, like [0.0], or write collect { x -> … }",
        "def l = []; l.add(1.5); l[0] / 2 | '/' between something unknown and a whole number; both sides have to be numbers; a name without a value is none: def sum = 0; of a list that begins empty nobody knows what is in it: begin it with a number, like [0.0], or write collect { x -> … }",
        "def m = [a: [1.0]]; m.add([2.0]) | 'add' is given a list; write list.add(value): adds one at the end",
        "months.values.take() | 'take' is given nothing; write list.take(whole number): the first n",
        "months.size() | 'size' of a series has no brackets; write .size: number of points",
        "'a' + months.values | '+' between a text and a list; a text is joined with texts and with numbers",
        "months.values + 'a' | '+' between a list and a text; a list is joined with a list, or with one more of what is in it",
        "[1].take('a') | 'take' is given a text; write list.take(whole number): the first n",
        "'a' - 1 | '-' of texts is no part of a computation; there are + - * / of numbers, and + of texts and of lists",
        "def m = [a: 1]; m['a'] | the brackets after a map hold a text, which is no number of an element; write list[0] or list[-1]; several are list.take(2), list.drop(1); a series has .values, and a map has map.get('a')",
        "months.values.any(3) | 'any' is given a whole number; write list.any({ x -> … }): whether the condition holds for one",
        "-'a' | '-' of a text, which is no number; write a number after it",
        "def l = [1, 2]; l.add(3.5) | 'add' puts a number with decimals among whole ones; write those with a point, like [1.0, 2.0] or [a: 1.0]",
        "def m = [a: 1]; m.put('b', months.last) | 'put' puts a number with decimals among whole ones; write those with a point, like [1.0, 2.0] or [a: 1.0]",
        "if (months.last > 'a') { 1 } | '<' between a number and a text; both sides have to be numbers; a name without a value is none: def sum = 0",
        "try { 1 } finally { 2 } | 'try' is no word of a computation; leave it out: what fails is not computable, and says why",
      })
  void saysWhatToWriteInstead(String text, String problem) {
    Finding first = ((Answer.Refused) answer(text, 1, 2, 3)).findings().get(0);

    assertThat(first.message() + "; " + first.advice()).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'ls'.execute()",
        "['ls'].execute()",
        "months.getClass()",
        "months.class",
        "months.values.foo",
        "months.points",
        "months.metaClass",
        "println(1)",
        "sleep(1)",
        "System.exit(1)",
        "java.lang.System.exit(1)",
        "new File('x')",
        "this",
        "owner",
        "delegate",
        "evaluate('1')",
        "months.with { 1 }",
        "months.values.getAt('class')",
        "def f = { 1 }; f()",
        "def f = { 1 }; f.call()",
        "{ -> 1 }.call()",
        "[1, 2]*.toString()",
        "months.values.stream()",
        "months.values.iterator()",
        "1.execute()",
        "def x = 1 as File",
        "(File) 'x'",
        "File x = ['a']",
        "def (a, b) = [1, 2]",
        "'a'.toURL()",
        "months.&last",
        "months.@last",
        "months['last']",
        "[1].sum()",
        "2 ** 3",
        "\"a${1}\"",
        "unknown",
        "words",
        "Words",
        "compute(months)",
        "forecast",
        "SeasonalForecast.next(months, 0.5)",
        "throw null",
        "try { 1 } finally { 2 }",
        "switch (1) { case 1: 2 }",
        "assert true",
        "def f(x) { x }",
        "class A { }",
        "@Deprecated def x = 1",
        "import java.io.File",
        "label: 1",
        "months.size = 3",
        "months.values = []",
        "int[] a = [1]",
        "List<File> a = []",
        "1G",
        "0x10",
        "1e5",
        "'a' =~ 'b'",
        "'a' in ['a']",
        "1 <=> 2",
        "months?.last",
        "months.values?.size()",
        "for (int i = 0; i < 3; i++) { }",
        "do { } while (true)",
        "months.toString()",
        "months.values.toString()",
        "months.values.hashCode()",
        "'a'.multiply(3)",
        "'a' * 3",
        "'a' + months",
        "'a' + [1]",
        "'a' + { x -> 1 }",
        "1 + { x -> 1 } + 'a'",
        "[1] * 3",
        "months.values.each { println(it) }",
        "notComputable('a').why",
        "-'a'",
        "[1] + { x -> 1 }",
        "def l = [1]; l[0] = 2",
        "def l = [1]; l[0] += 2",
        "def m = [a: 1]; m['a']",
        "def m = [a: 1]; m['a'] = 2",
        "def m = [a: 1]; for (i in 0..1) { if (i == 1) { return m['class'] }; m = months }",
        "def m = [a: 1]; for (i in 0..1) { m['metaClass'] = 1; m = months }",
        "months.values.plus({ x -> 1 })",
        "def s = 'a'; s++",
      })
  void isRefusedWithItsPlace(String text) {
    Answer answer = answer(text, 1, 2, 3);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    for (Finding finding : ((Answer.Refused) answer).findings()) {
      assertThat(finding.line()).isEqualTo(1);
      assertThat(finding.column()).isPositive();
      assertThat(finding.message()).isNotBlank();
    }
  }

  @Test
  void forecastsTheMonthAfterThoseOfBoxAndJenkins() {
    Answer answer = answer("forecast(months, 0.8)", BoxJenkins.AIRLINE_PASSENGERS);
    assertThat(answer).isInstanceOf(Answer.Value.class);
    Answer.Value value = (Answer.Value) answer;
    // The airline model of log passengers: 450.4, published many times over.
    assertThat(value.value()).isBetween(448.0, 452.0);
    assertThat(value.low()).isBetween(425.0, 433.0);
    assertThat(value.high()).isBetween(468.0, 475.0);
  }

  @Test
  void forecastsWhatDoesNotChangeAndNothingFromTooLittle() {
    double[] even = new double[30];
    java.util.Arrays.fill(even, 7);
    assertThat(answer("forecast(months, 0.8)", even)).isEqualTo(new Answer.Value(7, 7, 7));
    assertThat(answer("forecast(months, 0.8)", 1, 2, 3))
        .isEqualTo(
            new Answer.NoNumber(
                "the forecast of a series with less than two years of values in line 1"));
    assertThat(answer("forecast(months, 80)", even)).isInstanceOf(Answer.Failed.class);
  }
}

package io.retainer.kpi;

import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.rows.RowFacts;
import io.retainer.kpi.script.Draft;
import io.retainer.kpi.script.Expected;
import io.retainer.kpi.script.ShownNumber;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.ClientParameters;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs the examples of a definition. */
final class Examples {

  /** With fewer decimals an expected number is exact, with this many or more it may be rounded. */
  private static final int DECIMALS_OF_A_ROUNDED_NUMBER = 6;

  /** An example has no more rows than that, so no more groups. */
  private static final int MOST_GROUPS = 500;

  private static final Client ANYBODY =
      new Client(
          new ClientId("example"),
          "Example",
          ZoneOffset.UTC,
          Locale.ENGLISH,
          Currency.getInstance("EUR"));

  private Examples() {}

  /**
   * @param defined the definition with an example's values of its parameters; without it, the
   *     example is not run
   */
  static List<KpiScriptCheck.Example> run(
      List<Draft.Example> examples, Function<Draft.Example, Optional<Defined>> defined) {
    return examples.stream()
        .flatMap(example -> defined.apply(example).map(with -> run(with, example)).stream())
        .toList();
  }

  private static KpiScriptCheck.Example run(Defined defined, Draft.Example example) {
    KpiId id = defined.definition().descriptor().id();
    RowFacts facts = RowFacts.of(example.rows(), example.firstDay());
    DateSpan span = DateSpan.ofDays(example.firstDay(), example.lastDay());
    KpiValue value =
        example
            .group()
            .map(group -> ofGroup(defined, facts, span, group))
            .orElseGet(
                () ->
                    new KpiEngine(values -> Map.of(id, defined), facts, ClientParameters.NONE)
                        .trend(ANYBODY, List.of(id), List.of(span))
                        .get(0)
                        .get(0));
    Optional<BigDecimal> number = example.expect().number();
    boolean passed =
        !isFailure(value)
            && example.expect().admits(value.status())
            && (number.isEmpty() || isAsExpected(defined, value.value().get(), number.get()));
    return new KpiScriptCheck.Example(
        example.title(),
        example.at().line(),
        example.at().column(),
        passed,
        example.expect().text(),
        was(value),
        example.mistakes());
  }

  private static KpiValue ofGroup(
      Defined defined, RowFacts facts, DateSpan span, Draft.Example.Group group) {
    return new Groups(facts, ANYBODY, span, group.dimension())
        .largest(List.of(defined), MOST_GROUPS).groups().stream()
            .filter(one -> one.name().equals(group.value()))
            .findFirst()
            .map(one -> one.values().get(0))
            .orElseGet(
                () ->
                    KpiValue.noData(
                        new Reason(Reason.Code.NOT_IN_PERIOD, List.of(), "No such group.")));
  }

  private static boolean isAsExpected(Defined defined, BigDecimal was, BigDecimal expected) {
    if (was.compareTo(expected) == 0) {
      return true;
    }
    return (isFitted(defined) || expected.scale() >= DECIMALS_OF_A_ROUNDED_NUMBER)
        && was.setScale(expected.scale(), RoundingMode.HALF_UP).compareTo(expected) == 0;
  }

  /** The search for a model's parameters ends near the best ones, not at them. */
  private static boolean isFitted(Defined defined) {
    Way way = defined.ways().get(0);
    return !way.models().isEmpty()
        || way.formula() instanceof Formula.Table table && table.block() instanceof Block.Expected;
  }

  /** A statement or a worker that was ended has not found that there is no value. */
  static boolean isFailure(KpiValue value) {
    return value.status() == KpiValue.Status.NOT_COMPUTABLE
        && value
            .reason()
            .filter(
                reason ->
                    reason.code() == Reason.Code.FAILED
                        || reason.code() == Reason.Code.COMPUTATION_FAILED)
            .isPresent();
  }

  /** A number that is not sure says so, and why. */
  static String was(KpiValue value) {
    Optional<String> number = value.value().map(ShownNumber::of);
    String reason = value.reason().map(r -> " (" + r.english() + ")").orElse("");
    String word = isFailure(value) ? "nothing" : Expected.word(value.status());
    return number
            .map(digits -> value.reason().isEmpty() ? digits : word + "(" + digits + ")")
            .orElse(word)
        + reason;
  }
}

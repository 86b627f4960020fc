package io.retainer.kpi;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Input;
import io.retainer.kpi.compute.Losses;
import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Place;
import io.retainer.kpi.script.Problems;
import io.retainer.kpi.script.ShownNumber;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiValue;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Tries a computation out in a worker: whether its text is admitted, and its examples hold. */
record Trial(Computation computation, ComputationDraft draft) {

  /** The last point of an example's series lies in it. */
  private static final DateSpan DECEMBER =
      new DateSpan(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1));

  private static final Reason LESS =
      new Reason(Reason.Code.FAILED, List.of(), "A value of a series is suppressed or partial.");

  /** What became of the examples; empty when the text is refused, and the problems say why. */
  List<KpiScriptCheck.Example> run(Problems problems) {
    if (computation.check() instanceof Answer.Refused refused) {
      refused
          .findings()
          .forEach(
              one ->
                  problems.add(
                      new Place(Math.max(1, one.line()), Math.max(1, one.column())),
                      one.message(),
                      one.advice()));
      return List.of();
    }
    return draft.examples().stream().map(this::run).toList();
  }

  private KpiScriptCheck.Example run(ComputationDraft.Example example) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < draft.series().size(); i++) {
      ComputationDraft.Series series = draft.series().get(i);
      List<Optional<BigDecimal>> given = example.values().getOrDefault(series.name(), List.of());
      List<Optional<BigDecimal>> values =
          new ArrayList<>(Collections.nCopies(series.points() - given.size(), Optional.empty()));
      values.addAll(given);
      DateSpan first = Buckets.upToLastIn(DECEMBER, series.grain(), series.points()).get(0);
      inputs.add(ComputedSeries.points(series, computation.sums().get(i), first.start(), values));
    }
    KpiValue value =
        computation.value(
            inputs,
            "EUR",
            new Computation.Sureness(
                example.isUnsure() ? Optional.of(LESS) : Optional.empty(), example.isOfEstimates()),
            Losses.ofATrial());
    return new KpiScriptCheck.Example(
        example.title(),
        example.at().line(),
        example.at().column(),
        holds(example, value),
        expected(example),
        was(value),
        example.mistakes());
  }

  private static boolean holds(ComputationDraft.Example example, KpiValue value) {
    return !Examples.isFailure(value)
        && example.expect().admits(value.status())
        && isAbout(value.value(), example.expect().number())
        && isAbout(end(value, 0), example.low())
        && isAbout(end(value, 1), example.high());
  }

  /** To as many decimals as the example has. */
  private static boolean isAbout(Optional<BigDecimal> was, Optional<BigDecimal> expected) {
    return expected.isEmpty()
        || was.isPresent()
            && was.get()
                    .setScale(expected.get().scale(), RoundingMode.HALF_UP)
                    .compareTo(expected.get())
                == 0;
  }

  private static Optional<BigDecimal> end(KpiValue value, int index) {
    return value
        .reason()
        .filter(reason -> value.status() == KpiValue.Status.ESTIMATED)
        .filter(reason -> reason.arguments().size() > index)
        .map(reason -> new BigDecimal(reason.arguments().get(index)));
  }

  private static String expected(ComputationDraft.Example example) {
    return example.expect().text()
        + example.low().map(low -> ", low " + ShownNumber.of(low)).orElse("")
        + example.high().map(high -> ", high " + ShownNumber.of(high)).orElse("");
  }

  private static String was(KpiValue value) {
    return Examples.was(value)
        + end(value, 0).map(low -> ", low " + ShownNumber.of(low)).orElse("")
        + end(value, 1).map(high -> ", high " + ShownNumber.of(high)).orElse("");
  }
}

package io.retainer.kpi;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Sums;
import io.retainer.kpi.compute.Losses;
import io.retainer.kpi.compute.Workers;
import io.retainer.kpi.script.ComputationDraft.Series;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A KPI that a worker computes from the series of others.
 *
 * @param sums what the values of each series may be put together by
 * @param isOfProgram whether it came with the program, and was tested with it
 */
record Computation(
    KpiDescriptor descriptor,
    List<Series> series,
    List<Sums> sums,
    Question.Source source,
    boolean isOfProgram,
    Workers workers) {

  private static final int LONGEST_REASON = 200;
  private static final MathContext MEANINGFUL = new MathContext(13);

  /**
   * How sure the points are.
   *
   * @param less why a point is not sure, if one is not
   * @param isOfEstimates whether one of them is an estimate
   */
  record Sureness(Optional<Reason> less, boolean isOfEstimates) {}

  /** What a worker says to these series. */
  private Answer ask(List<Input> inputs, Losses losses) {
    return workers.ask(
        new Question(false, source, inputs), descriptor.id().value(), isOfProgram, losses);
  }

  /** Whether it is known to end: tested with the program, or by what it has computed before. */
  boolean isKnownToEnd() {
    return isOfProgram || workers.hasAnswered(source);
  }

  /** What a worker says to the text alone. */
  Answer check() {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      inputs.add(Input.named(series.get(i).name(), sums.get(i), series.get(i).points()));
    }
    return workers.ask(new Question(true, source, inputs));
  }

  /**
   * The value.
   *
   * @param currency of money
   * @param losses of the request that it is computed for
   */
  KpiValue value(List<Input> inputs, String currency, Sureness points, Losses losses) {
    Optional<String> money =
        descriptor.unit() == KpiUnit.MONEY ? Optional.of(currency) : Optional.empty();
    Answer answer = ask(inputs, losses);
    if (answer instanceof Answer.Value value) {
      return value(value, money, points);
    } else if (answer instanceof Answer.TooFew few) {
      return KpiValue.notComputable(tooFew(few.known(), few.needed()));
    } else if (answer instanceof Answer.NoValue no) {
      return KpiValue.notComputable(noValue(no.why()));
    } else if (answer instanceof Answer.NoNumber no) {
      return KpiValue.notComputable(noNumber(no.how()));
    } else if (answer instanceof Answer.Refused refused) {
      return KpiValue.notComputable(failed(refused.findings().get(0).message()));
    }
    return KpiValue.notComputable(
        failed(answer instanceof Answer.Failed failed ? failed.message() : "there is no answer"));
  }

  private KpiValue value(Answer.Value value, Optional<String> money, Sureness points) {
    boolean hasInterval = Double.isFinite(value.low()) && Double.isFinite(value.high());
    Optional<Reason> reason =
        hasInterval
            ? Optional.of(estimate(value, money))
            : points
                .less()
                .or(
                    () ->
                        points.isOfEstimates()
                            ? Optional.of(Reasons.estimate())
                            : Optional.empty());
    Status status = points.less().isPresent() ? Status.PARTIAL : Status.KNOWN;
    return new KpiValue(
        hasInterval || points.isOfEstimates() ? Status.ESTIMATED : status,
        Optional.of(exact(value.value())),
        Optional.empty(),
        Optional.empty(),
        money,
        reason);
  }

  private Reason estimate(Answer.Value value, Optional<String> money) {
    String low = exact(value.low()).toPlainString();
    String high = exact(value.high()).toPlainString();
    List<String> arguments = new ArrayList<>(List.of(low, high, descriptor.unit().word()));
    money.ifPresent(arguments::add);
    return new Reason(
        Reason.Code.ESTIMATE,
        arguments,
        "An estimate; it probably lies between " + low + " and " + high + ".");
  }

  /** Without the last digits of a binary number, which mean nothing. */
  private static BigDecimal exact(double number) {
    return BigDecimal.valueOf(number).round(MEANINGFUL);
  }

  static Reason tooFew(int known, int needed) {
    return new Reason(
        Reason.Code.TOO_FEW_VALUES,
        List.of(String.valueOf(known), String.valueOf(needed)),
        "The computation has " + known + " values to go by and needs " + needed + ".");
  }

  private static Reason noValue(String why) {
    String words = shown(why).replaceAll("\\.+$", "");
    return words.isEmpty()
        ? noNumber("it says so, and not why: write notComputable('why')")
        : new Reason(Reason.Code.NOT_COMPUTED, List.of(words), words + ".");
  }

  /**
   * Who reads a report learns that there is no number; who wrote the computation, what it is of.
   */
  private static Reason noNumber(String how) {
    return new Reason(
        Reason.Code.NOT_COMPUTED,
        List.of(),
        "The computation gives no number for these values: " + shown(how) + ".");
  }

  private static Reason failed(String said) {
    String why = shown(said);
    return new Reason(
        Reason.Code.COMPUTATION_FAILED, List.of(why), "The computation failed: " + why + ".");
  }

  /** Whatever a worker says is one short line. */
  private static String shown(String text) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
  }
}

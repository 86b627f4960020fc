package io.retainer.compute.worker;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers questions; remembers the latest texts it compiled. For one thread. */
final class Computations {

  private static final int MOST_REMEMBERED = 50;

  private static final String NOTHING =
      "its last line gives nothing (null); it has to be the value, an estimate(…), or"
          + " notComputable('why')";

  private static final String NO_NUMBER =
      "made of a value that is missing, such as .last of a series whose latest point has none, or it"
          + " is too large to be a number";

  private final Map<List<Object>, Compiled> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Compiled> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Answer answer(Question question) {
    try {
      Compiled compiled = compiled(question);
      Undefined.forget();
      return question.isCheckOnly()
          ? new Answer.Good()
          : of(compiled.run(question.inputs().stream().map(Series::of).toList()));
    } catch (Compilation.Refused refused) {
      return new Answer.Refused(refused.findings);
    } catch (InvocationTargetException e) {
      return failed(e.getCause());
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      return failed(e);
    }
  }

  private Compiled compiled(Question question) throws Compilation.Refused {
    List<Input> named =
        question.inputs().stream().map(i -> Input.named(i.name(), i.sums(), 0)).toList();
    List<Object> key = List.of(question.text(), named);
    Compiled known = remembered.get(key);
    if (known == null || question.isCheckOnly()) {
      // How many points a series has is told when a text is checked; an example may have fewer.
      known = Compilation.of(question.text(), question.isCheckOnly() ? question.inputs() : named);
      remembered.put(key, known);
    }
    return known;
  }

  private static Answer of(Object result) {
    if (result instanceof Estimate estimate) {
      return of(estimate);
    } else if (result instanceof Number number) {
      return value(number.doubleValue(), Double.NaN, Double.NaN);
    } else if (result instanceof Nothing nothing) {
      return nothing.needed > 0
          ? new Answer.TooFew(nothing.known, nothing.needed)
          : new Answer.NoValue(nothing.why);
    } else if (result == null) {
      return new Answer.NoNumber(Undefined.first(NOTHING));
    }
    return new Answer.Failed(
        "it gives no number; its last line is the value, an estimate(…), or notComputable('why')");
  }

  private static Answer of(Estimate estimate) {
    if (estimate.low > estimate.high) {
      return new Answer.Failed("its interval ends before it begins");
    }
    // Without both ends it would pass for a value that is known.
    return Double.isFinite(estimate.low) && Double.isFinite(estimate.high)
        ? value(estimate.value, estimate.low, estimate.high)
        : new Answer.NoNumber("an end of its interval is " + Undefined.first(NO_NUMBER));
  }

  private static Answer value(double value, double low, double high) {
    return Double.isFinite(value)
        ? new Answer.Value(value, low, high)
        : new Answer.NoNumber(Undefined.first(NO_NUMBER));
  }

  private static Answer failed(Throwable error) {
    return new Answer.Failed(Mishap.words(error));
  }
}

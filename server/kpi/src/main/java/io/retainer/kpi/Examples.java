package io.retainer.kpi;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.kpi.script.Draft;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
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

  private static final Client ANYBODY =
      new Client(
          new ClientId("example"),
          "Example",
          ZoneOffset.UTC,
          Locale.ENGLISH,
          Currency.getInstance("EUR"));

  private Examples() {}

  /**
   * @param defined the definition with values of its parameters
   */
  static List<KpiScriptCheck.Example> run(
      List<Draft.Example> examples, Function<Map<String, String>, Defined> defined) {
    return examples.stream()
        .map(example -> run(defined.apply(example.parameters()), example))
        .toList();
  }

  private static KpiScriptCheck.Example run(Defined defined, Draft.Example example) {
    KpiId id = defined.definition().descriptor().id();
    RowFacts facts = RowFacts.of(example.rows(), example.firstDay());
    DateSpan span = DateSpan.ofDays(example.firstDay(), example.lastDay());
    KpiValue value =
        new KpiEngine(values -> Map.of(id, defined), facts, ClientParameters.NONE)
            .trend(ANYBODY, List.of(id), List.of(span))
            .get(0)
            .get(0);
    boolean passed =
        example.number().isPresent()
            ? value.value().isPresent() && isAsExpected(value.value().get(), example.number().get())
            : word(value.status()).equals(example.expect());
    return new KpiScriptCheck.Example(
        example.title(), example.at().line(), passed, example.expect(), was(value));
  }

  private static boolean isAsExpected(BigDecimal was, BigDecimal expected) {
    if (was.compareTo(expected) == 0) {
      return true;
    }
    return expected.scale() >= DECIMALS_OF_A_ROUNDED_NUMBER
        && was.setScale(expected.scale(), RoundingMode.HALF_UP).compareTo(expected) == 0;
  }

  static String was(KpiValue value) {
    Optional<String> number = value.value().map(BigDecimal::toPlainString);
    String reason = value.reason().map(r -> " (" + r.english() + ")").orElse("");
    return number.orElseGet(() -> word(value.status()) + reason);
  }

  static String word(KpiValue.Status status) {
    return switch (status) {
      case NO_DATA -> "noData";
      case NOT_COMPUTABLE -> "notComputable";
      case KNOWN, PARTIAL, ESTIMATED, SUPPRESSED -> status.word();
    };
  }
}

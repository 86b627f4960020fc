package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.RowValue;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.spi.Datasets;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every status meets every other one under each operator, and the guide prints the result. */
class StatusAlgebraTest {

  private static final Path GUIDE = Path.of("..", "..", "kpi-scripts", "README.md");

  /** What the facts say of an operand, and what it is alone. */
  private enum Operand {
    KNOWN("known"),
    PARTIAL("partial"),
    LACKING("partial"),
    ESTIMATED("estimated"),
    SUPPRESSED("suppressed"),
    NOT_COMPUTABLE("not-computable"),
    NO_DATA("no-data"),
    ZERO("known"),
    PARTIAL_ZERO("partial");

    private final String alone;

    Operand(String alone) {
      this.alone = alone;
    }

    /** Operands stand in the guide by their status; zero matters in a division only. */
    static List<Operand> ofGuide() {
      return List.of(KNOWN, PARTIAL, ESTIMATED, SUPPRESSED, NOT_COMPUTABLE, NO_DATA);
    }

    private boolean isZero() {
      return this == ZERO || this == PARTIAL_ZERO;
    }
  }

  private final Map<RowSet, Map<Aggregation, BigDecimal>> facts = new HashMap<>();

  /** Rows of its own for each operand, so that what is said of one says nothing of the other. */
  private Formula operand(String side, Operand operand) {
    boolean isEstimate = operand == Operand.ESTIMATED;
    RowSet rows =
        new RowSet(
            isEstimate ? Datasets.RANKINGS : Datasets.WEB_TRAFFIC,
            Optional.of(new Condition.Missing(side)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    RowValue sessions = new RowValue.ColumnValue(isEstimate ? "estimated_traffic" : "sessions");
    Aggregation aggregation =
        operand == Operand.NOT_COMPUTABLE
            ? new Aggregation.Statistic(Aggregation.Function.MAX, sessions, Optional.empty())
            : new Aggregation.Sum(sessions, Optional.empty());
    Map<Aggregation, BigDecimal> said = new HashMap<>();
    said.put(Numbers.ROWS, BigDecimal.TEN);
    switch (operand) {
      case KNOWN, PARTIAL, LACKING, ESTIMATED -> said.put(aggregation, BigDecimal.valueOf(6));
      case ZERO, PARTIAL_ZERO -> said.put(aggregation, BigDecimal.ZERO);
      default -> {}
    }
    Shortfall.beside(rows, aggregation)
        .forEach(
            (count, shortfall) -> {
              if (shortfall.why() == lacks(operand)) {
                said.put(count, BigDecimal.ONE);
              }
            });
    facts.put(rows, said);
    return new Formula.Aggregate(rows, aggregation);
  }

  private static Shortfall.Why lacks(Operand operand) {
    return switch (operand) {
      case PARTIAL, PARTIAL_ZERO, SUPPRESSED -> Shortfall.Why.KEPT_BACK;
      case LACKING -> Shortfall.Why.MISSING;
      default -> null;
    };
  }

  private String status(Formula formula) {
    KpiDescriptor kpi =
        new KpiDescriptor(
            new KpiId("a.b"),
            "1",
            KpiKind.FLOW,
            KpiUnit.COUNT,
            Direction.NEUTRAL,
            Map.of("en", "A"),
            Map.of(),
            "web_traffic",
            "",
            List.of(),
            30);
    Coverage full =
        new Coverage(Coverage.Extent.FULL, List.of(), List.of(), Set.of(), true, Optional.empty());
    KpiValue value =
        Calculation.value(new Way(kpi, formula, Map.of()), new Numbers(facts, facts, full), "EUR");
    return value.status().word();
  }

  private String status(RowValue.Operator operator, Operand left, Operand right) {
    return status(new Formula.Combined(operator, operand("left", left), operand("right", right)));
  }

  @ParameterizedTest
  @EnumSource(Operand.class)
  void anOperandAloneIsWhatItIs(Operand operand) {
    assertThat(status(operand("left", operand))).isEqualTo(operand.alone);
  }

  @ParameterizedTest
  @EnumSource(RowValue.Operator.class)
  void ofTwoTheOneOfWhichLessIsKnownDecides(RowValue.Operator operator) {
    List<String> order =
        List.of("no-data", "suppressed", "not-computable", "estimated", "partial", "known");
    for (Operand left : Operand.values()) {
      for (Operand right : Operand.values()) {
        if (operator != RowValue.Operator.DIVIDED_BY || !right.isZero()) {
          int worse = Math.min(order.indexOf(left.alone), order.indexOf(right.alone));
          assertThat(status(operator, left, right))
              .as("%s %s %s", left, operator, right)
              .isEqualTo(order.get(worse));
        }
      }
    }
  }

  @Test
  void aDivisionByZeroIsNotComputableUnlessLessIsKnown() {
    Map<Operand, String> byZero =
        Map.of(
            Operand.KNOWN, "not-computable",
            Operand.ZERO, "not-computable",
            Operand.PARTIAL, "not-computable",
            Operand.PARTIAL_ZERO, "not-computable",
            Operand.ESTIMATED, "not-computable",
            Operand.SUPPRESSED, "suppressed",
            Operand.NOT_COMPUTABLE, "not-computable",
            Operand.NO_DATA, "no-data");
    byZero.forEach(
        (left, expected) ->
            assertThat(status(RowValue.Operator.DIVIDED_BY, left, Operand.ZERO))
                .as("%s by zero", left)
                .isEqualTo(expected));
  }

  @Test
  void aDenominatorOfWhichValuesAreKeptBackIsNotKnownToBeZero() {
    for (Operand left : List.of(Operand.KNOWN, Operand.ZERO, Operand.PARTIAL, Operand.ESTIMATED)) {
      assertThat(status(RowValue.Operator.DIVIDED_BY, left, Operand.PARTIAL_ZERO))
          .as("%s by a zero that is partial", left)
          .isEqualTo("suppressed");
    }
  }

  @Test
  void theGuidePrintsWhatTheArithmeticDoes() throws IOException {
    List<Operand> operands = Operand.ofGuide();
    StringBuilder table = new StringBuilder("| |");
    operands.forEach(right -> table.append(' ').append(words(right.alone)).append(" |"));
    table.append("\n|---|").append("---|".repeat(operands.size())).append('\n');
    for (Operand left : operands) {
      String row =
          operands.stream()
              .map(right -> words(status(RowValue.Operator.PLUS, left, right)))
              .collect(Collectors.joining(" | ", "| **" + words(left.alone) + "** | ", " |\n"));
      table.append(row);
    }
    assertThat(Files.readString(GUIDE)).contains(table.toString());
    assertThat(Arrays.stream(KpiValue.Status.values()).map(KpiValue.Status::word))
        .allSatisfy(word -> assertThat(Files.readString(GUIDE)).contains("*" + words(word) + "*"));
  }

  private static String words(String status) {
    return status.replace('-', ' ');
  }
}

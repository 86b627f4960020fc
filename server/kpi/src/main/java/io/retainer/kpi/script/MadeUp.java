package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Values in the place of missing ones that nobody measured: an answer of those who gave none, the
 * time that something took which is not over, an amount that is neither known nor none.
 *
 * @param isCompared whether it only decides which rows count
 */
record MadeUp(Fields fields, boolean isCompared) {

  Optional<RowArithmetic.Refusal> refusal(RowValueReader.Typed value, RowValue otherwise) {
    Optional<String> mark = column(value.value(), Additivity.MARK);
    if (mark.isPresent() && !fields.areOfKeys()) {
      return Optional.of(
          new RowArithmetic.Refusal(
              "gives an answer to those who gave none",
              isCompared
                  ? "leave ifMissing out: no comparison holds for a missing answer, and %s == null is who gave none"
                      .formatted(mark.get())
                  : "leave ifMissing out: avg(%1$s) is the mean of the answers there are, and count().where(%1$s == null) how many are missing"
                      .formatted(mark.get())));
    }
    if (!(otherwise instanceof RowValue.Constant constant)) {
      return Optional.of(ofAnother(value.value()));
    }
    if (isCompared) {
      return Optional.empty();
    }
    if (hasTime(value.value())) {
      return Optional.of(
          new RowArithmetic.Refusal(
              "makes up how long it took where there is no end, or no beginning",
              "leave ifMissing out: means and medians are over what has both"));
    }
    Optional<String> amount =
        column(value.value(), Additivity.ADDITIVE)
            .or(() -> column(value.value(), Additivity.DISTINCT));
    return amount.isPresent() && !isUsual(constant.value(), value.dimension())
        ? Optional.of(
            new RowArithmetic.Refusal(
                "makes up " + ShownNumber.of(constant.value()) + " where nothing is known",
                "an empty cell that means none is 0, like ifMissing(%s, 0); what is not known is left out, and the value says how many rows lack it"
                    .formatted(amount.get())))
        : Optional.empty();
  }

  private static RowArithmetic.Refusal ofAnother(RowValue value) {
    return new RowArithmetic.Refusal(
        "puts another number of the row where nothing is known",
        "an empty cell that means none is 0, like ifMissing(%s, 0); what is not known is left out, and the value says how many rows lack it"
            .formatted(NamedColumns.of(value).stream().sorted().findFirst().orElse("margin")));
  }

  /** None, or one of something: a line without a number of pieces is one piece. */
  private static boolean isUsual(BigDecimal value, Dimension dimension) {
    boolean isOne = value.compareTo(BigDecimal.ONE) == 0 && dimension.equals(Dimension.NONE);
    return value.signum() == 0 || isOne || dimension.equals(Dimension.POSITION);
  }

  private Optional<String> column(RowValue value, Additivity additivity) {
    return NamedColumns.of(value).stream()
        .filter(name -> fields.additivity(name).filter(additivity::equals).isPresent())
        .findFirst();
  }

  private static boolean hasTime(RowValue value) {
    if (value instanceof RowValue.Arithmetic arithmetic) {
      return hasTime(arithmetic.left()) || hasTime(arithmetic.right());
    }
    return value instanceof RowValue.Elapsed
        || value instanceof RowValue.IfMissing ifMissing && hasTime(ifMissing.value());
  }
}

package io.retainer.kpi;

import io.retainer.kpi.table.TableResult;
import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** What a value rests on: whether there can be one at all, and how sure it is. */
final class Grounds {

  private Grounds() {}

  /**
   * What stands in the place of a value that cannot be computed from what is there.
   *
   * @param ofClient the currency of amounts that state none
   */
  static Optional<KpiValue> without(Way way, Coverage coverage, String ofClient) {
    if (coverage.extent() == Extent.NONE) {
      return Optional.of(withoutCoverage(coverage));
    }
    if (way.illegal().isPresent()) {
      return way.illegal().map(KpiValue::notComputable);
    }
    if (!way.unset().isEmpty()) {
      return Optional.of(KpiValue.notComputable(Reasons.unset(way.unset())));
    }
    Optional<Reason> unlike = way.hasMoney() ? unlike(way, coverage) : Optional.empty();
    return unlike.or(() -> unlikePrices(way, coverage, ofClient)).map(KpiValue::notComputable);
  }

  /** Why amounts cannot be added, if they cannot. */
  private static Optional<Reason> unlike(Way way, Coverage coverage) {
    if (coverage.converted().isPresent()) {
      return Reasons.unconverted(coverage, coverage.converted().get());
    }
    boolean isMixed = coverage.currencies().size() > 1 && way.heldCurrency().isEmpty();
    return isMixed ? Optional.of(Reasons.mixed(coverage)) : Optional.empty();
  }

  /** Why amounts of rows and those of parameters do not go together. */
  private static Optional<Reason> unlikePrices(Way way, Coverage coverage, String ofClient) {
    if (way.prices().isEmpty() || !way.hasMoney() && coverage.converted().isEmpty()) {
      return Optional.empty();
    }
    String ofRows =
        coverage
            .converted()
            .map(Converted::into)
            .or(way::heldCurrency)
            .or(() -> coverage.currencies().stream().findFirst())
            .orElse(ofClient);
    return way.prices().entrySet().stream()
        .filter(price -> !price.getValue().equals(ofRows))
        .findFirst()
        .map(price -> Reasons.priced(price.getKey(), price.getValue(), ofRows));
  }

  static Optional<String> currency(Way way, Coverage coverage, String ofClient) {
    return way.descriptor().unit() == KpiUnit.MONEY
        ? coverage
            .converted()
            .map(Converted::into)
            .or(way::heldCurrency)
            .or(() -> way.prices().values().stream().findFirst())
            .or(() -> coverage.currencies().stream().findFirst())
            .or(() -> Optional.of(ofClient))
        : Optional.empty();
  }

  private static KpiValue withoutCoverage(Coverage coverage) {
    Reason reason = coverage.reason().orElseGet(Reasons::nothingImported);
    boolean isRefused =
        reason.code() == Reason.Code.FAILED || reason.code() == Reason.Code.TOO_MANY_GROUPS;
    return isRefused ? KpiValue.notComputable(reason) : KpiValue.noData(reason);
  }

  /**
   * A table's value: as sure as what it rests on.
   *
   * @param less why what it rests on is less than the whole, if values are kept back or missing
   */
  static KpiValue table(
      Way way,
      Coverage coverage,
      TableResult result,
      Optional<String> currency,
      Optional<Reason> less) {
    if (result.value().isEmpty()) {
      Optional<Reason> keptBack =
          less.filter(reason -> reason.code() == Reason.Code.BELOW_THRESHOLD);
      return new KpiValue(
          keptBack.isPresent() ? Status.SUPPRESSED : Status.NOT_COMPUTABLE,
          Optional.empty(),
          result.numerator(),
          result.denominator(),
          currency,
          keptBack.or(result::why).or(() -> Optional.of(Reasons.nothingToDivideBy(way.formula()))),
          Optional.of(result.table()));
    }
    return sure(
            way,
            coverage,
            less,
            result.value().get(),
            result.numerator(),
            result.denominator(),
            currency)
        .with(result.table());
  }

  /** An estimate that lacks something is one all the same, and says what it lacks. */
  static KpiValue sure(
      Way way,
      Coverage coverage,
      Optional<Reason> less,
      BigDecimal value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      Optional<String> currency) {
    boolean isFull = coverage.extent() == Extent.FULL;
    boolean isWhole = isFull && coverage.complete() && less.isEmpty();
    if (isWhole && !way.isEstimate()) {
      return KpiValue.known(value, numerator, denominator, currency);
    }
    return new KpiValue(
        way.isEstimate() ? Status.ESTIMATED : Status.PARTIAL,
        Optional.of(value),
        numerator,
        denominator,
        currency,
        isWhole
            ? Optional.of(Reasons.estimate())
            : Reason.of(Stream.concat(unsure(coverage), less.stream())));
  }

  /** What the days and rows that are there are less than: all that is to be said of it. */
  private static Stream<Reason> unsure(Coverage coverage) {
    boolean isFull = coverage.extent() == Extent.FULL;
    Stream<Reason> first =
        isFull && coverage.complete()
            ? Stream.of()
            : Stream.of(coverage.reason().orElseGet(() -> Reasons.unsure(coverage)));
    return isFull || coverage.complete()
        ? first
        : Stream.concat(first, Stream.of(Reasons.rowsLeftOut()));
  }
}

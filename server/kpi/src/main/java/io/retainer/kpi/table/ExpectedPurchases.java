package io.retainer.kpi.table;

import io.retainer.model.kpi.KpiTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a customer is expected to do, on average over all customers there are. */
public final class ExpectedPurchases {

  /** With fewer customers who came back the four parameters are guesses. */
  static final int FEWEST_REPEATING = 10;

  private static final double DAYS_OF_A_WEEK = 7;

  private ExpectedPurchases() {}

  /** What became of the estimate. */
  public sealed interface Outcome {}

  public record Estimated(TableResult result) implements Outcome {}

  /**
   * @param repeating customers who came back
   */
  public record TooFewCameBack(long repeating, int needed) implements Outcome {}

  /** When customers buy and stop is nothing that the model describes. */
  public record OrdersFitNoModel() implements Outcome {}

  /** What repeated purchases are worth is nothing that the model describes. */
  public record AmountsFitNoModel() implements Outcome {}

  /**
   * @param rows repeats, last, age, spent, valued, keys
   * @param horizon days to come
   * @param money whether the value of the purchases is meant, rather than their number
   */
  public static Outcome of(List<List<BigDecimal>> rows, int horizon, boolean money) {
    List<Buyers> buyers = Buyers.of(rows);
    double repeating =
        buyers.stream().filter(b -> b.repeats() > 0).mapToDouble(Buyers::count).sum();
    if (repeating < FEWEST_REPEATING) {
      return new TooFewCameBack((long) repeating, FEWEST_REPEATING);
    }
    Optional<BgNbd> buying = BgNbd.fitted(buyers);
    if (buying.isEmpty()) {
      return new OrdersFitNoModel();
    }
    Optional<GammaGamma> worth =
        money ? GammaGamma.fitted(buyers).filter(GammaGamma::hasMean) : Optional.empty();
    if (money && worth.isEmpty()) {
      return new AmountsFitNoModel();
    }
    return expected(buyers, buying.get(), worth, horizon / DAYS_OF_A_WEEK);
  }

  private static Outcome expected(
      List<Buyers> buyers, BgNbd buying, Optional<GammaGamma> worth, double weeks) {
    double customers = 0;
    double purchases = 0;
    double value = 0;
    for (Buyers buyer : buyers) {
      double expected = buyer.count() * buying.expected(buyer, weeks);
      customers += buyer.count();
      purchases += expected;
      value += worth.map(of -> expected * of.expected(buyer)).orElse(expected);
    }
    if (!Double.isFinite(purchases)) {
      return new OrdersFitNoModel();
    }
    if (!Double.isFinite(value)) {
      return new AmountsFitNoModel();
    }
    List<List<Object>> table = new ArrayList<>();
    table.add(row("customers", customers));
    table.add(row("expected purchases", purchases));
    worth.ifPresent(of -> table.add(row("expected value", valueOf(buyers, buying, of, weeks))));
    table.add(row("r", buying.r()));
    table.add(row("alpha (weeks)", buying.alpha()));
    table.add(row("a", buying.a()));
    table.add(row("b", buying.b()));
    table.add(row("log-likelihood", buying.logLikelihood()));
    worth.ifPresent(
        of -> {
          table.add(row("p", of.p()));
          table.add(row("q", of.q()));
          table.add(row("v", of.v()));
        });
    return new Estimated(
        new TableResult(
            new KpiTable(List.of("measure", "value"), table),
            Optional.of(number(value / customers)),
            Optional.of(number(value)),
            Optional.of(number(customers))));
  }

  private static double valueOf(List<Buyers> buyers, BgNbd buying, GammaGamma worth, double weeks) {
    return buyers.stream()
        .mapToDouble(b -> b.count() * buying.expected(b, weeks) * worth.expected(b))
        .sum();
  }

  private static List<Object> row(String name, double value) {
    return List.of(name, number(value));
  }

  private static BigDecimal number(double value) {
    return new BigDecimal(value, new MathContext(10));
  }
}

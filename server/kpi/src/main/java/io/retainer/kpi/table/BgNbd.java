package io.retainer.kpi.table;

import static org.hipparchus.special.Gamma.logGamma;

import java.util.List;
import java.util.Optional;

/**
 * How often customers buy and when they stop: the BG/NBD model of Fader, Hardie and Lee ("Counting
 * Your Customers the Easy Way", Marketing Science 24, 2005; equations 6 and 10). Times are weeks.
 */
record BgNbd(double r, double alpha, double a, double b, double logLikelihood) {

  private static final int MOST_TERMS = 100_000;

  static Optional<BgNbd> fitted(List<Buyers> buyers) {
    return Likelihood.largest(4, p -> logLikelihood(buyers, p[0], p[1], p[2], p[3]))
        .map(p -> new BgNbd(p[0], p[1], p[2], p[3], logLikelihood(buyers, p[0], p[1], p[2], p[3])));
  }

  /** Quick for buyers in the order of their repeats: what is costly depends on these alone. */
  static double logLikelihood(List<Buyers> buyers, double r, double alpha, double a, double b) {
    double constant = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
    double sum = 0;
    double before = Double.NaN;
    double common = 0;
    double stopped = 0;
    for (Buyers buyer : buyers) {
      double x = buyer.repeats();
      if (x != before) {
        before = x;
        common = logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x);
        stopped = Math.log(a) - Math.log(b + x - 1);
      }
      double alive = -(r + x) * Math.log(alpha + buyer.age());
      double gone =
          x > 0 ? stopped - (r + x) * Math.log(alpha + buyer.last()) : Double.NEGATIVE_INFINITY;
      double larger = Math.max(alive, gone);
      double either = larger + Math.log(Math.exp(alive - larger) + Math.exp(gone - larger));
      sum += buyer.count() * (constant + common + either);
    }
    return sum;
  }

  /** Purchases expected of one of these customers in the weeks to come. */
  double expected(Buyers buyer, double weeks) {
    double x = buyer.repeats();
    double past = alpha + buyer.age();
    double gauss = hypergeometric(r + x, b + x, a + b + x - 1, weeks / (past + weeks));
    double shrunk = 1 - Math.exp((r + x) * Math.log(past / (past + weeks))) * gauss;
    double gone =
        x > 0 ? a / (b + x - 1) * Math.exp((r + x) * Math.log(past / (alpha + buyer.last()))) : 0;
    return (a + b + x - 1) / (a - 1) * shrunk / (1 + gone);
  }

  /** Gauss's series, which converges for what it is asked here: 0 <= z < 1. */
  static double hypergeometric(double a, double b, double c, double z) {
    double term = 1;
    double sum = 1;
    for (int n = 0; n < MOST_TERMS; n++) {
      term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      sum += term;
      if (Math.abs(term) < Math.abs(sum) * 1e-15) {
        break;
      }
    }
    return sum;
  }
}

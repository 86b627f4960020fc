package io.retainer.kpi.table;

import static org.hipparchus.special.Gamma.logGamma;

import java.util.List;
import java.util.Optional;

/**
 * What a purchase is worth: the Gamma-Gamma model of Fader and Hardie ("The Gamma-Gamma Model of
 * Monetary Value", 2013; equations 1a and 5), of customers who bought again.
 */
record GammaGamma(double p, double q, double v) {

  static Optional<GammaGamma> fitted(List<Buyers> buyers) {
    List<Buyers> repeating =
        buyers.stream().filter(buyer -> buyer.valued() > 0 && buyer.spent() > 0).toList();
    return Likelihood.largest(3, x -> logLikelihood(repeating, x[0], x[1], x[2]))
        .map(x -> new GammaGamma(x[0], x[1], x[2]));
  }

  private static double logLikelihood(List<Buyers> buyers, double p, double q, double v) {
    double constant = q * Math.log(v) - logGamma(q);
    double sum = 0;
    for (Buyers buyer : buyers) {
      double shape = p * buyer.valued();
      sum +=
          buyer.count()
              * (constant
                  + logGamma(shape + q)
                  - logGamma(shape)
                  + (shape - 1) * Math.log(buyer.average())
                  + shape * Math.log(buyer.valued())
                  - (shape + q) * Math.log(v + buyer.spent()));
    }
    return sum;
  }

  /** Whether a customer of whom nothing is known has an expected value. */
  boolean hasMean() {
    return q > 1;
  }

  /** The worth of one purchase expected of one of these customers. */
  double expected(Buyers buyer) {
    double x = buyer.spent() > 0 ? buyer.valued() : 0;
    return p * (v + (x > 0 ? buyer.spent() : 0)) / (p * x + q - 1);
  }
}

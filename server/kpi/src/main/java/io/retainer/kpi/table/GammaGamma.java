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
    double[] logAverages =
        repeating.stream().mapToDouble(buyer -> Math.log(buyer.average())).toArray();
    return Likelihood.largest(3, x -> logLikelihood(repeating, logAverages, x[0], x[1], x[2]))
        .map(x -> new GammaGamma(x[0], x[1], x[2]));
  }

  /** Quick for buyers in the order of their purchases: what is costly depends on these alone. */
  private static double logLikelihood(
      List<Buyers> buyers, double[] logAverages, double p, double q, double v) {
    double constant = q * Math.log(v) - logGamma(q);
    double sum = 0;
    double before = Double.NaN;
    double shape = 0;
    double larger = 0;
    double smaller = 0;
    double ofMany = 0;
    for (int i = 0; i < logAverages.length; i++) {
      Buyers buyer = buyers.get(i);
      if (buyer.valued() != before) {
        before = buyer.valued();
        shape = p * before;
        larger = logGamma(shape + q);
        smaller = logGamma(shape);
        ofMany = shape * Math.log(before);
      }
      sum +=
          buyer.count()
              * (constant
                  + larger
                  - smaller
                  + (shape - 1) * logAverages[i]
                  + ofMany
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

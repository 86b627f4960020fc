package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.KpiDescriptor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Customers by recency, frequency and amount (RFM).
 *
 * @param currency of the amounts; empty when there are several, and then amounts say nothing
 * @param scores every combination that has customers
 */
public record Segments(KpiDescriptor kpi, Optional<String> currency, List<Score> scores)
    implements Exhibit {

  public Segments {
    scores = List.copyOf(scores);
  }

  /** Customers with the same three scores, 1 to 5. */
  public record Score(
      int recency, int frequency, int amount, BigDecimal customers, BigDecimal value) {

    public Segment segment() {
      return Segment.of(recency, frequency);
    }
  }

  @Override
  public List<KpiDescriptor> kpis() {
    return List.of(kpi);
  }

  public BigDecimal customers() {
    return scores.stream().map(Score::customers).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal customers(Segment segment) {
    return scores.stream()
        .filter(score -> score.segment() == segment)
        .map(Score::customers)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal customers(int recency, int frequency) {
    return scores.stream()
        .filter(score -> score.recency() == recency && score.frequency() == frequency)
        .map(Score::customers)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal value(Segment segment) {
    return scores.stream()
        .filter(score -> score.segment() == segment)
        .map(Score::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

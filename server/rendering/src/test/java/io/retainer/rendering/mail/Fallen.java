package io.retainer.rendering.mail;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.rendering.SampleKpis;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A month in which everything else went as usual: retention lost 40 % of what it was, revenue a
 * fifth.
 */
final class Fallen implements Kpis {

  static final KpiId REVENUE = new KpiId("orders.revenue");
  static final KpiId RETENTION = new KpiId("customers.retention-rate");

  private static final Map<KpiId, BigDecimal> LEFT =
      Map.of(REVENUE, new BigDecimal("0.8"), RETENTION, new BigDecimal("0.6"));

  private final SampleKpis usual = new SampleKpis(SampleKpis.Case.FULL);

  @Override
  public List<KpiDescriptor> catalogue() {
    return usual.catalogue();
  }

  @Override
  public Optional<KpiDescriptor> find(KpiId id) {
    return usual.find(id);
  }

  @Override
  public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
    return usual.figures(client, period, ids).stream().map(Fallen::fallen).toList();
  }

  private static KpiFigure fallen(KpiFigure figure) {
    BigDecimal left = LEFT.get(figure.kpi().id());
    if (left == null) {
      return figure;
    }
    return new KpiFigure(
        figure.kpi(),
        figure.period(),
        figure.current(),
        figure.compared().stream().map(each -> fallen(each, left)).toList(),
        figure.coverage());
  }

  private static Compared fallen(Compared compared, BigDecimal left) {
    KpiValue now = compared.now();
    KpiValue then =
        KpiValue.known(
            now.value().orElseThrow().divide(left, MathContext.DECIMAL128),
            Optional.empty(),
            Optional.empty(),
            now.currency());
    return new Compared(
        compared.base(),
        now,
        then,
        Optional.of(
            new Delta(Delta.Style.PERCENT, left.subtract(BigDecimal.ONE), Delta.Judgement.BAD)),
        Optional.empty());
  }

  @Override
  public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
    return usual.trend(client, ids, spans);
  }

  @Override
  public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
    return usual.series(client, ids, span, bucket);
  }

  @Override
  public Breakdown breakdown(
      Client client, Period period, List<KpiId> ids, String dimension, int limit) {
    return usual.breakdown(client, period, ids, dimension, limit);
  }
}

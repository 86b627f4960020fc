package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.ReportContent;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a report says of groups costs no question beyond those that are asked together. */
class ForeseenGroupsTest {

  @Test
  void everyTableThatIsReadWasForeseen() {
    var kpis = new Noting(new SampleKpis(SampleKpis.Case.FULL), new HashSet<>(), new HashSet<>());

    ReportContent content =
        new ReportComposer(kpis, Samples.NOVEMBER_3, "test", source -> source)
            .compose(
                Samples.templates().named("monthly-performance"),
                Samples.MINSK,
                Samples.OCTOBER,
                "1",
                Optional.empty());

    assertThat(content.findings().better()).anySatisfy(one -> assertThat(one.driver()).isPresent());
    assertThat(kpis.asked()).isNotEmpty().isSubsetOf(kpis.foreseen());
  }

  private record Noting(Kpis kpis, Set<Ask.Groups> foreseen, Set<Ask.Groups> asked)
      implements Kpis {

    @Override
    public Kpis foreseeing(Client client, List<Ask> asks) {
      asks.stream()
          .filter(Ask.Groups.class::isInstance)
          .map(Ask.Groups.class::cast)
          .forEach(foreseen::add);
      return this;
    }

    @Override
    public Breakdown breakdown(
        Client client, Period period, List<KpiId> ids, String dimension, int limit) {
      asked.add(new Ask.Groups(period, ids, dimension));
      return kpis.breakdown(client, period, ids, dimension, limit);
    }

    @Override
    public List<KpiDescriptor> catalogue() {
      return kpis.catalogue();
    }

    @Override
    public Optional<KpiDescriptor> find(KpiId id) {
      return kpis.find(id);
    }

    @Override
    public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
      return kpis.figures(client, period, ids);
    }

    @Override
    public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
      return kpis.trend(client, ids, spans);
    }

    @Override
    public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
      return kpis.series(client, ids, span, bucket);
    }
  }
}

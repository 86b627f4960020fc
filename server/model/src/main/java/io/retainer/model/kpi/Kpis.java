package io.retainer.model.kpi;

import io.retainer.model.client.Client;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where KPIs are asked for. Everything asked in one call is planned together. */
public interface Kpis {

  /** Every KPI in force, by id. */
  List<KpiDescriptor> catalogue();

  Optional<KpiDescriptor> find(KpiId id);

  /**
   * The KPIs whose rows those of a KPI are: itself, or of one that is made of others those, down to
   * such as are made of rows.
   */
  default Set<KpiId> parts(KpiId id) {
    return Set.of(id);
  }

  /**
   * Figures over a period, compared as asked, in the order asked.
   *
   * @throws IllegalArgumentException naming the id nobody defined, and the nearest one
   */
  List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids);

  /**
   * Values over several spans, for sparklines and trends: for each id the values in the order of
   * the spans.
   */
  List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans);

  /** A time series within one span: for each id its points in the order of time. */
  List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket);

  /**
   * KPIs of one dataset by the values of a dimension, largest first value first. Groups beyond the
   * limit are recomputed together as {@link Breakdown#other}, and the total is the KPI itself,
   * never a sum of rates.
   */
  Breakdown breakdown(Client client, Period period, List<KpiId> ids, String dimension, int limit);

  /**
   * The same KPIs, for someone who is about to ask for all of this: it is planned together now, and
   * answered from memory then. Anything else is asked for as it comes.
   */
  default Kpis foreseeing(Client client, List<Ask> asks) {
    return this;
  }

  /** Something that will be asked for. */
  sealed interface Ask {

    /** {@link Kpis#figures}. */
    record Figures(ComparedPeriod period, List<KpiId> ids) implements Ask {}

    /** {@link Kpis#trend}. */
    record Trend(List<KpiId> ids, List<DateSpan> spans) implements Ask {}

    /** {@link Kpis#series}. */
    record Series(List<KpiId> ids, DateSpan span, Grain bucket) implements Ask {}

    /** {@link Kpis#breakdown}. */
    record Groups(Period period, List<KpiId> ids, String dimension) implements Ask {}
  }

  /** A value of a time series. */
  record Point(LocalDate start, KpiValue value) {}

  /**
   * @param groups the largest groups
   * @param other all further groups together, when there are any
   * @param total over all groups
   * @param groupCount how many groups there are in all
   */
  record Breakdown(
      List<KpiDescriptor> kpis,
      String dimension,
      List<Group> groups,
      Optional<Group> other,
      Group total,
      int groupCount) {

    public Breakdown {
      kpis = List.copyOf(kpis);
      groups = List.copyOf(groups);
    }
  }

  /**
   * @param name the dimension's value; empty when rows have none
   * @param values one for each KPI asked, in its order
   */
  record Group(String name, List<KpiValue> values) {
    public Group {
      values = List.copyOf(values);
    }
  }
}

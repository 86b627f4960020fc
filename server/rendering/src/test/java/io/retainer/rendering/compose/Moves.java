package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Coverage;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Findings;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.rendering.Samples;
import io.retainer.rendering.template.Definition;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Amounts of October and September by channel, and what a report finds in them. */
final class Moves implements Kpis {

  static final Base SEPTEMBER =
      ComparedPeriod.closed(Samples.OCTOBER, Comparison.PREVIOUS).bases().get(0);

  private final Map<KpiId, KpiDescriptor> kpis = new LinkedHashMap<>();
  private final Map<KpiId, Map<String, Long>> now = new LinkedHashMap<>();
  private final Map<KpiId, Map<String, Long>> then = new LinkedHashMap<>();
  private final Map<KpiId, KpiValue> otherwise = new LinkedHashMap<>();
  private final Map<KpiId, KpiValue> earlier = new LinkedHashMap<>();
  private final Map<KpiId, Delta> perDay = new LinkedHashMap<>();
  private final Map<KpiId, List<String>> earliest = new LinkedHashMap<>();

  /** So many of so many, before and after. */
  Moves rate(String id, Direction better, long before, long of, long after, long ofAfter) {
    KpiId kpi = new KpiId(id);
    kpis.put(kpi, kpi(id, KpiKind.RATIO, KpiUnit.PERCENT, better));
    then.put(kpi, Map.of());
    now.put(kpi, Map.of());
    earlier.put(kpi, share(before, of));
    return whole(id, share(after, ofAfter));
  }

  private static KpiValue share(long part, long whole) {
    BigDecimal numerator = BigDecimal.valueOf(part);
    BigDecimal denominator = BigDecimal.valueOf(whole);
    return KpiValue.known(
        numerator.divide(denominator, MathContext.DECIMAL128),
        Optional.of(numerator),
        Optional.of(denominator),
        Optional.empty());
  }

  private static KpiDescriptor kpi(String id, KpiKind kind, KpiUnit unit, Direction better) {
    return new KpiDescriptor(
        new KpiId(id),
        "1",
        kind,
        unit,
        better,
        Map.of("en", id),
        Map.of(),
        "web_traffic",
        "",
        List.of("channel"),
        0);
  }

  Moves add(String id, Direction better, Map<String, Long> before, Map<String, Long> after) {
    KpiId kpi = new KpiId(id);
    kpis.put(kpi, kpi(id, KpiKind.FLOW, KpiUnit.COUNT, better));
    then.put(kpi, before);
    now.put(kpi, after);
    return this;
  }

  /** An amount of money that has no parts. */
  Moves money(String id, long before, long after) {
    add(id, Direction.HIGHER, Map.of("", before), Map.of("", after));
    kpis.put(new KpiId(id), kpi(id, KpiKind.FLOW, KpiUnit.MONEY, Direction.HIGHER));
    return this;
  }

  /** What the figure was in the months before the two, the earliest first. */
  Moves trail(String id, String... values) {
    earliest.put(new KpiId(id), List.of(values));
    return this;
  }

  /** What the figure is worth, whatever its parts make. */
  Moves whole(String id, KpiValue value) {
    otherwise.put(new KpiId(id), value);
    return this;
  }

  /** By how much the figure changed per day, as a fraction. */
  Moves perDay(String id, String change) {
    perDay.put(new KpiId(id), new Delta(Style.PERCENT, new BigDecimal(change), Judgement.NEUTRAL));
    return this;
  }

  Findings found() {
    List<Line<KpiId>> lines =
        kpis.keySet().stream().map(id -> new Line<>(id, "report.yaml:1")).toList();
    var section =
        new SectionDefinition(
            "web",
            false,
            lines,
            Optional.empty(),
            List.of(new BreakdownDefinition("channel", lines, 2, false)),
            List.of());
    var definition =
        new Definition(false, List.of(Comparison.PREVIOUS), 1, lines, true, List.of(section), 0);
    var compared = new ComparedPeriod(Samples.OCTOBER, List.of(SEPTEMBER));
    List<KpiFigure> figures = kpis.values().stream().map(this::figure).toList();
    var filled =
        new Section.Filled(
            "web", figures, Optional.empty(), List.of(), Optional.empty(), List.of());
    return FindingsComposer.of(
        figures.stream().map(this::tile).toList(),
        new Drivers(
            this, new Questions(definition, this, Samples.MINSK, compared), List.of(filled)));
  }

  private Tile tile(KpiFigure figure) {
    List<KpiValue> values = new ArrayList<>();
    earliest
        .getOrDefault(figure.kpi().id(), List.of())
        .forEach(value -> values.add(known(new BigDecimal(value))));
    values.add(figure.compared().get(0).value());
    values.add(figure.current());
    return new Tile(
        figure,
        values.stream().map(value -> new Point(Samples.OCTOBER.span().start(), value)).toList());
  }

  private KpiFigure figure(KpiDescriptor kpi) {
    KpiValue after = otherwise.getOrDefault(kpi.id(), known(sum(now.get(kpi.id()))));
    KpiValue before = earlier.getOrDefault(kpi.id(), known(sum(then.get(kpi.id()))));
    return new KpiFigure(
        kpi,
        Samples.OCTOBER,
        after,
        List.of(
            new Compared(
                SEPTEMBER,
                after,
                before,
                delta(kpi, before, after),
                Optional.ofNullable(perDay.get(kpi.id())))),
        new Coverage(Coverage.Extent.FULL, List.of(), List.of(), Set.of(), true, Optional.empty()));
  }

  private static Optional<Delta> delta(KpiDescriptor kpi, KpiValue before, KpiValue after) {
    if (after.value().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal was = before.value().orElseThrow();
    BigDecimal difference = after.value().get().subtract(was);
    Judgement judgement =
        difference.signum() == 0 || kpi.better() == Direction.NEUTRAL
            ? Judgement.NEUTRAL
            : difference.signum() > 0 == (kpi.better() == Direction.HIGHER)
                ? Judgement.GOOD
                : Judgement.BAD;
    return Optional.of(
        was.signum() == 0
            ? new Delta(Style.NEW, BigDecimal.ZERO, judgement)
            : was.signum() < 0 || after.value().get().signum() < 0
                ? new Delta(Style.ABSOLUTE, difference, judgement)
                : new Delta(
                    Style.PERCENT, difference.divide(was, MathContext.DECIMAL128), judgement));
  }

  private static long sum(Map<String, Long> parts) {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static KpiValue known(long number) {
    return known(BigDecimal.valueOf(number));
  }

  private static KpiValue known(BigDecimal number) {
    return KpiValue.known(number, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public Breakdown breakdown(
      Client client, Period period, List<KpiId> ids, String dimension, int limit) {
    Map<KpiId, Map<String, Long>> parts = period.equals(Samples.OCTOBER) ? now : then;
    List<String> names =
        parts.values().stream().flatMap(one -> one.keySet().stream()).distinct().toList();
    List<Group> groups = new ArrayList<>();
    for (String name : names) {
      groups.add(
          new Group(
              name, ids.stream().map(id -> known(parts.get(id).getOrDefault(name, 0L))).toList()));
    }
    return new Breakdown(
        ids.stream().map(kpis::get).toList(),
        dimension,
        groups.subList(0, Math.min(limit, groups.size())),
        groups.size() > limit ? Optional.of(groups.get(limit)) : Optional.empty(),
        new Group("", ids.stream().map(id -> known(sum(parts.get(id)))).toList()),
        groups.size());
  }

  @Override
  public List<KpiDescriptor> catalogue() {
    return List.copyOf(kpis.values());
  }

  @Override
  public Optional<KpiDescriptor> find(KpiId id) {
    return Optional.ofNullable(kpis.get(id));
  }

  @Override
  public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
    return ids.stream().map(kpis::get).map(this::figure).toList();
  }

  @Override
  public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
    return List.of();
  }

  @Override
  public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
    return List.of();
  }
}

package io.retainer.rendering.sample;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Coverage;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.exhibit.Movers;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.Show;
import io.retainer.rendering.template.Sample;
import io.retainer.rendering.template.Sample.Made;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers every question about every KPI, out of a sample and the calendar. */
final class SampledKpis implements Kpis {

  /** Each group of a breakdown beside the one before it. */
  private static final double SHRINKS = 0.66;

  /** From this many groups on one of them is new. */
  private static final int MANY = 6;

  private static final double UNLIKE = 0.3;
  private static final double APART = 0.14;

  /** What the rates of all groups are rates of. */
  private static final double BASE = 12_000;

  private final Sample sample;
  private final Map<KpiId, KpiDescriptor> kpis;
  private final SampledValues values;
  private final Map<KpiId, Show> shows = new HashMap<>();

  SampledKpis(Sample sample, Map<KpiId, KpiDescriptor> kpis, Definition definition) {
    this.sample = sample;
    this.kpis = kpis;
    this.values = new SampledValues(sample);
    definition.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .forEach(block -> shows.putIfAbsent(block.lead(), block.show()));
  }

  @Override
  public List<KpiDescriptor> catalogue() {
    return List.copyOf(kpis.values());
  }

  @Override
  public Optional<KpiDescriptor> find(KpiId id) {
    return Optional.ofNullable(kpis.get(id));
  }

  private KpiValue value(KpiId id, DateSpan span) {
    KpiValue value = number(id, span);
    Show show = shows.get(id);
    return SampledTables.of(show, sample)
        .map(table -> (show == Show.SEGMENTS ? SampledTables.customers(table) : value).with(table))
        .orElse(value);
  }

  /** Rounded parts first, so that a reader who divides them finds the same. */
  private KpiValue number(KpiId id, DateSpan span) {
    KpiValue alone = values.of(kpis.get(id), span);
    return made(id).flatMap(of -> made(of, part -> value(part, span), alone)).orElse(alone);
  }

  /** What it is made of, where a home has the scripts of both parts. */
  private Optional<Made> made(KpiId id) {
    return Optional.ofNullable(sample.made().get(id))
        .map(Line::value)
        .filter(made -> kpis.containsKey(made.first()) && kpis.containsKey(made.second()));
  }

  private static Optional<KpiValue> made(
      Made made, Function<KpiId, KpiValue> parts, KpiValue like) {
    BigDecimal first = parts.apply(made.first()).value().orElseThrow();
    BigDecimal second = parts.apply(made.second()).value().orElseThrow();
    if (!made.isQuotient()) {
      return Optional.of(known(first.subtract(second), like));
    }
    if (second.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal numerator = first.multiply(made.times());
    return Optional.of(
        KpiValue.known(
            numerator.divide(second, MathContext.DECIMAL64),
            Optional.of(numerator),
            Optional.of(second),
            like.currency()));
  }

  @Override
  public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
    return ids.stream()
        .map(
            id ->
                new KpiFigure(
                    kpis.get(id),
                    period.period(),
                    value(id, period.period().span()),
                    period.bases().stream().map(base -> compared(id, base)).toList(),
                    coverage(kpis.get(id))))
        .toList();
  }

  private Compared compared(KpiId id, Base base) {
    KpiValue now = value(id, base.days());
    KpiValue then = value(id, base.period().span());
    return new Compared(
        base, now, then, SampledValues.delta(kpis.get(id), now, then), Optional.empty());
  }

  private Coverage coverage(KpiDescriptor kpi) {
    String file = kpi.dataset() + "-" + sample.period() + ".csv";
    return new Coverage(
        Coverage.Extent.FULL,
        List.of(),
        List.of(
            new Coverage.Input(
                "1",
                "sample",
                "",
                file,
                "%08x".formatted(file.hashCode()).repeat(8),
                sample.period().span().end().plusDays(1).atTime(5, 15).toInstant(ZoneOffset.UTC),
                1234,
                "1")),
        Set.of(),
        true,
        Optional.empty());
  }

  @Override
  public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
    return ids.stream().map(id -> spans.stream().map(span -> value(id, span)).toList()).toList();
  }

  @Override
  public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
    return ids.stream()
        .map(
            id ->
                buckets(span, bucket).stream()
                    .map(part -> new Point(part.start(), value(id, part)))
                    .toList())
        .toList();
  }

  private static List<DateSpan> buckets(DateSpan span, Grain bucket) {
    TreeMap<LocalDate, Long> days =
        span.start()
            .datesUntil(span.end())
            .collect(
                Collectors.groupingBy(
                    day -> first(day, bucket), TreeMap::new, Collectors.counting()));
    List<DateSpan> parts = new ArrayList<>();
    days.forEach((start, count) -> parts.add(DateSpan.ofDays(start, start.plusDays(count - 1))));
    return parts;
  }

  private static LocalDate first(LocalDate day, Grain bucket) {
    return switch (bucket) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      default -> day;
    };
  }

  @Override
  public Breakdown breakdown(
      Client client, Period period, List<KpiId> asked, String dimension, int limit) {
    List<KpiId> ids = withParts(asked);
    List<String> names = there(sample.names(dimension), period);
    double all = (1 - Math.pow(SHRINKS, names.size())) / (1 - SHRINKS);
    List<List<KpiValue>> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parts.add(part(ids, period, Math.pow(SHRINKS, i) / all, i));
    }
    List<KpiValue> total = ids.stream().map(id -> value(id, period.span())).toList();
    parts.set(0, rest(ids, total, parts.subList(1, parts.size()), parts.get(0)));
    int shown = Math.min(limit, names.size());
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      groups.add(new Group(names.get(i), made(asked, ids, parts.get(i))));
    }
    List<List<KpiValue>> beyond = parts.subList(shown, names.size());
    return new Breakdown(
        asked.stream().map(kpis::get).toList(),
        dimension,
        groups,
        beyond.isEmpty()
            ? Optional.empty()
            : Optional.of(new Group("", made(asked, ids, together(ids, beyond)))),
        new Group("", total.subList(0, asked.size())),
        names.size());
  }

  /** And what these are made of. */
  private List<KpiId> withParts(List<KpiId> asked) {
    return Stream.concat(
            asked.stream(),
            asked.stream()
                .flatMap(id -> made(id).stream())
                .flatMap(made -> Stream.of(made.first(), made.second())))
        .distinct()
        .toList();
  }

  /** The values of a row that were asked for, out of all of it. */
  private List<KpiValue> made(List<KpiId> asked, List<KpiId> ids, List<KpiValue> row) {
    return asked.stream()
        .map(
            id -> {
              KpiValue alone = row.get(ids.indexOf(id));
              return made(id)
                  .flatMap(of -> made(of, part -> row.get(ids.indexOf(part)), alone))
                  .orElse(alone);
            })
        .toList();
  }

  /** One of many groups is new in the sample's own period. */
  private List<String> there(List<String> names, Period period) {
    List<String> there = new ArrayList<>(names);
    if (names.size() > MANY && isEarlier(period)) {
      there.remove(MANY / 2);
    }
    return there;
  }

  private boolean isEarlier(Period period) {
    return period.span().start().isBefore(sample.period().span().start());
  }

  /** Groups do not move all alike: how much of its later size a group had, about. */
  private double earlier(Period period, int index) {
    return isEarlier(period) ? 1 + UNLIKE * Math.sin(index * 2.3 + 1) : 1;
  }

  private boolean isPart(KpiId id) {
    KpiKind kind = kpis.get(id).kind();
    return kind == KpiKind.FLOW || kind == KpiKind.STOCK || kind == KpiKind.DISTINCT;
  }

  /** Rounded parts make the whole: the largest one takes what the others leave. */
  private List<KpiValue> rest(
      List<KpiId> ids, List<KpiValue> total, List<List<KpiValue>> others, List<KpiValue> first) {
    List<KpiValue> rest = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      BigDecimal left = total.get(i).value().orElseThrow();
      for (List<KpiValue> other : others) {
        left = left.subtract(other.get(i).value().orElseThrow());
      }
      rest.add(isPart(ids.get(i)) ? known(left, total.get(i)) : first.get(i));
    }
    return rest;
  }

  private List<KpiValue> together(List<KpiId> ids, List<List<KpiValue>> parts) {
    List<KpiValue> values = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      int column = i;
      BigDecimal sum =
          parts.stream()
              .map(part -> part.get(column).value().orElseThrow())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      KpiValue last = parts.get(parts.size() - 1).get(i);
      values.add(isPart(ids.get(i)) ? known(sum, last) : last);
    }
    return values;
  }

  /** Of as much as its group has of all. */
  private static KpiValue rate(BigDecimal number, double share, KpiValue like) {
    BigDecimal base = BigDecimal.valueOf(Math.round(BASE * share));
    return KpiValue.known(
        number, Optional.of(number.multiply(base)), Optional.of(base), like.currency());
  }

  private static KpiValue known(BigDecimal number, KpiValue like) {
    return KpiValue.known(number, Optional.empty(), Optional.empty(), like.currency());
  }

  /** Groups have not the same share of everything, or all of their rates were the same. */
  private static double unlike(KpiId id, double share, int index) {
    return share * (1 + APART * Math.sin(index * 1.9 + id.value().length()));
  }

  /** A share of what adds up; of anything else a value near that of the whole. */
  private List<KpiValue> part(List<KpiId> ids, Period period, double share, int index) {
    return ids.stream()
        .map(
            id -> {
              double usual = isPart(id) ? unlike(id, share, index) : 0.72 + index * 37 % 10 / 16.0;
              double factor = usual * earlier(period, index);
              KpiValue whole = value(id, period.span());
              BigDecimal number =
                  whole
                      .value()
                      .orElseThrow()
                      .multiply(BigDecimal.valueOf(factor), MathContext.DECIMAL64);
              int decimals = SampledValues.decimals(kpis.get(id).unit());
              BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
              return Movers.isRate(kpis.get(id))
                  ? rate(rounded, share, whole)
                  : known(rounded, whole);
            })
        .toList();
  }
}

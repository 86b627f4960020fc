package io.retainer.rendering;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** KPIs with invented values that follow from the date alone: the same on every run. */
public final class SampleKpis implements Kpis {

  /** What kind of client it is. */
  public enum Case {
    FULL,
    EMPTY,
    ONE_CHANNEL,
    FIRST_MONTH,
    /** Sources that tell whole months and no days. */
    MONTHLY,
    /** One figure of the scorecard in each status, and one that is zero. */
    STATES,
    UGLY
  }

  private static final Instant IMPORTED = Instant.parse("2026-11-02T05:15:00Z");
  static final String LONG_NAME =
      "Осенняя распродажа «Всё для похода» — Syysale 🔥 = 20 % off everything, including the very"
          + " long-named Hämeenlinnan-vaellussauvasarja-ammattilaisille-ja-aloittelijoille-2026 with"
          + " spare tips, ручкі і рэмні";

  private final Case sampleCase;
  private final Map<KpiId, SampleCatalogue.Sample> samples;

  public SampleKpis(Case sampleCase) {
    this(sampleCase, SampleCatalogue.samples());
  }

  private SampleKpis(Case sampleCase, Map<KpiId, SampleCatalogue.Sample> samples) {
    this.sampleCase = sampleCase;
    this.samples = samples;
  }

  /** With a value for every KPI that has a script. */
  static SampleKpis ofEverything(Case sampleCase) {
    return new SampleKpis(sampleCase, SampleCatalogue.everything());
  }

  @Override
  public List<KpiDescriptor> catalogue() {
    return samples.values().stream().map(SampleCatalogue.Sample::kpi).toList();
  }

  @Override
  public Optional<KpiDescriptor> find(KpiId id) {
    return Optional.ofNullable(samples.get(id)).map(SampleCatalogue.Sample::kpi);
  }

  private boolean has(KpiId id, LocalDate day) {
    Predicate<String> area = id.area()::equals;
    return switch (sampleCase) {
      case EMPTY -> false;
      case ONE_CHANNEL -> area.test("web");
      case FIRST_MONTH -> !day.isBefore(LocalDate.of(2026, 10, 1)) && !area.test("email");
      case UGLY -> !area.test("social");
      case FULL, MONTHLY, STATES -> !day.isBefore(LocalDate.of(2025, 8, 1));
    };
  }

  private static double wave(LocalDate day, int seed) {
    double d = day.toEpochDay();
    return 1
        + 0.16 * Math.sin(d / 58.1 + seed)
        + 0.12 * Math.sin(d * 2 * Math.PI / 7 + seed)
        + 0.05 * Math.sin(d * 1.7 + seed * 3)
        + 0.00035 * (d - 20400);
  }

  private KpiValue value(KpiId id, DateSpan span, Client client) {
    KpiValue number = number(id, span, client);
    return number.value().isEmpty()
        ? number
        : SampleTables.of(id.value(), sampleCase).map(number::with).orElse(number);
  }

  private KpiValue number(KpiId id, DateSpan span, Client client) {
    SampleCatalogue.Sample sample = samples.get(id);
    if (!has(id, span.start())) {
      return KpiValue.noData(
          sampleCase == Case.EMPTY
              ? new Reason(Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing was ever imported.")
              : new Reason(
                  Reason.Code.NOT_IN_PERIOD,
                  List.of("2026-05-01", "2026-09-30"),
                  "There is no data for the period."));
    }
    Optional<KpiValue> inState =
        sampleCase == Case.STATES && span.days() > 1 ? state(id) : Optional.empty();
    if (inState.isPresent()) {
      return inState.get();
    }
    int seed = id.value().length();
    double mean =
        span.start().datesUntil(span.end()).mapToDouble(d -> wave(d, seed)).average().orElse(1);
    boolean flow = sample.kpi().kind() == KpiKind.FLOW;
    double raw = sample.level() * (flow ? mean * span.days() : mean);
    if (sampleCase == Case.UGLY) {
      raw = ugly(id, raw, span);
    }
    int scale =
        sample.kpi().unit() == KpiUnit.COUNT ? 0 : sample.kpi().unit() == KpiUnit.MONEY ? 2 : 6;
    BigDecimal value = new BigDecimal(raw).setScale(scale, java.math.RoundingMode.HALF_UP);
    Optional<String> currency =
        sample.kpi().unit() == KpiUnit.MONEY
            ? Optional.of(client.currency().getCurrencyCode())
            : Optional.empty();
    Optional<BigDecimal> numerator = Optional.empty();
    Optional<BigDecimal> denominator = Optional.empty();
    if (sample.base() > 0) {
      BigDecimal den = BigDecimal.valueOf(Math.round(sample.base() * mean));
      BigDecimal num =
          value.multiply(den).setScale(scale == 2 ? 2 : 0, java.math.RoundingMode.HALF_UP);
      value = num.divide(den, MathContext.DECIMAL64);
      numerator = Optional.of(num);
      denominator = Optional.of(den);
    }
    if (sampleCase == Case.UGLY && id.area().equals("web") && span.days() > 20) {
      return new KpiValue(
          KpiValue.Status.PARTIAL,
          Optional.of(value),
          numerator,
          denominator,
          currency,
          Optional.of(
              new Reason(
                  Reason.Code.MISSING_DAYS,
                  List.of("2026-10-05..2026-10-07", "2026-10-19"),
                  "Days are missing.")));
    }
    return KpiValue.known(value, numerator, denominator, currency);
  }

  private static Optional<KpiValue> state(KpiId id) {
    return Optional.ofNullable(
        switch (id.value()) {
          case "web.sessions" -> whole(KpiValue.Status.KNOWN, "0", Optional.empty());
          case "web.organic-sessions" ->
              KpiValue.noData(new Reason(Reason.Code.NOT_IN_PERIOD, List.of(), "No data."));
          case "search.serp-position" ->
              KpiValue.notComputable(
                  new Reason(Reason.Code.ZERO_DENOMINATOR, List.of(), "By zero."));
          case "social.followers" ->
              KpiValue.suppressed(
                  new Reason(
                      Reason.Code.BELOW_THRESHOLD, List.of("1", "followers", "50"), "Kept back."));
          case "email.ctr" ->
              whole(
                  KpiValue.Status.PARTIAL,
                  "0.321",
                  Optional.of(
                      new Reason(
                          Reason.Code.BELOW_THRESHOLD,
                          List.of("3", "clicks_unique"),
                          "Kept back.")));
          case "customers.retention-rate" ->
              whole(
                  KpiValue.Status.ESTIMATED,
                  "0.654",
                  Optional.of(
                      new Reason(
                          Reason.Code.ESTIMATE, List.of("0.6", "0.7", "percent"), "An estimate.")));
          default -> null;
        });
  }

  private static KpiValue whole(KpiValue.Status status, String number, Optional<Reason> reason) {
    return new KpiValue(
        status,
        Optional.of(new BigDecimal(number)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reason);
  }

  private static double ugly(KpiId id, double raw, DateSpan span) {
    return switch (id.value()) {
      case "orders.revenue" -> span.start().getMonthValue() == 9 ? raw * 1000 : -raw * 40_000;
      case "orders.count" -> raw * 9_000_000;
      case "orders.aov" -> -0.004;
      case "email.ctr" -> 0.0004;
      case "customers.retention-rate" -> 1;
      default -> raw;
    };
  }

  private Optional<Delta> delta(KpiDescriptor kpi, KpiValue now, KpiValue before) {
    if (now.value().isEmpty() || before.value().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal a = now.value().get();
    BigDecimal b = before.value().get();
    Delta.Style style;
    BigDecimal amount;
    if (b.signum() == 0) {
      return Optional.of(new Delta(Delta.Style.NEW, BigDecimal.ZERO, Delta.Judgement.NEUTRAL));
    } else if (kpi.unit() == KpiUnit.PERCENT) {
      style = Delta.Style.POINTS;
      amount = a.subtract(b);
    } else if (kpi.unit() == KpiUnit.POSITION) {
      style = Delta.Style.PLACES;
      amount = b.subtract(a);
    } else if (a.signum() != b.signum()) {
      style = Delta.Style.ABSOLUTE;
      amount = a.subtract(b);
    } else {
      style = Delta.Style.PERCENT;
      amount = a.subtract(b).divide(b.abs(), MathContext.DECIMAL64);
    }
    boolean up = style == Delta.Style.PLACES || kpi.better() == Direction.HIGHER;
    Delta.Judgement judgement =
        now.denominator().filter(d -> d.intValue() < 30).isPresent()
            ? Delta.Judgement.TOO_SMALL
            : amount.signum() == 0
                ? Delta.Judgement.NEUTRAL
                : (amount.signum() > 0) == up ? Delta.Judgement.GOOD : Delta.Judgement.BAD;
    return Optional.of(new Delta(style, amount, judgement));
  }

  @Override
  public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
    List<KpiFigure> figures = new ArrayList<>();
    for (KpiId id : ids) {
      KpiDescriptor kpi = samples.get(id).kpi();
      KpiValue now = value(id, period.period().span(), client);
      figures.add(
          new KpiFigure(
              kpi,
              period.period(),
              now,
              period.bases().stream().map(base -> compared(kpi, base, client)).toList(),
              coverage(kpi, now)));
    }
    return figures;
  }

  private Compared compared(KpiDescriptor kpi, Base base, Client client) {
    KpiValue now = value(kpi.id(), base.days(), client);
    KpiValue before = value(kpi.id(), base.period().span(), client);
    boolean isPerDay = kpi.kind() == KpiKind.FLOW && base.differsInLength();
    return new Compared(
        base,
        now,
        before,
        delta(kpi, now, before),
        isPerDay
            ? delta(kpi, perDay(now, base.days()), perDay(before, base.period().span()))
            : Optional.empty());
  }

  private static KpiValue perDay(KpiValue value, DateSpan span) {
    return value.value().isEmpty()
        ? value
        : KpiValue.known(
            value.value().get().divide(BigDecimal.valueOf(span.days()), MathContext.DECIMAL64),
            Optional.empty(),
            Optional.empty(),
            value.currency());
  }

  private Coverage coverage(KpiDescriptor kpi, KpiValue value) {
    if (value.value().isEmpty()) {
      return new Coverage(
          Coverage.Extent.NONE, List.of(), List.of(), Set.of(), true, value.reason());
    }
    boolean partial = value.status() == KpiValue.Status.PARTIAL;
    List<DateSpan> missing =
        partial
            ? List.of(
                DateSpan.ofDays(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 7)),
                DateSpan.ofDay(LocalDate.of(2026, 10, 19)))
            : List.of();
    String file = sampleCase == Case.UGLY ? LONG_NAME + ".csv" : kpi.dataset() + "-2026-10.csv";
    String hash = "%08x".formatted(kpi.dataset().hashCode()).repeat(8);
    return new Coverage(
        partial ? Coverage.Extent.PARTIAL : Coverage.Extent.FULL,
        missing,
        List.of(
            new Coverage.Input(
                "b1",
                "sample-" + kpi.dataset().replace('_', '-'),
                "main",
                file,
                hash,
                IMPORTED,
                1234,
                "7")),
        kpi.dataset().equals("orders") ? Set.of("EUR") : Set.of(),
        sampleCase != Case.UGLY,
        value.reason());
  }

  @Override
  public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
    return ids.stream()
        .map(id -> spans.stream().map(span -> value(id, span, client)).toList())
        .toList();
  }

  @Override
  public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
    return ids.stream()
        .map(
            id ->
                span.start()
                    .datesUntil(span.end())
                    .map(
                        day ->
                            new Point(
                                day,
                                sampleCase == Case.MONTHLY
                                        || sampleCase == Case.UGLY && day.getDayOfMonth() % 9 == 5
                                    ? KpiValue.noData(
                                        new Reason(Reason.Code.MISSING_DAYS, List.of(), "Missing."))
                                    : value(id, DateSpan.ofDay(day), client)))
                    .toList())
        .toList();
  }

  @Override
  public Breakdown breakdown(
      Client client, Period period, List<KpiId> ids, String dimension, int limit) {
    List<String> names =
        new ArrayList<>(
            SampleCatalogue.GROUPS.getOrDefault(
                dimension, List.of("alpha", "beta", "gamma", "delta")));
    if (sampleCase == Case.UGLY) {
      names.set(0, LONG_NAME);
      names.set(1, "");
      names.set(2, "=HYPERLINK(\"http://evil.example\";\"click\")");
      names.set(3, "<script>alert('x')</script> & \"quotes\"");
      for (int i = 0; i < 60; i++) {
        names.add("шматслоўны пошукавы запыт нумар " + i + " / pitkä hakulause " + i);
      }
      if (isEarlier(period)) {
        // One is new, one is gone.
        names.set(0, "اسم طويل ليس موجودا بعد الآن 🔥 +1");
      }
    }
    List<Group> groups = new ArrayList<>();
    double left = 1;
    for (int i = 0; i < Math.min(limit, names.size()); i++) {
      double share = left * (0.34 + 0.04 * Math.sin(period.span().start().toEpochDay() / 31.0 + i));
      left -= share;
      groups.add(new Group(names.get(i), part(client, period, ids, share, i)));
    }
    if (names.size() <= limit) {
      makeWhole(client, period, ids, groups);
    }
    Optional<Group> other =
        names.size() > limit
            ? Optional.of(new Group("", part(client, period, ids, left, 99)))
            : Optional.empty();
    List<KpiValue> total = ids.stream().map(id -> value(id, period.span(), client)).toList();
    return new Breakdown(
        ids.stream().map(id -> samples.get(id).kpi()).toList(),
        dimension,
        groups,
        other,
        new Group("", total),
        names.size());
  }

  /** The last group has what the others leave of what adds up. */
  private void makeWhole(Client client, Period period, List<KpiId> ids, List<Group> groups) {
    Group last = groups.remove(groups.size() - 1);
    List<KpiValue> values = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      int column = i;
      KpiValue whole = value(ids.get(i), period.span(), client);
      boolean adds = samples.get(ids.get(i)).kpi().kind() == KpiKind.FLOW;
      BigDecimal others =
          groups.stream()
              .map(group -> group.values().get(column).value().orElse(BigDecimal.ZERO))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      values.add(
          adds && whole.value().isPresent()
              ? KpiValue.known(
                  whole.value().get().subtract(others),
                  Optional.empty(),
                  Optional.empty(),
                  whole.currency())
              : last.values().get(i));
    }
    groups.add(new Group(last.name(), values));
  }

  private List<KpiValue> part(Client client, Period period, List<KpiId> ids, double share, int i) {
    List<KpiValue> values = new ArrayList<>();
    for (KpiId id : ids) {
      KpiValue whole = value(id, period.span(), client);
      boolean adds =
          samples.get(id).kpi().kind() == KpiKind.FLOW
              || samples.get(id).kpi().kind() == KpiKind.STOCK;
      double unlike = isEarlier(period) ? 1 + 0.3 * Math.sin(i * 2.3 + 1) : 1;
      double factor = unlike * (adds ? share : 0.7 + ((i * 37) % 10) / 14.0);
      values.add(
          whole.value().isEmpty() || (sampleCase == Case.UGLY && i == 5)
              ? KpiValue.noData(new Reason(Reason.Code.NOT_IN_PERIOD, List.of(), "None."))
              : part(
                  id,
                  whole
                      .value()
                      .get()
                      .multiply(BigDecimal.valueOf(factor))
                      .setScale(adds ? 0 : 6, java.math.RoundingMode.HALF_UP),
                  share,
                  whole));
    }
    return values;
  }

  private static boolean isEarlier(Period period) {
    return period.span().start().isBefore(LocalDate.of(2026, 10, 1));
  }

  /** Groups do not move all alike, and a rate is one of as much as its group has of all. */
  private KpiValue part(KpiId id, BigDecimal number, double share, KpiValue like) {
    KpiKind kind = samples.get(id).kpi().kind();
    boolean isRate = kind == KpiKind.RATIO || kind == KpiKind.WMEAN;
    Optional<BigDecimal> base =
        isRate ? Optional.of(BigDecimal.valueOf(Math.round(9_000 * share) + 1)) : Optional.empty();
    return KpiValue.known(number, base.map(number::multiply), base, like.currency());
  }
}

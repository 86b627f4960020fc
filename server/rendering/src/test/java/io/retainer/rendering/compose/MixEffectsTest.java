package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.MixEffect;
import io.retainer.model.report.Remark;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.rendering.Samples;
import io.retainer.rendering.overview.RemarkTexts;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixEffectsTest {

  private static final Base SEPTEMBER =
      ComparedPeriod.closed(Samples.OCTOBER, Comparison.PREVIOUS).bases().get(0);
  private static final KpiDescriptor CTR =
      new KpiDescriptor(
          new KpiId("search.ctr"),
          "1",
          KpiKind.RATIO,
          KpiUnit.PERCENT,
          Direction.HIGHER,
          Map.of(
              "en", "CTR", "ru", "CTR в поиске", "be", "CTR у пошуку", "fi", "Klikkausprosentti"),
          Map.of(),
          "search_queries",
          "",
          List.of("device"),
          30);

  private static final KpiDescriptor CPC =
      new KpiDescriptor(
          new KpiId("ads.cpc"),
          "1",
          KpiKind.RATIO,
          KpiUnit.MONEY,
          Direction.LOWER,
          Map.of("en", "Cost per click"),
          Map.of(),
          "ads",
          "",
          List.of("device"),
          30);

  private static Kpis.Group group(String name, long impressions, long clicks) {
    BigDecimal numerator = BigDecimal.valueOf(clicks);
    BigDecimal denominator = BigDecimal.valueOf(impressions);
    return new Kpis.Group(
        name,
        List.of(
            KpiValue.known(
                numerator.divide(denominator, MathContext.DECIMAL128),
                Optional.of(numerator),
                Optional.of(denominator),
                Optional.empty())));
  }

  private static Kpis.Breakdown breakdown(Kpis.Group... groups) {
    long impressions = 0;
    long clicks = 0;
    for (Kpis.Group one : groups) {
      impressions += one.values().get(0).denominator().orElseThrow().longValue();
      clicks += one.values().get(0).numerator().orElseThrow().longValue();
    }
    return new Kpis.Breakdown(
        List.of(CTR),
        "device",
        List.of(groups),
        Optional.empty(),
        group("", impressions, clicks),
        groups.length);
  }

  private static List<MixEffect> effects(Kpis.Breakdown then, Kpis.Breakdown now) {
    return new MixEffects(new Then(then), Samples.MINSK, SEPTEMBER).of(now);
  }

  /** Golden vector 13 of the KPI catalogue. */
  private static List<MixEffect> vector13() {
    return effects(
        breakdown(group("desktop", 80_000, 4_000), group("mobile", 20_000, 400)),
        breakdown(group("desktop", 33_333, 1_833), group("mobile", 66_667, 1_667)));
  }

  @Test
  void findsATotalThatFellWhileEveryGroupRose() {
    assertThat(vector13())
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.groupsRose()).isTrue();
              assertThat(effect.byRates().style()).isEqualTo(Style.POINTS);
              assertThat(effect.byRates().amount().doubleValue())
                  .isCloseTo(0.8 * 0.0049905 + 0.2 * 0.0050050, offset());
              BigDecimal both = effect.byRates().amount().add(effect.byShares().amount());
              assertThat(both.doubleValue()).isCloseTo(0.035 - 0.044, offset());
            });
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | CTR by device: every row is higher than in September 2026, the total is lower",
        "ru | CTR в поиске по устройствам: в сравнении с периодом сентябрь 2026 каждая строка выше",
        "be | CTR у пошуку па прыладах: у параўнанні з перыядам верасень 2026 кожны радок вышэйшы",
        "fi | Klikkausprosentti laitteittain: verrattuna jaksoon syyskuu 2026 jokainen rivi",
      })
  void saysSoInWordsWithBothParts(String language, String begin) {
    String sentence =
        new RemarkTexts(
                Samples.templates()
                    .named("monthly-performance")
                    .texts(Locale.forLanguageTag(language)))
            .sentence(Remark.mix(vector13().get(0)))
            .replace('\u00a0', ' ');

    assertThat(sentence).startsWith(begin).containsPattern("\\+0[.,]5 .*−1[.,]4 ");
  }

  /** What a click costs is money, and money has a currency wherever it is told. */
  @Test
  void aRateThatIsMoneySaysInWhich() {
    MixEffect effect =
        new MixEffect(
            CPC,
            "device",
            SEPTEMBER.period(),
            true,
            Optional.of("EUR"),
            new Delta(Style.ABSOLUTE, new BigDecimal("0.05"), Delta.Judgement.NEUTRAL),
            new Delta(Style.ABSOLUTE, new BigDecimal("-0.12"), Delta.Judgement.NEUTRAL));

    assertThat(
            new RemarkTexts(Samples.templates().named("monthly-performance").texts(Locale.ENGLISH))
                .sentence(Remark.mix(effect)))
        .contains("+€0.05", "−€0.12");
  }

  @Test
  void findsATotalThatRoseWhileEveryGroupFell() {
    assertThat(
            effects(
                breakdown(group("desktop", 33_333, 1_833), group("mobile", 66_667, 1_667)),
                breakdown(group("desktop", 80_000, 4_000), group("mobile", 20_000, 400))))
        .singleElement()
        .satisfies(effect -> assertThat(effect.groupsRose()).isFalse());
  }

  @Test
  void isSilentWhereAGroupMovedWithTheTotal() {
    assertThat(
            effects(
                breakdown(group("desktop", 80_000, 4_000), group("mobile", 20_000, 400)),
                breakdown(group("desktop", 33_333, 1_600), group("mobile", 66_667, 1_667))))
        .isEmpty();
  }

  @Test
  void isSilentWhereAGroupIsNewOrTooSmallOrNotShown() {
    Kpis.Breakdown then = breakdown(group("desktop", 80_000, 4_000), group("mobile", 20_000, 400));
    Kpis.Breakdown now = breakdown(group("desktop", 33_333, 1_833), group("mobile", 66_667, 1_667));

    assertThat(effects(breakdown(group("desktop", 100_000, 4_400)), now)).isEmpty();
    assertThat(effects(breakdown(group("desktop", 80_000, 4_000), group("mobile", 29, 0)), now))
        .isEmpty();
    assertThat(
            effects(
                then,
                new Kpis.Breakdown(
                    now.kpis(),
                    now.dimension(),
                    now.groups(),
                    Optional.of(group("", 10, 1)),
                    now.total(),
                    7)))
        .isEmpty();
  }

  @Test
  void isSilentWhereTheRowsDoNotMakeTheTotal() {
    Kpis.Breakdown then = breakdown(group("desktop", 80_000, 4_000), group("mobile", 20_000, 400));
    Kpis.Breakdown now = breakdown(group("desktop", 33_333, 1_833), group("mobile", 66_667, 1_667));

    assertThat(
            effects(
                then,
                new Kpis.Breakdown(
                    now.kpis(),
                    now.dimension(),
                    now.groups(),
                    Optional.empty(),
                    group("", 120_000, 4_000),
                    2)))
        .isEmpty();
  }

  /** Knows one breakdown, that of the period before. */
  private record Then(Kpis.Breakdown then) implements Kpis {

    @Override
    public Breakdown breakdown(
        Client client, Period period, List<KpiId> ids, String dimension, int limit) {
      assertThat(period).isEqualTo(SEPTEMBER.period());
      assertThat(dimension).isEqualTo("device");
      return then;
    }

    @Override
    public List<KpiDescriptor> catalogue() {
      return List.of(CTR);
    }

    @Override
    public Optional<KpiDescriptor> find(KpiId id) {
      return Optional.of(CTR);
    }

    @Override
    public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
      return new ArrayList<>();
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
}

package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.report.Remark;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.ReasonTexts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands below a section of figures that are not sure. */
class RemarksTest {

  private static final Period OCTOBER = Period.parse("2026-10");
  private static final Base BASE =
      ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS).bases().get(0);
  private static final Reason A_DAY =
      new Reason(Reason.Code.MISSING_DAYS, List.of("2026-10-14..2026-10-14"), "days are missing");
  private static final Reason A_DAY_BEFORE =
      new Reason(Reason.Code.MISSING_DAYS, List.of("2026-09-02..2026-09-02"), "days are missing");
  private static final Reason KEPT_BACK =
      new Reason(Reason.Code.BELOW_THRESHOLD, List.of("43", "clicks", "10"), "43 are kept back.");
  private static final Reason EMPTY =
      new Reason(Reason.Code.VALUES_MISSING, List.of("4", "clicks"), "4 are empty.");

  private static KpiFigure figure(String id, KpiValue now, KpiValue then) {
    KpiDescriptor kpi =
        new KpiDescriptor(
            new KpiId(id),
            "1",
            KpiKind.FLOW,
            KpiUnit.COUNT,
            Direction.HIGHER,
            Map.of("en", id),
            Map.of(),
            "web_traffic",
            "",
            List.of(),
            0);
    return new KpiFigure(
        kpi,
        OCTOBER,
        now,
        List.of(Change.between(kpi, BASE, now, then)),
        new Coverage(Extent.FULL, List.of(), List.of(), Set.of(), true, Optional.empty()));
  }

  private static KpiValue value(Reason... grounds) {
    Optional<Reason> reason = Reason.of(Stream.of(grounds));
    return new KpiValue(
        reason.isPresent() ? Status.PARTIAL : Status.KNOWN,
        Optional.of(BigDecimal.TEN),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reason);
  }

  private static List<Remark> about(KpiFigure... figures) {
    return Remarks.about(List.of(figures), List.of(BASE)).stream()
        .filter(remark -> remark.kind() != Remark.Kind.PER_DAY)
        .toList();
  }

  @Test
  void eachGroundIsNamedOnceWithAllThatItConcerns() {
    List<Remark> remarks =
        about(
            figure("a.clicks", value(A_DAY, KEPT_BACK, EMPTY), value()),
            figure("a.visits", value(A_DAY), value()));

    assertThat(remarks)
        .filteredOn(remark -> remark.kind() == Remark.Kind.PARTIAL)
        .extracting(remark -> remark.kpis().size() + " " + remark.reason().orElseThrow().code())
        .containsExactly("2 MISSING_DAYS", "1 BELOW_THRESHOLD", "1 VALUES_MISSING");
    assertThat(remarks).extracting(Remark::id).doesNotHaveDuplicates();
  }

  @Test
  void aFigureWithoutChangeSaysWhatIsMissing() {
    List<Remark> remarks =
        about(
            figure("a.visits", value(), value(A_DAY_BEFORE)),
            figure("a.clicks", value(A_DAY), value()),
            figure("a.orders", value(), value(KEPT_BACK)));

    assertThat(remarks)
        .filteredOn(remark -> remark.kind() == Remark.Kind.WITHOUT_CHANGE)
        .extracting(remark -> remark.kpis().get(0).id() + " " + remark.reason())
        .containsExactly(
            "a.visits " + Optional.of(A_DAY_BEFORE),
            "a.clicks " + Optional.empty(),
            "a.orders " + Optional.of(KEPT_BACK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Days without data: 14 October 2026. Values that the source keeps back because they are"
            + " below 10: 43. Values that are empty in the source and not included: 4.",
        "ru|Дни без данных: 14 октября 2026 г. Источник не показывает значения меньше 10; таких"
            + " значений: 43. Пустых значений в данных источника: 4; в показатель они не вошли.",
        "be|Дні без даных: 14 кастрычніка 2026 г. Крыніца не паказвае значэнняў, меншых за 10; такіх"
            + " значэнняў: 43. Пустых значэнняў у даных крыніцы: 4; у паказчык яны не ўвайшлі.",
        "fi|Päivät ilman tietoja: 14. lokakuuta 2026. Lähde ei näytä arvoja, jotka ovat alle 10; niitä"
            + " on 43. Lähteen tyhjiä arvoja on 4; ne eivät sisälly lukuun.",
      })
  void aReasonOfSeveralGroundsIsAsManySentences(String language, String expected) {
    Reason all = Reason.of(Stream.of(A_DAY, KEPT_BACK, EMPTY)).orElseThrow();

    assertThat(
            ReasonTexts.of(Locale.forLanguageTag(language))
                .sentence(all)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' '))
        .isEqualTo(expected);
  }
}

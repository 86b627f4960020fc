package io.retainer.rendering.compose;

import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.kpi.Nameless;
import io.retainer.model.report.MixEffect;
import io.retainer.model.report.Moved;
import io.retainer.model.report.Remark;
import io.retainer.model.report.Section;
import io.retainer.model.time.Base;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.Line;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what moved a figure, in the tables that its report shows: the part of an amount that went
 * furthest the same way, or the shares of a rate's groups. Only where the parts of both periods
 * make the whole; else nothing is said, nor where two parts went equally far.
 */
final class Drivers {

  /** A part is looked for among this many. */
  private static final int MOST_GROUPS = 10_000;

  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-9");

  private final Kpis kpis;
  private final Questions questions;
  private final List<Section.Filled> sections;
  private final Map<BreakdownDefinition, Tables> tables = new HashMap<>();

  /**
   * @param kpis which know the answers
   * @param sections of the report
   */
  Drivers(Kpis kpis, Questions questions, List<Section> sections) {
    this.kpis = kpis;
    this.questions = questions;
    this.sections =
        sections.stream()
            .filter(Section.Filled.class::isInstance)
            .map(Section.Filled.class::cast)
            .toList();
  }

  /** The same table of both periods. */
  private record Tables(Kpis.Breakdown now, Kpis.Breakdown then) {

    boolean areWhole() {
      return now.other().isEmpty() && then.other().isEmpty();
    }
  }

  Optional<Moved.Driver> of(KpiFigure figure, Compared compared) {
    KpiKind kind = figure.kpi().kind();
    if (kind == KpiKind.RATIO || kind == KpiKind.WMEAN) {
      return mix(figure.kpi().id());
    }
    return kind == KpiKind.FLOW ? segment(figure, compared) : Optional.empty();
  }

  private Optional<Moved.Driver> mix(KpiId id) {
    return sections.stream()
        .flatMap(section -> section.remarks().stream())
        .map(Remark::mix)
        .flatMap(Optional::stream)
        .filter((MixEffect effect) -> effect.kpi().id().equals(id))
        .<Moved.Driver>map(Moved.Driver.Mix::new)
        .findFirst();
  }

  /** Of the first table that has one. */
  private Optional<Moved.Driver> segment(KpiFigure figure, Compared compared) {
    Optional<Base> base = questions.base().filter(compared.base()::equals);
    return base.stream()
        .flatMap(with -> breakdowns(figure.kpi().id()))
        .map(by -> segment(tables(by, base.get()), figure.kpi().id(), compared))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<BreakdownDefinition> breakdowns(KpiId id) {
    Set<String> shown = sections.stream().map(Section::key).collect(Collectors.toSet());
    return questions.definition().sections().stream()
        .filter(section -> shown.contains(section.key()))
        .flatMap(section -> section.breakdowns().stream())
        .filter(breakdown -> breakdown.kpis().stream().anyMatch(line -> line.value().equals(id)));
  }

  private Tables tables(BreakdownDefinition definition, Base base) {
    return tables.computeIfAbsent(
        definition,
        by -> {
          List<KpiId> ids =
              by.kpis().stream().map(Line::value).filter(id -> kpis.find(id).isPresent()).toList();
          MonthlyGroups groups = new MonthlyGroups(kpis, questions.client());
          return new Tables(
              groups.breakdown(questions.period(), ids, by.by(), MOST_GROUPS),
              groups.breakdown(base.period(), ids, by.by(), MOST_GROUPS));
        });
  }

  private static Optional<Moved.Driver> segment(Tables tables, KpiId id, Compared compared) {
    Optional<Map<String, BigDecimal>> now = parts(tables.now(), id, compared.now());
    Optional<Map<String, BigDecimal>> then = parts(tables.then(), id, compared.value());
    if (!tables.areWhole() || now.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    Map<String, BigDecimal> changes = new LinkedHashMap<>(now.get());
    then.get().forEach((name, before) -> changes.merge(name, before.negate(), BigDecimal::add));
    int way = whole(compared.now()).compareTo(whole(compared.value()));
    String furthest = "";
    BigDecimal most = BigDecimal.ZERO;
    boolean isAlone = false;
    for (Map.Entry<String, BigDecimal> change : changes.entrySet()) {
      BigDecimal sameWay = way > 0 ? change.getValue() : change.getValue().negate();
      int further = sameWay.compareTo(most);
      if (further > 0) {
        most = sameWay;
        furthest = change.getKey();
      }
      isAlone = further > 0 || isAlone && further < 0;
    }
    return changes.size() < 2 || !isAlone || Nameless.isNobody(furthest)
        ? Optional.empty()
        : Optional.of(
            new Moved.Driver.Segment(tables.now().dimension(), furthest, changes.get(furthest)));
  }

  /** The amounts by group, where all are known and make the whole. */
  private static Optional<Map<String, BigDecimal>> parts(
      Kpis.Breakdown table, KpiId id, KpiValue whole) {
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    int column = table.kpis().stream().map(kpi -> kpi.id()).toList().indexOf(id);
    BigDecimal sum = BigDecimal.ZERO;
    for (Kpis.Group group : table.groups()) {
      KpiValue value = group.values().get(column);
      boolean isNone = value.status() == KpiValue.Status.NO_DATA;
      boolean isPart =
          value.status() == KpiValue.Status.KNOWN && value.currency().equals(whole.currency());
      if (!isNone && !isPart) {
        return Optional.empty();
      }
      BigDecimal amount = value.value().orElse(BigDecimal.ZERO);
      parts.merge(group.name(), amount, BigDecimal::add);
      sum = sum.add(amount);
    }
    BigDecimal tolerated = NEGLIGIBLE.multiply(whole(whole).abs().max(BigDecimal.ONE));
    boolean addsUp = sum.subtract(whole(whole)).abs().compareTo(tolerated) <= 0;
    return addsUp ? Optional.of(parts) : Optional.empty();
  }

  private static BigDecimal whole(KpiValue value) {
    return value.value().orElseThrow();
  }
}

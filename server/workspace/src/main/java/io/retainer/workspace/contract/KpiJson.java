package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiTable;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.target.Assessment;
import io.retainer.model.time.Comparison;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** KPIs and their values as JSON. */
public final class KpiJson {

  private KpiJson() {}

  /** A value with its comparisons, of a period without a target. */
  public static ObjectNode of(KpiFigure figure) {
    return of(figure, Optional.empty());
  }

  /**
   * A value with its comparisons and its target, where the period has one. What it has to say of
   * the period before and of last year stands beside the value, too; null when that was not asked.
   */
  public static ObjectNode of(KpiFigure figure, Optional<Assessment> target) {
    KpiDescriptor kpi = figure.kpi();
    KpiValue current = figure.current();
    ObjectNode json =
        Json.object()
            .put("id", kpi.id().value())
            .put("version", kpi.version())
            .put("kind", kpi.kind().word())
            .put("unit", kpi.unit().word())
            .put("status", current.status().word());
    json.set("value", Json.numberOrNull(current.value()));
    json.set("numerator", Json.numberOrNull(current.numerator()));
    json.set("denominator", Json.numberOrNull(current.denominator()));
    json.set("previous", Json.numberOrNull(earlier(figure, Comparison.PREVIOUS)));
    json.set("previousYear", Json.numberOrNull(earlier(figure, Comparison.LAST_YEAR)));
    json.set("delta", ComparisonJson.delta(figure.delta(Comparison.PREVIOUS), kpi.unit()));
    json.set("reason", Json.textOrNull(current.reason().map(Reason::english)));
    json.set("coverage", coverage(figure.coverage()));
    json.set("sources", Json.array(figure.coverage().inputs(), KpiJson::input));
    figure
        .coverage()
        .converted()
        .filter(by -> !by.used().isEmpty())
        .ifPresent(by -> json.set("converted", converted(by)));
    json.set("deltaYear", ComparisonJson.delta(figure.delta(Comparison.LAST_YEAR), kpi.unit()));
    json.set("currency", Json.textOrNull(current.currency()));
    json.set(
        "target",
        target
            .<JsonNode>map(found -> TargetJson.of(found, kpi.unit()))
            .orElseGet(() -> Json.textOrNull(Optional.empty())));
    current.table().ifPresent(table -> json.set("table", table(table)));
    interval(current).ifPresent(ends -> json.set("interval", ends));
    json.put("period", figure.period().toString());
    json.set(
        "compared", Json.array(figure.compared(), compared -> ComparisonJson.of(compared, kpi)));
    return json;
  }

  private static Optional<BigDecimal> earlier(KpiFigure figure, Comparison comparison) {
    return figure.compared(comparison).flatMap(compared -> compared.value().value());
  }

  static ObjectNode table(KpiTable table) {
    ObjectNode json = Json.object();
    json.set("columns", Json.array(table.columns(), Json::text));
    json.set("rows", Json.<List<Object>>array(table.rows(), row -> Json.array(row, KpiJson::cell)));
    return json;
  }

  private static JsonNode cell(Object cell) {
    return cell instanceof BigDecimal number
        ? Json.number(number)
        : Json.textOrNull(Optional.ofNullable((String) cell));
  }

  /** Where an estimate probably lies. */
  private static Optional<ObjectNode> interval(KpiValue value) {
    return value
        .reason()
        .filter(reason -> reason.code() == Reason.Code.ESTIMATE && reason.arguments().size() > 1)
        .map(
            reason -> {
              ObjectNode json = Json.object();
              json.set("low", Json.number(new BigDecimal(reason.arguments().get(0))));
              json.set("high", Json.number(new BigDecimal(reason.arguments().get(1))));
              return json;
            });
  }

  /** What a KPI means. */
  public static ObjectNode of(KpiDescriptor kpi) {
    ObjectNode json =
        Json.object()
            .put("id", kpi.id().value())
            .put("version", kpi.version())
            .put("kind", kpi.kind().word())
            .put("unit", kpi.unit().word())
            .put("better", kpi.better().name().toLowerCase(Locale.ROOT))
            .put("dataset", kpi.dataset())
            .put("formula", kpi.formula());
    json.set("title", texts(kpi.title()));
    json.set("about", texts(kpi.about()));
    json.set("parameters", texts(kpi.parameters()));
    json.set("dimensions", Json.array(kpi.dimensions(), Json::text));
    return json;
  }

  /** Which rates the period's amounts were converted by. */
  private static ObjectNode converted(Converted converted) {
    ObjectNode json = Json.object().put("into", converted.into()).put("rates", converted.title());
    json.set(
        "used",
        Json.array(
            converted.used(),
            used ->
                Json.object()
                    .put("currency", used.currency())
                    .put("first", used.days().start().toString())
                    .put("last", used.days().lastDay().toString())
                    .put("published", used.published().toString())
                    .put("factor", used.factor())));
    return json;
  }

  private static ObjectNode coverage(Coverage coverage) {
    ObjectNode json =
        Json.object().put("extent", coverage.extent().name().toLowerCase(Locale.ROOT));
    json.set("missing", Json.array(coverage.missing(), Json::text));
    return json.put("complete", coverage.complete() && coverage.extent() != Coverage.Extent.NONE);
  }

  private static ObjectNode input(Coverage.Input input) {
    return Json.object()
        .put("batch", input.batch())
        .put("source", input.source())
        .put("account", input.account())
        .put("file", input.fileName())
        .put("sha256", input.sha256())
        .put("importedAt", input.importedAt().toString());
  }

  private static ObjectNode texts(Map<String, String> byLanguage) {
    ObjectNode json = Json.object();
    new TreeMap<>(byLanguage).forEach(json::put);
    return json;
  }
}

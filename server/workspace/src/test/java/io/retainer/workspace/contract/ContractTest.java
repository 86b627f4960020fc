package io.retainer.workspace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.imports.Doubled;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.PassedOver;
import io.retainer.model.imports.Restatement;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.target.Assessment;
import io.retainer.model.target.Goal;
import io.retainer.model.target.Target;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The names and meanings that scripts of users build on. */
class ContractTest {

  private static final Period OCTOBER = Period.parse("2026-10");
  private static final KpiDescriptor CTR =
      new KpiDescriptor(
          new KpiId("search.ctr"),
          "0123abcd",
          KpiKind.RATIO,
          KpiUnit.PERCENT,
          Direction.HIGHER,
          Map.of("en", "Click-through rate"),
          Map.of(),
          "search_queries",
          "sum(clicks) / sum(impressions)",
          List.of("query"),
          30);

  @Test
  void aKpiHasTheNamesOfTheContractFirst() {
    JsonNode json = KpiJson.of(figure(known("0.0917431192660550458715596330275229")));

    assertThat(names(json))
        .startsWith(
            "id",
            "version",
            "kind",
            "unit",
            "status",
            "value",
            "numerator",
            "denominator",
            "previous",
            "previousYear",
            "delta",
            "reason",
            "coverage",
            "sources");
  }

  @Test
  void numbersKeepTheirFullPrecisionAndCountsHaveNoFraction() {
    String text = Json.text(KpiJson.of(figure(known("0.0917431192660550458715596330275229"))));

    assertThat(text)
        .contains("\"value\" : 0.0917431192660550458715596330275229")
        .contains("\"numerator\" : 10,")
        .contains("\"denominator\" : 100,");
  }

  @Test
  void whatIsNotThereIsNullWithAReason() {
    JsonNode json =
        KpiJson.of(
            figure(
                KpiValue.noData(
                    new Reason(
                        Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing was imported yet."))));

    assertThat(json.get("status").textValue()).isEqualTo("no-data");
    assertThat(json.get("value").isNull()).isTrue();
    assertThat(json.get("numerator").isNull()).isTrue();
    assertThat(json.get("reason").textValue()).isEqualTo("Nothing was imported yet.");
  }

  @Test
  void aTargetIsNullOrSaysHowTheFigureStands() {
    Target target =
        new Target(
            CTR.id(),
            Period.Kind.MONTH,
            new Goal.AtLeast(new BigDecimal("0.1")),
            Optional.empty(),
            Target.ALWAYS);
    KpiFigure figure = figure(known("0.09"));
    LocalDate after = LocalDate.of(2026, 11, 2);

    JsonNode json = KpiJson.of(figure, Optional.of(Assessment.of(target, figure, after)));

    assertThat(KpiJson.of(figure).get("target").isNull()).isTrue();
    assertThat(names(json.get("target")))
        .containsExactly("goal", "low", "high", "verdict", "reason", "share", "pace");
    assertThat(json.at("/target/goal").textValue()).isEqualTo(">= 10 %");
    assertThat(json.at("/target/low").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(json.at("/target/verdict").textValue()).isEqualTo("missed");
    assertThat(names(TargetJson.of(target, KpiUnit.PERCENT)))
        .containsExactly("kpi", "period", "goal", "low", "high", "currency", "from");
  }

  @Test
  void whatBecameOfAFileIsReadBackAsItWas() throws Exception {
    String text = Json.text(Json.array(List.of(october()), ImportJson::of));

    assertThat(ReadImports.of(Json.exact(text)))
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(List.of(october()));
  }

  private static ImportResult october() {
    return new ImportResult(
        "Dates.csv",
        "ab",
        ImportResult.Status.PARTIAL,
        Optional.of("7"),
        Optional.of("google-search-console"),
        Optional.of("example.org"),
        List.of(
            new ImportResult.Table(
                "Dates",
                "search_queries",
                30,
                1,
                Optional.of(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))),
                Grain.DAY)),
        List.of(new ReadIssue(5, "Clicks", "x", "a count", "Correct it.")),
        1,
        List.of(
            new ImportResult.Reconciliation(
                "search_queries.clicks",
                new BigDecimal("100"),
                new BigDecimal("99.50"),
                ImportResult.Verdict.WITHIN_TOLERANCE)),
        List.of(
            new Restatement(
                "Dates",
                "search_queries",
                1,
                2,
                0,
                27,
                List.of(
                    new Restatement.Period(
                        DateSpan.ofDay(LocalDate.of(2026, 10, 1)),
                        1,
                        2,
                        0,
                        List.of(
                            new Restatement.Amount(
                                "clicks",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new BigDecimal("7")))))))),
        List.of(
            new Doubled(
                "search_queries",
                "stream",
                "https://example.org/",
                DateSpan.ofDay(LocalDate.of(2026, 10, 1)))),
        List.of(new PassedOver("the total", 1, 33)),
        List.of("The file names no currency."));
  }

  @Test
  void anImportHasTheNamesOfTheContract() {
    JsonNode json = ImportJson.of(october());

    assertThat(names(json))
        .startsWith(
            "file",
            "sha256",
            "status",
            "connector",
            "account",
            "tables",
            "issues",
            "reconciliation");
    assertThat(names(json.get("tables").get(0)))
        .contains("table", "rows", "rejectedRows", "periodStart", "periodEnd", "grain");
    assertThat(json.get("tables").get(0).get("periodEnd").textValue()).isEqualTo("2026-10-31");
    assertThat(names(json.get("issues").get(0)))
        .containsExactly("line", "column", "saw", "expected", "advice");
    assertThat(names(json.get("reconciliation").get(0)))
        .containsExactly("metric", "total", "sum", "verdict");
    assertThat(json.get("status").textValue()).isEqualTo("partial");
    assertThat(names(json.at("/restatements/0")))
        .containsExactly("table", "dataset", "added", "changed", "removed", "unchanged", "periods");
    assertThat(names(json.at("/restatements/0/periods/0")))
        .containsExactly("start", "end", "added", "changed", "removed", "amounts");
    assertThat(json.at("/restatements/0/periods/0/amounts/0").toString())
        .isEqualTo("{\"measure\":\"clicks\",\"currency\":null,\"before\":null,\"after\":7}");
    assertThat(json.at("/doubled/0").toString())
        .isEqualTo(
            "{\"dataset\":\"search_queries\",\"source\":\"stream\","
                + "\"account\":\"https://example.org/\",\"start\":\"2026-10-01\","
                + "\"end\":\"2026-10-01\"}");
  }

  private static KpiValue known(String value) {
    return KpiValue.known(
        new BigDecimal(value),
        Optional.of(new BigDecimal("10.000000")),
        Optional.of(new BigDecimal("1E+2")),
        Optional.empty());
  }

  private static KpiFigure figure(KpiValue current) {
    return new KpiFigure(
        CTR,
        OCTOBER,
        current,
        List.of(
            new Compared(
                Comparison.PREVIOUS.of(OCTOBER, OCTOBER.span().end()).orElseThrow(),
                current,
                known("0.1"),
                Optional.of(
                    new Delta(Delta.Style.POINTS, new BigDecimal("-0.01"), Delta.Judgement.BAD)),
                Optional.empty())),
        new Coverage(Coverage.Extent.FULL, List.of(), List.of(), Set.of(), true, Optional.empty()));
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}

package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.model.imports.Doubled;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.PassedOver;
import io.retainer.model.imports.Restatement;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What became of files, out of what {@link ImportJson} wrote. */
public final class ReadImports {

  private ReadImports() {}

  /**
   * @param results read with {@link Json#exact}
   */
  public static List<ImportResult> of(JsonNode results) {
    return list(results, ReadImports::result);
  }

  private static ImportResult result(JsonNode json) {
    return new ImportResult(
        json.path("file").asText(),
        json.path("sha256").asText(),
        ImportResult.Status.valueOf(constant(json.path("status"))),
        text(json.path("batch")),
        text(json.path("connector")),
        text(json.path("account")),
        list(json.path("tables"), ReadImports::table),
        list(json.path("issues"), ReadImports::issue),
        json.path("issueCount").asLong(),
        list(json.path("reconciliation"), ReadImports::reconciliation),
        list(json.path("restatements"), ReadImports::restatement),
        list(json.path("doubled"), ReadImports::doubled),
        list(json.path("passedOver"), ReadImports::passedOver),
        list(json.path("assumed"), JsonNode::asText));
  }

  private static ImportResult.Table table(JsonNode json) {
    return new ImportResult.Table(
        json.path("table").asText(),
        json.path("dataset").asText(),
        json.path("rows").asLong(),
        json.path("rejectedRows").asLong(),
        text(json.path("periodStart")).map(start -> days(json, "periodStart", "periodEnd")),
        Grain.valueOf(constant(json.path("grain"))));
  }

  private static ReadIssue issue(JsonNode json) {
    return new ReadIssue(
        json.path("line").asLong(),
        json.path("column").asText(),
        json.path("saw").asText(),
        json.path("expected").asText(),
        json.path("advice").asText());
  }

  private static ImportResult.Reconciliation reconciliation(JsonNode json) {
    return new ImportResult.Reconciliation(
        json.path("metric").asText(),
        json.path("total").decimalValue(),
        json.path("sum").decimalValue(),
        ImportResult.Verdict.valueOf(constant(json.path("verdict"))));
  }

  private static Restatement restatement(JsonNode json) {
    return new Restatement(
        json.path("table").asText(),
        json.path("dataset").asText(),
        json.path("added").asLong(),
        json.path("changed").asLong(),
        json.path("removed").asLong(),
        json.path("unchanged").asLong(),
        list(json.path("periods"), ReadImports::period));
  }

  private static Restatement.Period period(JsonNode json) {
    return new Restatement.Period(
        days(json, "start", "end"),
        json.path("added").asLong(),
        json.path("changed").asLong(),
        json.path("removed").asLong(),
        list(json.path("amounts"), ReadImports::amount));
  }

  private static Restatement.Amount amount(JsonNode json) {
    return new Restatement.Amount(
        json.path("measure").asText(),
        text(json.path("currency")),
        number(json.path("before")),
        number(json.path("after")));
  }

  private static Doubled doubled(JsonNode json) {
    return new Doubled(
        json.path("dataset").asText(),
        json.path("source").asText(),
        json.path("account").asText(),
        days(json, "start", "end"));
  }

  private static PassedOver passedOver(JsonNode json) {
    return new PassedOver(
        json.path("reason").asText(), json.path("lines").asLong(), json.path("firstLine").asLong());
  }

  private static DateSpan days(JsonNode json, String first, String last) {
    return DateSpan.ofDays(
        LocalDate.parse(json.path(first).asText()), LocalDate.parse(json.path(last).asText()));
  }

  private static String constant(JsonNode word) {
    return word.asText().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Optional<String> text(JsonNode json) {
    return Optional.ofNullable(json.asText(null)).filter(text -> json.isTextual());
  }

  private static Optional<BigDecimal> number(JsonNode json) {
    return json.isNumber() ? Optional.of(json.decimalValue()) : Optional.empty();
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
    return StreamSupport.stream(array.spliterator(), false).map(each).toList();
  }
}

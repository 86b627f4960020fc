package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadIssue;
import java.util.Locale;

/** What became of a file, as JSON. */
public final class ImportJson {

  private ImportJson() {}

  public static ObjectNode of(ImportResult result) {
    ObjectNode json =
        Json.object()
            .put("file", result.file())
            .put("sha256", result.sha256())
            .put("status", result.status().word());
    json.set("connector", Json.textOrNull(result.connector()));
    json.set("account", Json.textOrNull(result.account()));
    json.set("tables", Json.array(result.tables(), ImportJson::table));
    json.set("issues", Json.array(result.issues(), ImportJson::issue));
    json.set("reconciliation", Json.array(result.reconciliation(), ImportJson::reconciliation));
    json.set("batch", Json.textOrNull(result.batch()));
    json.put("issueCount", result.issueCount());
    return json;
  }

  private static ObjectNode table(ImportResult.Table table) {
    ObjectNode json =
        Json.object()
            .put("table", table.table())
            .put("dataset", table.dataset())
            .put("rows", table.rows())
            .put("rejectedRows", table.rejectedRows());
    json.set("periodStart", Json.textOrNull(table.span().map(DateSpan::start)));
    json.set("periodEnd", Json.textOrNull(table.span().map(DateSpan::lastDay)));
    return json.put("grain", table.grain().name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode issue(ReadIssue issue) {
    return Json.object()
        .put("line", issue.line())
        .put("column", issue.column())
        .put("saw", issue.saw())
        .put("expected", issue.expected())
        .put("advice", issue.advice());
  }

  private static ObjectNode reconciliation(ImportResult.Reconciliation reconciliation) {
    ObjectNode json = Json.object().put("metric", reconciliation.metric());
    json.set("total", Json.number(reconciliation.total()));
    json.set("sum", Json.number(reconciliation.sum()));
    return json.put("verdict", reconciliation.verdict().word());
  }
}

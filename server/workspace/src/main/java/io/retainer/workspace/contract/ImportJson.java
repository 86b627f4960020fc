package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.imports.Doubled;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.PassedOver;
import io.retainer.model.imports.Restatement;
import io.retainer.model.imports.Undoing;
import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadIssue;
import io.retainer.warehouse.ImportBatch;
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
    json.set("restatements", Json.array(result.restatements(), ImportJson::restatement));
    json.set("doubled", Json.array(result.doubled(), ImportJson::doubled));
    json.set("passedOver", Json.array(result.passedOver(), ImportJson::passedOver));
    json.set("assumed", Json.array(result.assumed(), Json::text));
    return json;
  }

  /** An import as it is kept. */
  public static ObjectNode of(ImportBatch batch) {
    ObjectNode json =
        of(batch.result())
            .put("id", batch.id())
            .put("importedAt", batch.importedAt().toString())
            .put("importedBy", batch.by())
            .put("bytes", batch.bytes())
            .put("undone", batch.undone());
    json.set("undoing", batch.undoing().<JsonNode>map(ImportJson::of).orElseGet(Json::nothing));
    return json;
  }

  /** What taking an import back did. */
  public static ObjectNode of(Undoing undoing) {
    ObjectNode json =
        Json.object()
            .put("batch", undoing.batch())
            .put("at", undoing.at().toString())
            .put("by", undoing.by())
            .put("rows", undoing.rows())
            .put("rowsInForce", undoing.rowsInForce())
            .put("rowsReturned", undoing.rowsReturned());
    json.set("from", Json.array(undoing.from(), Json::text));
    return json;
  }

  private static ObjectNode passedOver(PassedOver passedOver) {
    return Json.object()
        .put("reason", passedOver.reason())
        .put("lines", passedOver.lines())
        .put("firstLine", passedOver.firstLine());
  }

  private static ObjectNode doubled(Doubled doubled) {
    return Json.object()
        .put("dataset", doubled.dataset())
        .put("source", doubled.source())
        .put("account", doubled.account())
        .put("start", doubled.days().start().toString())
        .put("end", doubled.days().lastDay().toString());
  }

  private static ObjectNode restatement(Restatement restatement) {
    ObjectNode json =
        Json.object()
            .put("table", restatement.table())
            .put("dataset", restatement.dataset())
            .put("added", restatement.added())
            .put("changed", restatement.changed())
            .put("removed", restatement.removed())
            .put("unchanged", restatement.unchanged());
    json.set("periods", Json.array(restatement.periods(), ImportJson::period));
    return json;
  }

  private static ObjectNode period(Restatement.Period period) {
    ObjectNode json =
        Json.object()
            .put("start", period.days().start().toString())
            .put("end", period.days().lastDay().toString())
            .put("added", period.added())
            .put("changed", period.changed())
            .put("removed", period.removed());
    json.set("amounts", Json.array(period.amounts(), ImportJson::amount));
    return json;
  }

  private static ObjectNode amount(Restatement.Amount amount) {
    ObjectNode json = Json.object().put("measure", amount.measure());
    json.set("currency", Json.textOrNull(amount.currency()));
    json.set("before", Json.numberOrNull(amount.before()));
    json.set("after", Json.numberOrNull(amount.after()));
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

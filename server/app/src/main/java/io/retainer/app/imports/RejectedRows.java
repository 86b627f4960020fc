package io.retainer.app.imports;

import io.retainer.app.shell.Csv;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.RejectedRow;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows an import left out, as they stood, with line and reason in front. */
final class RejectedRows {

  private RejectedRows() {}

  static Response download(ImportBatch batch, List<RejectedRow> rows) {
    StringBuilder csv = new StringBuilder("\uFEFFline,column,saw,expected,row\r\n");
    for (RejectedRow row : rows) {
      csv.append(row.issue().line())
          .append(',')
          .append(cell(row.issue().column()))
          .append(',')
          .append(cell(row.issue().saw()))
          .append(',')
          .append(cell(row.issue().expected()))
          .append(',')
          .append(cell(row.text()))
          .append("\r\n");
    }
    String name =
        URLEncoder.encode("rejected-" + batch.result().file() + ".csv", StandardCharsets.UTF_8)
            .replace("+", "%20");
    return Response.ok(csv.toString(), "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .build();
  }

  /** Quoted; and a text that a spreadsheet would take for a formula stays a text. */
  private static String cell(String text) {
    return "\"" + Csv.guarded(text).replace("\"", "\"\"") + "\"";
  }
}

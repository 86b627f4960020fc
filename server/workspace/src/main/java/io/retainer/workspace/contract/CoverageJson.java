package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.spi.DateSpan;
import io.retainer.workspace.CoverageCalendar;
import java.util.List;

/** Which days there is anything about, as JSON. */
public final class CoverageJson {

  private CoverageJson() {}

  /**
   * @param period the days that are asked about
   */
  public static ObjectNode of(CoverageCalendar.Line line, DateSpan period) {
    List<CoverageCalendar.Month> months = line.months(period);
    ObjectNode json =
        Json.object()
            .put("dataset", line.dataset())
            .put("source", line.source())
            .put("account", line.account());
    json.set(
        "twice",
        Json.array(
            line.twice(),
            twice -> {
              ObjectNode other = Json.object().put("source", twice.source());
              other.set("days", Json.text(twice.span()));
              return other;
            }));
    json.set("months", Json.array(months, CoverageJson::month));
    return json;
  }

  private static ObjectNode month(CoverageCalendar.Month month) {
    ObjectNode json =
        Json.object()
            .put("month", month.month().toString())
            .put("days", month.marks().size())
            .put("known", month.known())
            .put(
                "partOfPeriod",
                month.marks().stream().filter(m -> m == CoverageCalendar.Mark.PART).count());
    json.set("missing", Json.array(month.missing(), Json::text));
    return json;
  }
}

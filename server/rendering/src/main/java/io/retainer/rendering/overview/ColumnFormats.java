package io.retainer.rendering.overview;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.History;
import io.retainer.rendering.words.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the numbers of a table are written: those of one column alike. */
public final class ColumnFormats {

  private ColumnFormats() {}

  /** One for each KPI; rows, the rest and the total are of a column. */
  public static List<Formats> of(Formats formats, Kpis.Breakdown breakdown) {
    List<List<KpiValue>> rows =
        Stream.of(
                breakdown.groups().stream(),
                breakdown.other().stream(),
                Stream.of(breakdown.total()))
            .flatMap(groups -> groups)
            .map(Kpis.Group::values)
            .toList();
    return of(formats, breakdown.kpis(), rows);
  }

  /** One for each KPI. */
  public static List<Formats> of(Formats formats, History history) {
    return of(formats, history.kpis(), history.rows().stream().map(History.Row::values).toList());
  }

  private static List<Formats> of(
      Formats formats, List<KpiDescriptor> kpis, List<List<KpiValue>> rows) {
    List<Formats> columns = new ArrayList<>();
    for (int i = 0; i < kpis.size(); i++) {
      int column = i;
      columns.add(
          formats.forColumn(
              kpis.get(i).unit(), rows.stream().flatMap(row -> row.get(column).value().stream())));
    }
    return columns;
  }
}

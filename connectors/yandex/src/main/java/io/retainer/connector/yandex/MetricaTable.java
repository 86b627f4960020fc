package io.retainer.connector.yandex;

import io.retainer.spi.Recognition;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the table of a report in a sheet, and tells it from other products' tables. */
final class MetricaTable {

  static final Headings HEADINGS = Headings.load(MetricaTable.class, "headings.txt");
  private static final Headings TOTALS = Headings.load(MetricaTable.class, "totals.txt");
  private static final Set<String> CHART = Set.of("Период", "Period");

  /** Measures that no other product calls so. */
  private static final Set<String> TELLING = Set.of("page_depth", "time_on_site", "new_share");

  private MetricaTable() {}

  static Recognition recognise(Sheet sheet) throws IOException {
    List<Row> head = sheet.head();
    Optional<Table> table = find(sheet);
    if (table.isPresent()) {
      return table.get().columns().has("direct")
          ? Recognition.refused(
              "Beside visits there is \""
                  + table.get().columns().heading("direct")
                  + "\", as reports of Yandex Direct have; expected a report of Yandex Metrica")
          : Recognition.as("table of a report");
    }
    return isChart(head)
        ? Recognition.notRead(
            "This is the chart of a Metrica report, which does not say which measure it draws;"
                + " export the table of the report (Export, Table data, CSV)")
        : Recognition.refused(
            "No row of headings as Metrica has them, such as \"Визиты, Посетители, Отказы, Глубина"
                + " просмотра, Время на сайте\"");
  }

  /** The first row that is one of headings, of a table that is Metrica's without doubt. */
  static Optional<Table> find(Sheet sheet) throws IOException {
    for (List<String> keys :
        List.of(List.of("visits"), List.of("pageviews", "users"), List.of("goal_reaches"))) {
      Optional<Table> table = Table.find(sheet, HEADINGS, keys);
      if (table.isPresent() && isSure(sheet, table.get().columns())) {
        return table;
      }
    }
    return Optional.empty();
  }

  private static boolean isSure(Sheet sheet, Columns columns) throws IOException {
    boolean telling = columns.keys().stream().anyMatch(TELLING::contains);
    boolean ofApi = columns.row().cells().stream().anyMatch(cell -> cell.startsWith("ym:"));
    boolean named = columns.keys().size() >= 3 && telling && !columns.isMostlyUnknown();
    return ofApi || named || hasTotals(sheet, columns);
  }

  private static boolean hasTotals(Sheet sheet, Columns columns) throws IOException {
    return columns.keys().size() >= 2
        && sheet.head().stream()
            .filter(row -> row.line() > columns.line() && !row.isBlank())
            .findFirst()
            .filter(MetricaTable::isTotal)
            .filter(row -> row.cell(0).strip().contains(" "))
            .isPresent();
  }

  /** Whether the first cell with something in it says that the row sums up all others. */
  static boolean isTotal(Row row) {
    return row.cells().stream()
        .filter(cell -> !cell.isBlank())
        .findFirst()
        .filter(cell -> TOTALS.matches("total", cell))
        .isPresent();
  }

  private static boolean isChart(List<Row> head) {
    return head.size() > 1
        && CHART.contains(head.get(0).cell(0).strip())
        && DateText.parse(head.get(1).cell(0), null) != null;
  }
}

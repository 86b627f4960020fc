package io.retainer.connector.google;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table whose rows are counted from 0000 under a heading in a language nobody taught us: of days,
 * or of weeks. Only whether there are as many as the report has days tells.
 */
final class NamelessDays {

  private static final int MOST = 20_000;

  private final TablePlan plan;
  private final Columns columns;
  private final String title;
  private final List<Row> rows = new ArrayList<>();
  private int last;

  NamelessDays(TablePlan plan, Columns columns, String title) {
    this.plan = plan;
    this.columns = columns;
    this.title = title;
  }

  void add(Row row) {
    String count = row.cell(plan.dateIndex()).strip();
    if (count.matches("\\d{4}")) {
      last = Math.max(last, Integer.parseInt(count));
    }
    if (rows.size() <= MOST) {
      rows.add(row);
    }
  }

  boolean areDays(Optional<DateSpan> report) {
    return rows.size() <= MOST && report.filter(days -> last + 1 == days.days()).isPresent();
  }

  TablePlan plan() {
    return plan;
  }

  Columns columns() {
    return columns;
  }

  String title() {
    return title;
  }

  List<Row> rows() {
    return rows;
  }
}

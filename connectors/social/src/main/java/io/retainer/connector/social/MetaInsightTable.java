package io.retainer.connector.social;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import java.util.List;

/** A titled table of a file of daily figures, before its rows are read. */
final class MetaInsightTable {

  private static final Headings HEADINGS =
      Headings.load(MetaInsightTable.class, "meta-insight-headings.txt");
  private static final String MIDNIGHT = "T00:00:00";

  private final Row title;
  private final Row headings;
  private final Columns columns;
  private final FormsDecision forms;
  private boolean isSeen;
  private boolean beginsWithADay;

  MetaInsightTable(Row title, Row headings) {
    this.title = title;
    this.headings = headings;
    this.columns = HEADINGS.match(headings);
    // Commas between cells: the figures are counts, which have no fraction to decide about.
    this.forms = new FormsDecision(columns, ',').dates(List.of("date")).counts(List.of("value"));
  }

  void see(Row row) {
    if (!isSeen) {
      isSeen = true;
      String first = row.cell(0).strip();
      beginsWithADay =
          isNamed()
              ? DateText.parse(first, DateOrder.DAY_FIRST) != null
                  || DateText.parse(first, DateOrder.MONTH_FIRST) != null
              : first.endsWith(MIDNIGHT) && DateText.parse(first, null) != null;
    }
    forms.see(row);
  }

  private boolean isNamed() {
    return columns.index("date") == 0 && columns.index("value") == 1;
  }

  /** Whether it holds days; a table without rows does when its headings say so. */
  boolean isOfDays() {
    return isSeen ? beginsWithADay : isNamed();
  }

  boolean startsAt(Row row) {
    return headings.line() == row.line();
  }

  String title() {
    return title.cell(0).strip();
  }

  long titleLine() {
    return title.line();
  }

  Columns columns() {
    return columns;
  }

  FormsDecision forms() {
    return forms;
  }
}

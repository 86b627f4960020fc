package io.retainer.connector.google;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.CutSpans;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.SheetForms;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Goes through a file once: preambles, headings, rows, blank lines between tables. */
final class ReportReader {

  private final Sheet sheet;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Origin origin;
  private final Preamble preamble = new Preamble();
  private final Set<String> reasons = new LinkedHashSet<>();
  private Forms forms;
  private Row headings;
  private TableRows table;
  private NamelessDays counted;
  private boolean oneReport;
  private int tablesSeen;
  private int tablesKept;

  ReportReader(Sheet sheet, ReadSettings settings, FactSink sink, Origin origin) {
    this.sheet = sheet;
    this.settings = settings;
    this.sink = sink;
    this.origin = origin;
  }

  void read() throws IOException {
    Optional<Forms> decided = SheetForms.decide(sheet, sink);
    if (decided.isEmpty()) {
      return;
    }
    forms = decided.get();
    boolean inTable = false;
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        if (row.isBlank()) {
          endTable();
          inTable = false;
        } else if (Preamble.isLine(row) && !(inTable && table != null && !isPreambleAgain(row))) {
          endTable();
          inTable = false;
          preamble.take(row);
          sink.passedOver(row.line(), "preamble");
        } else if (!inTable) {
          headings = row;
          inTable = true;
        } else {
          takeRow(row);
        }
      }
    }
    endTable();
    if (tablesKept == 0) {
      sink.issue(nothingKept());
    }
  }

  /**
   * Within a table a value may begin with {@code #}; the lines before the next one follow a blank.
   */
  private static boolean isPreambleAgain(Row row) {
    return row.width() == 1;
  }

  private void takeRow(Row row) {
    if (headings != null) {
      beginTable(row);
      headings = null;
    }
    if (counted != null) {
      counted.add(row);
    } else if (table != null) {
      table.take(row);
    }
  }

  private void endTable() {
    if (headings != null) {
      tablesSeen++;
      pass(headings.line(), "a table without rows");
      preamble.consumeTitle();
    }
    headings = null;
    if (counted != null) {
      decide(counted);
    }
    counted = null;
    if (table != null) {
      table.finish();
    }
    table = null;
  }

  private void decide(NamelessDays rows) {
    if (!rows.areDays(preamble.period())) {
      pass(
          rows.columns().line(),
          "\""
              + rows.columns().heading(0)
              + "\" counts no days: its rows are fewer than the days of the report");
      return;
    }
    open(rows.plan(), rows.columns(), rows.title());
    if (table != null) {
      rows.rows().forEach(table::take);
    }
  }

  private void beginTable(Row first) {
    tablesSeen++;
    Columns columns = GoogleAnalytics4.HEADINGS.match(headings);
    String title = preamble.title();
    Optional<String> comparison = comparison();
    preamble.consumeTitle();
    if (comparison.isPresent()) {
      pass(
          columns.line(),
          "a table of the comparison \""
              + comparison.get()
              + "\": its numbers are a part of the whole. Export the report for all users");
      return;
    }
    TablePlan plan = TablePlan.of(columns, first);
    if (plan.impossible().isPresent()) {
      pass(columns.line(), plan.impossible().get());
    } else if (plan.isOpen(preamble.period())) {
      pass(
          columns.line(),
          "\""
              + columns.heading(plan.dateIndex())
              + "\" has no year, and the report is not about days of one year; export it by date");
    } else if (plan.isOfNamelessDays(columns)) {
      counted = new NamelessDays(plan, columns, title);
    } else {
      open(plan, columns, title);
    }
  }

  private void open(TablePlan plan, Columns columns, String title) {
    Optional<DateSpan> period = preamble.period().or(settings::period);
    if (period.isEmpty() && plan.grain() == Grain.PERIOD) {
      sink.issue(
          new ReadIssue(
              columns.line(),
              "",
              "a table without dates, and none above it",
              "lines like \"# Start date: 20260101\" above the table",
              "Upload the file as GA4 exported it, or name the period of the table (--period)."));
      reasons.add("no period");
      return;
    }
    tablesKept++;
    var header =
        new TableHeader(
            title.isEmpty() ? columns.row().cell(0) : title,
            plan.dataset(),
            plan.names(),
            plan.cut(),
            plan.grain(),
            plan.isComplete() && !origin.isWithheld(),
            period,
            settings.account().orElse(preamble.property()),
            Optional.of(
                origin
                    .currency()
                    .orElseGet(
                        () -> AssumedCurrency.of(plan.dataset(), plan.names(), settings, sink))));
    var fields = new Fields(columns, forms, settings.zone(), sheet.isWorkbook());
    Optional<DateSpan> about = plan.grain() == Grain.PERIOD ? period : preamble.period();
    table = new TableRows(plan, fields, about, new CutSpans(sink, header), sink);
  }

  private void pass(long line, String reason) {
    reasons.add(reason);
    sink.passedOver(line, reason);
  }

  private ReadIssue nothingKept() {
    return ReadIssue.ofFile(
        tablesSeen == 0
            ? "a GA4 export without a table"
            : "no table that can be used: " + String.join("; ", reasons),
        "a table by date, channel, source, campaign, device, country, city, page or event",
        "Export a report such as Traffic acquisition or Pages and screens, for all users.");
  }

  /** The name of the comparison the next table is about, if it is not about all users. */
  private Optional<String> comparison() {
    String title = preamble.title();
    if (preamble.isAllUsers()) {
      oneReport = true;
      return Optional.empty();
    }
    boolean beginsTheFile = tablesSeen == 1;
    boolean named = !title.isEmpty() && !title.endsWith("?") && preamble.isInKnownLanguage();
    return named && (oneReport || beginsTheFile) ? Optional.of(title) : Optional.empty();
  }
}

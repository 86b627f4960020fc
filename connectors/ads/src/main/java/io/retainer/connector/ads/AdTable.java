package io.retainer.connector.ads;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of an ads export, whatever the platform: decides how numbers and dates are written, looks
 * at what the rows hold, and hands them over account by account.
 */
final class AdTable {

  private static final List<String> DATES =
      List.of("day", "week", "month", "quarter", "start", "end");
  private static final int MOST_ACCOUNTS = 500;

  private final Table table;
  private final AdContext context;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Columns columns;

  AdTable(Table table, AdContext context, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.context = context;
    this.settings = settings;
    this.sink = sink;
    this.columns = table.columns();
  }

  /**
   * @param isOneOfMany whether the file has further tables: one that cannot be kept is then passed
   *     over
   */
  void read(boolean isOneOfMany) throws IOException {
    for (Row row : table.preamble()) {
      if (!row.isBlank()) {
        sink.passedOver(row.line(), "preamble");
      }
    }
    Optional<String> impossible = AdPlan.impossible(columns);
    if (impossible.isPresent() && isOneOfMany) {
      sink.passedOver(columns.line(), "a table by " + impossible.get());
      return;
    }
    if (impossible.isPresent()) {
      sink.issue(
          issue(
              "a table by " + impossible.get(),
              "a table by campaign, ad group, ad, keyword, device, network, country or day",
              "Export the report of campaigns, ad groups or ads instead."));
      return;
    }
    Optional<Forms> forms = table.forms(decision(), sink);
    if (forms.isPresent()) {
      read(forms.get());
    }
  }

  private FormsDecision decision() {
    var counts = new ArrayList<>(AdKeys.COUNTS);
    counts.add(AdKeys.REACH);
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(DATES)
            .counts(counts)
            .decimals(AdKeys.DECIMALS);
    context.order().ifPresent(decision::ordinarily);
    return decision;
  }

  private void read(Forms forms) throws IOException {
    Optional<DateSpan> period = context.period();
    boolean dated = new Spans(columns, period, context.days()).isDated();
    if (!dated && period.isEmpty()) {
      period = settings.period();
    }
    var spans = new Spans(columns, period, context.days());
    AdLines lines = lines(forms);
    var scan = new AdScan(lines, spans, settings.currency().getCurrencyCode());
    table.read(forms, settings, scan::see);
    if (scan.rows() == 0) {
      // The lines below the headings are named one by one: no data is an answer.
      sink.passedOver(columns.line(), "a table without rows");
      table.eachRow(row -> sink.passedOver(row.line(), "no row of data"));
      return;
    }
    if (!dated && period.isEmpty()) {
      sink.issue(
          issue(
              "a table without dates, and " + aboveIt(),
              "a line with the period above the headings, or a column of days",
              "Upload the file as it was exported, part the report by day, or name the period"
                  + " (--period 2026-10)."));
      return;
    }
    if (scan.contradiction().isPresent()) {
      sink.issue(
          issue(
              "an amount in another currency: " + scan.contradiction().get(),
              "amounts in one currency, or in that of their row's column of codes",
              "Export each account by itself, or take the column Currency code into the report."));
      return;
    }
    AdPlan plan = AdPlan.of(columns, scan, context);
    if (!plan.hasMeasures()) {
      sink.issue(
          issue(
              "no column of impressions, clicks, cost or conversions",
              "a report with at least one of them",
              "Add these columns to the report and export it again."));
      return;
    }
    boolean isParted = !spans.unit().isEmpty();
    write(plan, scan, spans, lines, isParted ? period.or(scan::report) : period, forms);
  }

  private AdLines lines(Forms forms) throws IOException {
    var lines = new AdLines(columns);
    lines.begin(table.sheet().head().stream().filter(row -> row.line() > columns.line()).toList());
    if (lines.hasToLook()) {
      table.eachRow(lines::look);
    }
    if (lines.hasToAdd()) {
      table.read(forms, settings, lines::add);
      lines.decide();
    }
    return lines;
  }

  private void write(
      AdPlan plan, AdScan scan, Spans spans, AdLines lines, Optional<DateSpan> period, Forms forms)
      throws IOException {
    LeftOut.of(columns, plan).ifPresent(what -> sink.passedOver(columns.line(), what));
    var rows = new AdRows(table, plan, context, settings, sink, scan, spans, lines, forms);
    Grain grain = grain(spans, scan);
    boolean isMany = scan.accounts().size() > 1 && settings.account().isEmpty();
    if (!isMany || scan.accounts().size() > MOST_ACCOUNTS) {
      String account = scan.accounts().size() == 1 ? scan.accounts().iterator().next() : "";
      rows.write(settings.account().orElse(account), Optional.empty(), grain, period);
      return;
    }
    for (String account : scan.accounts()) {
      rows.write(account, Optional.of(account), grain, period);
    }
  }

  /** Rows without dates answer for the whole period, even if it is one day or month. */
  private static Grain grain(Spans spans, AdScan scan) {
    boolean isParted = !spans.unit().isEmpty() || scan.spans().size() > 1;
    if (scan.spans().stream().allMatch(span -> span.days() == 1) && spans.isDated()) {
      return Grain.DAY;
    }
    if (isParted && scan.spans().stream().allMatch(span -> span.days() == 7)) {
      return Grain.WEEK;
    }
    return isParted && scan.spans().stream().allMatch(Dates::isMonth) ? Grain.MONTH : Grain.PERIOD;
  }

  /** {@code All time}, or the period in a language that is not known. */
  private String aboveIt() throws IOException {
    List<Row> above = table.preamble().stream().filter(row -> !row.isBlank()).toList();
    return above.isEmpty()
        ? "none above it"
        : "\"" + Periods.line(above.get(above.size() - 1)) + "\" above it, which names no days";
  }

  private ReadIssue issue(String saw, String expected, String advice) {
    return new ReadIssue(columns.line(), "", saw, expected, advice);
  }
}

package io.retainer.connector.yandex;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.CutSpans;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the table of one report: surveys it, then hands it over. */
final class ReportReader {

  private static final List<String> COUNTS =
      List.of("visits", "users", "pageviews", "new_users", "goal_visits", "transactions");
  private static final List<String> DECIMALS =
      List.of(
          "new_share",
          "new_percent",
          "bounce_rate",
          "bounce_percent",
          "page_depth",
          "goal_reaches",
          "goal_rate",
          "revenue");

  private final Table table;
  private final Columns columns;
  private final Preamble preamble;
  private final Optional<DateSpan> ofFile;
  private final ReadSettings settings;
  private final FactSink sink;

  /**
   * @param ofFile the days that the file's name says
   */
  ReportReader(
      Table table,
      Preamble preamble,
      Optional<DateSpan> ofFile,
      ReadSettings settings,
      FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.preamble = preamble;
    this.ofFile = ofFile;
    this.settings = settings;
    this.sink = sink;
  }

  void read() throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(List.of("date"))
            .counts(COUNTS)
            .decimals(DECIMALS);
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    var survey = new Survey(TablePlan.groupings(columns));
    table.read(forms.get(), settings, survey::see);
    if (survey.isOpen()) {
      sink.issue(
          ReadIssue.ofFile(
              "rows with empty groupings that may sum up others",
              "rows that name every grouping, or a row of totals that the visits add up to",
              "Export the report as plain list, without groups."));
      return;
    }
    TablePlan plan = TablePlan.of(columns, survey);
    Optional<String> reason =
        plan.impossible()
            .or(() -> plan.hasMeasures() ? Optional.empty() : Optional.of("no measure is kept"));
    if (reason.isPresent()) {
      sink.issue(unusable(reason.get()));
      return;
    }
    hand(plan, survey, forms.get());
  }

  private void hand(TablePlan plan, Survey survey, Forms forms) throws IOException {
    boolean dated = columns.has("date");
    Optional<DateSpan> period = preamble.period().or(settings::period).or(() -> ofFile);
    if (!dated && period.isEmpty()) {
      sink.issue(undated());
      return;
    }
    notes();
    Grain grain = dated ? survey.grain() : Grain.PERIOD;
    var header =
        new TableHeader(
            table.sheet().name(),
            plan.dataset(),
            plan.names(),
            plan.cut(),
            grain,
            plan.isWhole() && preamble.segment().isEmpty(),
            dated ? preamble.period().or(() -> ofFile) : period,
            settings.account().or(preamble::account).orElse(""),
            Optional.of(currency()));
    var writer = new CutSpans(sink, header);
    var rows = new TableRows(plan, survey, grain, period, writer, sink);
    table.read(forms, settings, rows::take);
    writer.finish();
  }

  /** What stands in the table and is not kept, for the report of the import. */
  private void notes() {
    long line = line();
    preamble
        .segment()
        .ifPresent(
            words -> sink.passedOver(line, "the report is narrowed (" + words + "): a part"));
    for (String key : List.of("goal_reaches", "goal_visits", "goal_rate")) {
      if (columns.indexes(key).size() > 1) {
        sink.passedOver(
            line,
            "columns of several goals, as \""
                + columns.heading(key)
                + "\": which of them are conversions is not said, so none is kept");
      }
    }
    if (columns.has("parting") || columns.has("parting_some")) {
      sink.passedOver(line, "rows are added up over groupings that are not kept, without visitors");
    }
  }

  /** Headings that a program's answer stands without are no line of the file. */
  private long line() {
    return Math.max(1, columns.line());
  }

  private String currency() {
    return columns.has("revenue")
        ? columns
            .inBrackets("revenue")
            .filter(code -> code.matches("[A-Z]{3}"))
            .orElseGet(() -> AssumedCurrency.of(settings, sink))
        : settings.currency().getCurrencyCode();
  }

  private ReadIssue unusable(String reason) {
    return new ReadIssue(
        line(),
        "",
        "a table that cannot be used: " + reason,
        "a report by date, traffic source, UTM tag, device, country, city or page",
        "Export a report such as Traffic, or Sources, summary.");
  }

  private ReadIssue undated() {
    return new ReadIssue(
        line(),
        "",
        "a table without dates",
        "the days it is about: a grouping by date, or the name that Metrica gave the file",
        "Upload the file under its own name, or name the period of the table (--period).");
  }
}

package io.retainer.connector.email;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the report of one campaign: the campaign as an event, and its links. */
final class CampaignReportReader {

  private static final int MOST_ROWS = 20_000;
  private static final List<String> LINK_COLUMNS =
      List.of(
          "link_id", "campaign_id", "campaign", "url", "sent_at", "clicks_total", "clicks_unique");

  private final CampaignReport report;
  private final Sheet sheet;
  private final String source;
  private final ReadSettings settings;
  private final FactSink sink;
  private Fields campaign;
  private LocalDateTime sentAt;

  CampaignReportReader(Sheet sheet, String source, ReadSettings settings, FactSink sink)
      throws IOException {
    this.report = CampaignReport.of(rows(sheet));
    this.sheet = sheet;
    this.source = source;
    this.settings = settings;
    this.sink = sink;
  }

  private static List<Row> rows(Sheet sheet) throws IOException {
    List<Row> all = new ArrayList<>();
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null && all.size() < MOST_ROWS) {
        all.add(row);
      }
    }
    return all;
  }

  /** The campaign's own figures. */
  void readCampaign() {
    if (!isDated(Measured.COUNTS)) {
      return;
    }
    var values =
        new Values()
            .with("campaign_id", fields -> id())
            .with("campaign", fields -> title())
            .texts(report.columns(), "subject", "list")
            .with("sent_at", fields -> sentAt);
    Measured.addTo(values, report.columns());
    TableWriter writer = sink.table(header(Datasets.EMAIL_CAMPAIGNS, values.columns()));
    values.write(campaign, sentAt, writer);
  }

  /** The links that were clicked. */
  void readLinks() {
    if (report.linkColumns().isEmpty() || !isDated(List.of())) {
      return;
    }
    Columns columns = report.linkColumns().get();
    var decision =
        new FormsDecision(columns, sheet.delimiter())
            .counts(List.of("clicks_total", "clicks_unique"));
    report.links().forEach(decision::see);
    Optional<Forms> forms = decision.decide(sink);
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer = sink.table(header(Datasets.EMAIL_LINKS, LINK_COLUMNS));
    var fields = new Fields(columns, forms.get(), settings.zone(), sheet.isWorkbook());
    Map<String, Integer> times = new HashMap<>();
    report.links().forEach(row -> link(fields.at(row), times, writer));
  }

  private void link(Fields fields, Map<String, Integer> times, TableWriter writer) {
    String url = fields.text("url");
    if (url == null || !url.contains("://")) {
      sink.passedOver(fields.row().line(), "no address, and so no link of the campaign's own");
      return;
    }
    int time = times.merge(url, 1, Integer::sum);
    Object[] row = {
      id() + " · " + url + (time > 1 ? " · " + time : ""),
      id(),
      title(),
      url,
      sentAt,
      fields.count("clicks_total"),
      fields.count("clicks_unique")
    };
    if (fields.isSound()) {
      writer.row(fields.row().line(), DateSpan.ofDay(sentAt.toLocalDate()), row);
    } else {
      fields.rejectTo(writer);
    }
  }

  private TableHeader header(Dataset dataset, List<String> columns) {
    return new TableHeader(
        sheet.name(),
        dataset,
        columns,
        Set.of(),
        Grain.EVENT,
        true,
        Optional.empty(),
        settings.account().orElse(source),
        Optional.of(AssumedCurrency.of(dataset, columns, settings, sink)));
  }

  private boolean isDated(List<String> counts) {
    var decision =
        new FormsDecision(report.columns(), sheet.delimiter())
            .dates(List.of("sent_at"))
            .counts(counts);
    decision.see(report.values());
    Optional<Forms> forms = decision.decide(sink);
    if (forms.isEmpty()) {
      return false;
    }
    campaign = new Fields(report.columns(), forms.get(), settings.zone(), true).at(report.values());
    sentAt = campaign.time("sent_at");
    if (sentAt == null) {
      sink.issue(
          ReadIssue.ofFile(
              "a report that does not say when its campaign was sent",
              "the day on which the campaign was sent",
              "Export the report again, of a campaign that has been sent."));
    }
    return sentAt != null;
  }

  private String title() {
    String title = campaign.text("campaign");
    return title == null ? campaign.text("subject") : title;
  }

  private String id() {
    return CampaignIds.natural(
        sentAt, campaign.text("campaign"), campaign.text("subject"), campaign.text("list"));
  }
}

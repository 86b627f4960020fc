package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mailchimp's list of all campaigns, and the links of one campaign's report. */
public final class Mailchimp extends CampaignListConnector {

  static final String ID = "mailchimp";

  private static final Set<String> TITLES_OF_ONE_CAMPAIGN =
      Set.of("Email Campaign Report", "Campaign Report");

  public Mailchimp() {
    super(
        ID,
        "mailchimp-headings.txt",
        List.of(List.of("campaign", "sent_at", "recipients", "delivered")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Mailchimp")
        .about("Sent campaigns with their deliveries, opens, clicks, unsubscribes and revenue.")
        .export(
            "campaigns.csv, the list of all campaigns",
            "In Mailchimp open Analytics, Reports, and press Export.")
        .layout(
            "campaigns.csv with a Unique Id, with or without orders and Google Analytics columns",
            Evidence.SEEN)
        .layout(
            "Older campaigns.csv without a Unique Id: a campaign is then known by its title,"
                + " subject, list and time; do not mix the two kinds for one account",
            Evidence.SEEN)
        .layout(
            "The report of one campaign: its links. Its other figures stand in the list too, where"
                + " the campaign has an id, and would be counted twice beside it",
            Evidence.SEEN)
        .layout("answers of the Marketing API to GET /3.0/reports, as JSON", Evidence.DOCUMENTED)
        .refuses("The report of one campaign without links")
        .fills(Datasets.EMAIL_CAMPAIGNS, "each campaign that was sent")
        .fills(Datasets.EMAIL_LINKS, "the links of the report of one campaign")
        .languages(Evidence.SEEN, "en")
        .canLiveWithout("Unique Id", "Total Orders", "Total Revenue", "Abuse Complaints")
        .note("Amounts of tables carry no currency and are taken to be in the client's.")
        .note("Times of tables are on the account's clock, those of JSON are put on the client's.")
        .build();
  }

  @Override
  protected String layout(Table campaigns) {
    return campaigns.columns().has("campaign_id")
        ? "campaigns.csv"
        : "campaigns.csv without a Unique Id";
  }

  @Override
  protected String expected() {
    return "No table has the headings Title, Send Date, Total Recipients and Successful Deliveries,"
        + " as Mailchimp's campaigns.csv does.";
  }

  @Override
  protected Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    if (!isReportOfOneCampaign(sheet)) {
      return Optional.empty();
    }
    return Optional.of(
        CampaignReport.of(sheet.head()).hasLinks()
            ? Recognition.as("report of one campaign")
            : Recognition.notRead(
                "This is Mailchimp's report of one campaign without the links that were clicked,"
                    + " and the list of all campaigns is needed: open Analytics, Reports in"
                    + " Mailchimp, press Export there and upload campaigns.csv."));
  }

  @Override
  protected void readOther(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {
    if (isReportOfOneCampaign(sheet)) {
      new CampaignReportReader(sheet, ID, settings, sink).readLinks();
    }
  }

  private static boolean isReportOfOneCampaign(Sheet sheet) throws IOException {
    Optional<Row> first = sheet.head().stream().filter(row -> !row.isBlank()).findFirst();
    return first
        .map(row -> row.cell(0).strip())
        .filter(TITLES_OF_ONE_CAMPAIGN::contains)
        .isPresent();
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    return MailchimpReports.of(json).isPresent()
        ? Recognition.as("reports of the Marketing API")
        : Recognition.refused(
            "JSON without \"reports\" of \"campaign_title\" and \"emails_sent\", as Mailchimp's"
                + " Marketing API answers");
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    Optional<MailchimpReports> reports = MailchimpReports.of(json);
    List<Table> tables = reports.isPresent() ? reports.get().tables() : List.of();
    if (tables.isEmpty()) {
      sink.passedOver(1, "an answer without reports");
    }
    for (Table table : tables) {
      read(table, settings, sink);
    }
  }
}

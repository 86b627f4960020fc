package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
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
    return new ConnectorDescription(
        ID,
        "Mailchimp",
        "The list of all campaigns, campaigns.csv: in Mailchimp open Analytics, Reports, and press"
            + " Export. Amounts carry no currency there and are taken to be in the client's; times"
            + " are on the account's clock.",
        List.of(
            "campaigns.csv with a Unique Id, with or without orders and Google Analytics columns",
            "Older campaigns.csv without a Unique Id: a campaign is then known by its title,"
                + " subject, list and time; do not mix the two kinds for one account",
            "The report of one campaign: its links. Its other figures stand in the list too, where"
                + " the campaign has an id, and would be counted twice beside it; without links"
                + " the report is refused"),
        List.of(Datasets.EMAIL_CAMPAIGNS.name(), Datasets.EMAIL_LINKS.name()));
  }

  @Override
  String layout(Table campaigns) {
    return campaigns.columns().has("campaign_id")
        ? "campaigns.csv"
        : "campaigns.csv without a Unique Id";
  }

  @Override
  String expected() {
    return "No table has the headings Title, Send Date, Total Recipients and Successful Deliveries,"
        + " as Mailchimp's campaigns.csv does.";
  }

  @Override
  Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    if (!isReportOfOneCampaign(sheet)) {
      return Optional.empty();
    }
    return Optional.of(
        CampaignReport.of(sheet.head()).hasLinks()
            ? Recognition.as("report of one campaign")
            : Recognition.refused(
                "This is Mailchimp's report of one campaign without the links that were clicked,"
                    + " and the list of all campaigns is needed: open Analytics, Reports in"
                    + " Mailchimp, press Export there and upload campaigns.csv."));
  }

  @Override
  void readOther(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {
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
}

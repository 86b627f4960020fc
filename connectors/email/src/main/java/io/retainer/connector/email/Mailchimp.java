package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mailchimp's list of all campaigns. */
public final class Mailchimp extends TableConnector {

  static final String ID = "mailchimp";

  private static final Headings HEADINGS = Headings.load(Mailchimp.class, "mailchimp-headings.txt");
  private static final List<String> REQUIRED =
      List.of("title", "sent_at", "recipients", "delivered");

  private static final Set<String> TITLES_OF_ONE_CAMPAIGN =
      Set.of("Email Campaign Report", "Campaign Report");

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
            "The report of one campaign is recognised and refused: it knows the campaign by no id"
                + " and would count it twice beside the list"),
        List.of(Datasets.EMAIL_CAMPAIGNS.name()));
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> campaigns = campaigns(sheet);
      if (campaigns.isPresent()) {
        return Recognition.as(
            campaigns.get().columns().has("unique_id")
                ? "campaigns.csv"
                : "campaigns.csv without a Unique Id");
      }
      if (isReportOfOneCampaign(sheet)) {
        return Recognition.refused(
            "This is Mailchimp's report of one campaign, and the list of all campaigns is needed:"
                + " open Analytics, Reports in Mailchimp, press Export there and upload"
                + " campaigns.csv.");
      }
    }
    return Recognition.refused(
        "No table has the headings Title, Send Date, Total Recipients and Successful Deliveries,"
            + " as Mailchimp's campaigns.csv does.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> campaigns = campaigns(sheet);
      if (campaigns.isPresent()) {
        new MailchimpCampaigns(campaigns.get(), settings).read(sink);
      }
    }
  }

  private static Optional<Table> campaigns(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, REQUIRED);
  }

  private static boolean isReportOfOneCampaign(Sheet sheet) throws IOException {
    Optional<Row> first = sheet.head().stream().filter(row -> !row.isBlank()).findFirst();
    return first
        .map(row -> row.cell(0).strip())
        .filter(TITLES_OF_ONE_CAMPAIGN::contains)
        .isPresent();
  }
}

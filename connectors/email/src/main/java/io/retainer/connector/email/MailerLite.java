package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** MailerLite's report of one campaign, and its list of campaigns. */
public final class MailerLite extends CampaignListConnector {

  private static final String ID = "mailerlite";

  /** Mailchimp's report begins with the same words, and labels other figures. */
  private static final List<String> OF_THE_REPORT = List.of("subject", "sent_at", "recipients");

  public MailerLite() {
    super(
        ID,
        "mailerlite-headings.txt",
        List.of(
            List.of("campaign", "sent_at", "recipients", "opens_unique", "clicks_unique", "ctor"),
            List.of("subject", "sent_at", "recipients", "opens_unique", "clicks_unique", "ctor")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "MailerLite")
        .about("Sent campaigns with deliveries, opens, clicks and unsubscribes, and their links.")
        .export(
            "Report of one campaign",
            "In MailerLite Classic open the campaign's report and press Export, CSV.")
        .export("List of campaigns", "In MailerLite open Campaigns, Sent, and press Export.")
        .layout("Classic report of one campaign, with its links", Evidence.SEEN)
        .layout("List of sent campaigns of the new MailerLite", Evidence.REMEMBERED)
        .fills(Datasets.EMAIL_CAMPAIGNS, "each campaign that was sent")
        .fills(Datasets.EMAIL_LINKS, "the links of the report of one campaign")
        .languages(Evidence.SEEN, "en")
        .canLiveWithout("Spam complaints", "Unsubscribed")
        .note("Times are on the account's clock.")
        .build();
  }

  @Override
  protected String layout(Table campaigns) {
    return "list of campaigns";
  }

  @Override
  protected String expected() {
    return "The file has neither the labels \"Subject:\", \"Sent\" and \"Total emails sent:\" of"
        + " MailerLite's report of a campaign nor the headings of its list of campaigns.";
  }

  @Override
  protected Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    return CampaignReport.of(sheet.head()).columns().hasAll(OF_THE_REPORT)
        ? Optional.of(Recognition.as("report of one campaign"))
        : Optional.empty();
  }

  @Override
  protected void readOther(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {
    if (otherLayout(sheet).isPresent()) {
      var reader = new CampaignReportReader(sheet, ID, settings, sink);
      reader.readCampaign();
      reader.readLinks();
    }
  }
}

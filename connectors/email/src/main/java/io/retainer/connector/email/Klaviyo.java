package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Klaviyo's list of campaigns, and its custom reports of campaigns and of flows. */
public final class Klaviyo extends CampaignListConnector {

  static final String ID = "klaviyo";

  private static final Headings FLOWS = Headings.load(Klaviyo.class, "klaviyo-flow-headings.txt");
  private static final Headings FORMS = Headings.load(Klaviyo.class, "klaviyo-form-headings.txt");

  public Klaviyo() {
    super(
        ID,
        "klaviyo-headings.txt",
        List.of(
            List.of("campaign", "sent_at", "recipients", "delivered", "channel"),
            List.of("campaign", "sent_at", "recipients", "delivered", "weekday"),
            List.of("message_id", "campaign", "sent_on", "opens_unique")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Klaviyo")
        .about("Sent campaigns and flows with deliveries, opens, clicks, unsubscribes and revenue.")
        .export("List of campaigns", "In Klaviyo open Campaigns and press Export.")
        .export(
            "Custom report of campaigns or of flows",
            "In Klaviyo open Analytics, Custom reports, and export the report as CSV.")
        .layout("List of campaigns, of 2025", Evidence.SEEN)
        .layout("Custom report of campaigns, of 2025", Evidence.SEEN)
        .layout("Custom report of flows by months or other spans, of 2025", Evidence.SEEN)
        .layout("Custom report of the messages of flows, day by day", Evidence.REPORTED)
        .refuses("The statistics of sign-up forms: they do not say on which days")
        .fills(
            Datasets.EMAIL_CAMPAIGNS,
            "each campaign that was sent; each flow in each span, in an account of its own"
                + " (\"klaviyo flows\")")
        .languages(Evidence.SEEN, "en")
        .canLiveWithout("Tags", "Revenue", "Bounces", "Spam Complaints")
        .note("Times are on the account's clock, amounts are taken to be in the client's currency.")
        .note(
            "The list and the custom report have different ids for a campaign, so it is known by"
                + " the minute it was sent and its name, and counts once. Renamed in between, it"
                + " counts twice.")
        .note(
            "The custom report of campaigns does not say how many messages were delivered, and the"
                + " later import takes the place of the earlier: import the list last, or undo the"
                + " import of the report, as rates need the list.")
        .note("Text messages and push messages are left out.")
        .note("\"Unique Placed Order\" counts people and is not taken for orders.")
        .build();
  }

  @Override
  boolean isByTimeAndName() {
    return true;
  }

  @Override
  protected String layout(Table campaigns) {
    return campaigns.columns().has("message_id")
        ? "custom report of campaigns"
        : "list of campaigns";
  }

  @Override
  protected String expected() {
    return "No table has the headings Campaign Name, Send Time, Total Recipients and Successful"
        + " Deliveries of Klaviyo's list of campaigns, or Campaign Message ID or Flow ID of its"
        + " custom reports.";
  }

  @Override
  protected Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    if (flows(sheet).isPresent()) {
      return Optional.of(Recognition.as("custom report of flows"));
    }
    if (Table.find(sheet, FORMS, List.of("group", "list", "open_rate")).isPresent()) {
      return Optional.of(
          Recognition.notRead(
              "This is Klaviyo's report of rates by list (Group Id, List/Segment, Open Rate), which does not say of"
                  + " how many messages they are. Export the list of campaigns."));
    }
    return Table.find(sheet, FORMS, List.of("form", "viewed", "submits"))
        .map(
            forms ->
                Recognition.notRead(
                    "These are Klaviyo's statistics of forms since each was made (form_name, viewed_form,"
                        + " submits); they do not say on which days. Export the list of campaigns"
                        + " or the custom report of flows."));
  }

  @Override
  void sayWhatIsAssumed(Table campaigns, FactSink sink) {
    if (campaigns.columns().has("message_id")) {
      sink.assumed(
          "This custom report does not say how many messages were delivered. Where the list of"
              + " campaigns was imported before, these rows take the place of its rows: import the"
              + " list once more, after this report, for rates of opens and clicks.");
    }
  }

  private static Optional<Table> flows(Sheet sheet) throws IOException {
    return Table.find(sheet, FLOWS, List.of("flow", "period", "opens_unique"));
  }

  @Override
  protected void readOther(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {
    Optional<Table> flows = flows(sheet);
    if (flows.isPresent()) {
      new KlaviyoFlows(flows.get(), settings, sink).read();
    }
  }
}

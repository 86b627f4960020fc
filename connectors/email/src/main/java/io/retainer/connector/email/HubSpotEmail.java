package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.Recognition;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** HubSpot's list of marketing e-mails. */
public final class HubSpotEmail extends CampaignListConnector {

  private static final Headings LOADED =
      Headings.load(HubSpotEmail.class, "hubspot-email-loaded-headings.txt");

  public HubSpotEmail() {
    super(
        "hubspot-email",
        "hubspot-email-headings.txt",
        List.of(List.of("campaign", "recipients", "delivered", "opens_unique")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("hubspot-email", "HubSpot e-mail")
        .about("Marketing e-mails with deliveries, opens, clicks and unsubscribes.")
        .export(
            "List of marketing e-mails",
            "In HubSpot open Marketing, Email, then Actions, Export all emails.")
        .layout("List of marketing e-mails", Evidence.REMEMBERED)
        .refuses("The table of e-mail campaigns for programs: it counts nothing")
        .fills(Datasets.EMAIL_CAMPAIGNS, "each e-mail that was sent")
        .languages(Evidence.REMEMBERED, "en", "de", "fr", "es", "pt", "fi")
        .canLiveWithout("Email ID", "Subject", "Spam reports")
        .note("Times are taken to be on the client's clock; the heading names the account's.")
        .build();
  }

  @Override
  protected Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    return Table.find(sheet, LOADED, List.of("app", "content", "included"))
        .map(
            table ->
                Recognition.notRead(
                    "This is HubSpot's table of e-mail campaigns for programs (app_id, content_id,"
                        + " num_included), which counts neither deliveries nor opens. Export the"
                        + " list of marketing e-mails."));
  }

  @Override
  protected String layout(Table campaigns) {
    return "list of marketing e-mails";
  }

  @Override
  protected String expected() {
    return "No table has the headings Email name, Sent, Delivered and Opened of HubSpot's list of marketing e-mails.";
  }
}

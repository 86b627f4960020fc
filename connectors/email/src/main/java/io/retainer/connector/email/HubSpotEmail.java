package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Table;
import java.util.List;

/** HubSpot's list of marketing e-mails. */
public final class HubSpotEmail extends CampaignListConnector {

  public HubSpotEmail() {
    super(
        "hubspot-email",
        "hubspot-email-headings.txt",
        List.of(List.of("campaign", "recipients", "delivered", "opens_unique")));
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "hubspot-email",
        "HubSpot e-mail",
        "The list of marketing e-mails: in HubSpot open Marketing, E-mail, then Actions, Export all e-mails. Times are on the clock that the heading names, which is taken to be the client's.",
        List.of(
            "List of marketing e-mails, with English, German, French, Spanish, Portuguese or Finnish headings: known from HubSpot's help pages, never seen; the headings of other languages are translations",
            "The table of e-mail campaigns of HubSpot's interface for programs is refused: it counts nothing"),
        List.of(Datasets.EMAIL_CAMPAIGNS.name()));
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

package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Table;
import java.util.List;

/** Brevo's statistics of campaigns, Sendinblue's until 2023. */
public final class Brevo extends CampaignListConnector {

  public Brevo() {
    super(
        "brevo",
        "brevo-headings.txt",
        List.of(
            List.of("campaign", "sent_at", "recipients", "delivered", "opens_unique"),
            List.of("campaign", "sent_at", "delivered", "opens_unique", "clicks_unique")));
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "brevo",
        "Brevo",
        "The statistics of e-mail campaigns (Sendinblue until 2023): in Brevo open Campaigns, Statistics and press Export. Times are on the account's clock. Text messages are left out.",
        List.of(
            "Campaigns with semicolons or commas, English, French, German, Spanish, Italian or Portuguese headings: known from Brevo's help pages, never seen; the headings of other languages are translations"),
        List.of(Datasets.EMAIL_CAMPAIGNS.name()));
  }

  @Override
  protected String layout(Table campaigns) {
    return "statistics of campaigns";
  }

  @Override
  protected String expected() {
    return "No table has the headings of Brevo's statistics of campaigns: a campaign, when it was sent, Delivered, and openers or unique opens.";
  }
}

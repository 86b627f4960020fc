package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
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
    return ConnectorDescription.of("brevo", "Brevo")
        .about(
            "E-mail campaigns (Sendinblue until 2023) with deliveries, opens, clicks and"
                + " unsubscribes.")
        .export("Statistics of campaigns", "In Brevo open Campaigns, Statistics and press Export.")
        .layout("Statistics of campaigns, with semicolons or commas", Evidence.REMEMBERED)
        .fills(Datasets.EMAIL_CAMPAIGNS, "each campaign that was sent")
        .languages(Evidence.REMEMBERED, "en", "fr", "de", "es", "it", "pt")
        .canLiveWithout("Campaign ID", "Total opens", "Complaints")
        .note("Times are on the account's clock. Text messages are left out.")
        .build();
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

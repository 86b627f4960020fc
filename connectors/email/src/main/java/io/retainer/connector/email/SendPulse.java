package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Table;
import java.util.List;

/** SendPulse's table of campaigns. */
public final class SendPulse extends CampaignListConnector {

  public SendPulse() {
    super(
        "sendpulse",
        "sendpulse-headings.txt",
        List.of(
            List.of("campaign", "sent_at", "recipients", "opens_unique"),
            List.of("subject", "sent_at", "recipients", "opens_unique")));
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "sendpulse",
        "SendPulse",
        "The table of sent campaigns: in SendPulse open Email, Campaigns and press Export. Times are on the account's clock.",
        List.of(
            "Table of campaigns with Russian, Ukrainian or English headings: known from the words of the interface, never seen"),
        List.of(Datasets.EMAIL_CAMPAIGNS.name()));
  }

  @Override
  protected String layout(Table campaigns) {
    return "table of campaigns";
  }

  @Override
  protected String expected() {
    return "No table has the headings of SendPulse's campaigns: Название or Тема, Дата отправки, Отправлено and Открыто.";
  }
}

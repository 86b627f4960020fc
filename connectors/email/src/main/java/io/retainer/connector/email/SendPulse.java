package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
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
    return ConnectorDescription.of("sendpulse", "SendPulse")
        .about("Sent campaigns with deliveries, opens, clicks and unsubscribes.")
        .export("Table of campaigns", "In SendPulse open Email, Campaigns and press Export.")
        .layout("Table of campaigns", Evidence.REMEMBERED)
        .fills(Datasets.EMAIL_CAMPAIGNS, "each campaign that was sent")
        .languages(Evidence.REMEMBERED, "ru", "uk")
        .canLiveWithout("Адресная книга", "Ошибки")
        .note("Times are on the account's clock.")
        .build();
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

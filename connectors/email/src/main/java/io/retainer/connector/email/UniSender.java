package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Table;
import java.util.List;

/** UniSender's table of campaigns. */
public final class UniSender extends CampaignListConnector {

  public UniSender() {
    super(
        "unisender",
        "unisender-headings.txt",
        List.of(
            List.of("campaign", "sent_at", "delivered", "opens_unique"),
            List.of("subject", "sent_at", "delivered", "opens_unique")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("unisender", "UniSender")
        .about("Sent campaigns with deliveries, opens, clicks and unsubscribes.")
        .export(
            "Table of campaigns",
            "In UniSender open the statistics of campaigns and press Export (Экспорт).")
        .layout("Table of campaigns, with or without shares beside the counts", Evidence.REMEMBERED)
        .fills(Datasets.EMAIL_CAMPAIGNS, "each campaign that was sent")
        .languages(Evidence.REMEMBERED, "ru")
        .canLiveWithout("ID рассылки", "Спам")
        .note("Times are on the account's clock. Text messages are left out.")
        .build();
  }

  @Override
  protected String layout(Table campaigns) {
    return "table of campaigns";
  }

  @Override
  protected String expected() {
    return "No table has the headings of UniSender's campaigns: Тема or Название, Дата отправки, Доставлено and Прочитано.";
  }
}

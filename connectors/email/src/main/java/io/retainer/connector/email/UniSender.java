package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
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
    return new ConnectorDescription(
        "unisender",
        "UniSender",
        "The table of sent campaigns: in UniSender open the statistics of campaigns and press Export. Times are on the account's clock. Text messages are left out.",
        List.of(
            "Table of campaigns with Russian or English headings: known from the words of the interface, never seen"),
        List.of(Datasets.EMAIL_CAMPAIGNS.name()));
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

package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Table;
import java.util.List;

/** Sendsay's statistics of issues. */
public final class Sendsay extends CampaignListConnector {

  public Sendsay() {
    super(
        "sendsay",
        "sendsay-headings.txt",
        List.of(
            List.of("campaign", "sent_at", "recipients", "opens_unique"),
            List.of("subject", "sent_at", "recipients", "opens_unique")));
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "sendsay",
        "Sendsay",
        "The statistics of issues: in Sendsay open Statistics, Issues and press Export. Times are on the account's clock.",
        List.of(
            "Table of issues with Russian headings: known from the words of the interface, never seen"),
        List.of(Datasets.EMAIL_CAMPAIGNS.name()));
  }

  @Override
  protected String layout(Table campaigns) {
    return "statistics of issues";
  }

  @Override
  protected String expected() {
    return "No table has the headings of Sendsay's issues: Выпуск or Тема, Дата выпуска, Отправлено and Открыли.";
  }
}

package io.retainer.connector.email;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
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
    return ConnectorDescription.of("sendsay", "Sendsay")
        .about("Issues of mailings with deliveries, opens, clicks and unsubscribes.")
        .export("Statistics of issues", "In Sendsay open Statistics, Issues and press Export.")
        .layout("Table of issues", Evidence.REMEMBERED)
        .fills(Datasets.EMAIL_CAMPAIGNS, "each issue that was sent")
        .languages(Evidence.REMEMBERED, "ru")
        .canLiveWithout("Группа", "Пожаловались")
        .note("Times are on the account's clock. Text messages are left out.")
        .build();
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

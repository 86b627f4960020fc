package io.retainer.connector.reputation;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Table;
import java.util.List;

/** Intercom's export of conversations. */
public final class Intercom extends SupportDesk {

  public Intercom() {
    super("intercom", "intercom-headings.txt", List.of(List.of("request_id", "created_at")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("intercom", "Intercom")
        .about("Conversations with their channel, first reply and closing.")
        .export(
            "Conversations", "In Intercom open Reports, Conversations, and export the data set.")
        .layout(
            "Conversations with Conversation ID and Conversation started at", Evidence.REMEMBERED)
        .fills(Datasets.SUPPORT_REQUESTS, "each conversation")
        .languages(Evidence.REMEMBERED, "en")
        .canLiveWithout("Channel", "Last closed at")
        .note("Names and addresses are not kept.")
        .build();
  }

  @Override
  protected String layout(Table requests) {
    return "list of conversations";
  }

  @Override
  protected String expected() {
    return "No table has the headings Conversation ID and Conversation started at of Intercom's conversations.";
  }
}

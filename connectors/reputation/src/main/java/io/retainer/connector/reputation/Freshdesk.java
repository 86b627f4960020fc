package io.retainer.connector.reputation;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Table;
import java.util.List;

/** Freshdesk's export of tickets. */
public final class Freshdesk extends SupportDesk {

  public Freshdesk() {
    super(
        "freshdesk",
        "freshdesk-headings.txt",
        List.of(List.of("request_id", "created_at", "freshdesk")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("freshdesk", "Freshdesk")
        .about("Tickets with their channel, first reply and resolution.")
        .export("Tickets", "In Freshdesk open Tickets and press Export, as CSV or Excel.")
        .layout("Tickets with Ticket ID, Created time and Resolved time", Evidence.REMEMBERED)
        .fills(Datasets.SUPPORT_REQUESTS, "each ticket")
        .languages(Evidence.REMEMBERED, "en")
        .canLiveWithout("Type", "Resolved time", "Initial response time")
        .note("Names and addresses are not kept; the contact's address becomes a key.")
        .build();
  }

  @Override
  protected String layout(Table requests) {
    return "list of tickets";
  }

  @Override
  protected String expected() {
    return "No table has the headings Ticket ID, Created time and Resolution status of Freshdesk's tickets.";
  }
}

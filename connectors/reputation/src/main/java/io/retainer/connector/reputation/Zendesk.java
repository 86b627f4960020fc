package io.retainer.connector.reputation;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Table;
import java.util.List;

/** Zendesk's exports of tickets. */
public final class Zendesk extends SupportDesk {

  public Zendesk() {
    super(
        "zendesk",
        "zendesk-headings.txt",
        List.of(
            List.of("request_id", "created_at", "requester"),
            List.of("request_id", "created_at", "explore")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("zendesk", "Zendesk")
        .about("Tickets with their channel, first reply and resolution.")
        .export("Tickets of a view", "In Zendesk open a view, then Actions, Export CSV.")
        .export("Tickets of Explore", "In Zendesk Explore open a report of tickets and export it.")
        .layout("Tickets with Id, Requester, Created at and Solved at", Evidence.REMEMBERED)
        .layout(
            "Explore's Ticket ID, Ticket created - Date, Ticket solved - Date", Evidence.REPORTED)
        .fills(Datasets.SUPPORT_REQUESTS, "each ticket")
        .languages(Evidence.REPORTED, "en")
        .canLiveWithout("Priority", "Solved at", "Via")
        .note("Names and addresses are not kept; the requester's number or address becomes a key.")
        .build();
  }

  @Override
  protected String layout(Table requests) {
    return "list of tickets";
  }

  @Override
  protected String expected() {
    return "No table has the headings Id, Requester and Created at of Zendesk's tickets, or Ticket ID and Ticket created - Date of its Explore.";
  }
}

package io.retainer.connector.crm;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.Map;

/** Pipedrive's export of deals. */
public final class Pipedrive extends DealListConnector {

  public Pipedrive() {
    super("pipedrive", "pipedrive-headings.txt");
  }

  @Override
  public ConnectorDescription describe() {
    return description("Pipedrive")
        .about("Deals with their stages, amounts and sources.")
        .export(
            "Export of deals",
            "In Pipedrive open Deals, the list, then Export filter results, as CSV or Excel.")
        .layout("Export of deals", Evidence.SEEN)
        .layout("Export of a list, with \"Deal - \" before each heading", Evidence.REPORTED)
        .fills(Datasets.DEALS, "each deal")
        .languages(Evidence.SEEN, "fr")
        .languages(Evidence.REPORTED, "en")
        .languages(Evidence.REMEMBERED, "de", "es", "pt", "it", "pl", "ru", "fi")
        .canLiveWithout(
            "Pipeline",
            "Affaire fermée le",
            "Raison de la perte",
            "Deal - Owner",
            "Deal - Pipeline")
        .note("A deal is open, won or lost by its status, whatever its stage is called.")
        .note("Times are in UTC and put on the client's clock. Names of people are not kept.")
        .note("What a deal is expected to bring (weighted value, probability) is left out.")
        .build();
  }

  @Override
  protected String layout(Table deals) {
    return "export of deals";
  }

  @Override
  protected String expected() {
    return "No table has the headings ID, Title, Stage and Deal created of Pipedrive's export of"
        + " deals.";
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new DealTable(list, id(), settings, sink, new Outcome(settings, false), Map.of())
        .inUtc()
        .read();
  }
}

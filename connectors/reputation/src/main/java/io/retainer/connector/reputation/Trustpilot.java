package io.retainer.connector.reputation;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.ListConnector;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Trustpilot's export of service reviews. */
public final class Trustpilot extends ListConnector {

  private static final String ID = "trustpilot";

  public Trustpilot() {
    super(ID, "trustpilot-headings.txt", List.of(List.of("review_id", "published_at", "stars")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Trustpilot")
        .about("Service reviews with their stars and when they were answered.")
        .export(
            "Service reviews",
            "In Trustpilot Business open Manage reviews, Service reviews, and download them as CSV"
                + " or XLSX.")
        .layout("Service reviews", Evidence.REPORTED)
        .fills(Datasets.REVIEWS, "each review")
        .languages(Evidence.REPORTED, "en")
        .canLiveWithout("Location Name", "Company Reply Date (UTC)")
        .note("Times are in UTC and put on the client's clock. Names and texts are not kept.")
        .build();
  }

  @Override
  protected String layout(Table reviews) {
    return "service reviews";
  }

  @Override
  protected String expected() {
    return "No table has the headings Review Id, Review Created (UTC) and Review Stars of"
        + " Trustpilot's service reviews.";
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new ReviewTable(list, "trustpilot", ID, Optional.empty(), settings, sink).read();
  }
}

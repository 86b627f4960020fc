package io.retainer.connector.crm;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Table;

/** Copper's export of opportunities. */
public final class Copper extends DealListConnector {

  public Copper() {
    super("copper", "copper-headings.txt");
  }

  @Override
  public ConnectorDescription describe() {
    return description("Copper")
        .about("Opportunities with their stages, amounts and sources.")
        .export("Export of opportunities", "In Copper open Opportunities, the menu, Export.")
        .layout("Export of opportunities", Evidence.REMEMBERED)
        .fills(Datasets.DEALS, "each opportunity")
        .languages(Evidence.REMEMBERED, "en")
        .canLiveWithout("Pipeline", "Source", "Win Probability")
        .note("Abandoned opportunities count as lost. Names of people are not kept.")
        .build();
  }

  @Override
  protected String layout(Table deals) {
    return "export of opportunities";
  }

  @Override
  protected String expected() {
    return "No table has the headings Copper ID, Name, Stage and Created At of Copper's export of opportunities.";
  }
}

package io.retainer.connector.crm;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Table;
import java.util.List;

/** Copper's export of opportunities. */
public final class Copper extends DealListConnector {

  public Copper() {
    super(
        "copper",
        "copper-headings.txt",
        List.of(List.of("deal_id", "deal", "stage", "created_at")));
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "copper",
        "Copper",
        "The export of opportunities: in Copper open Opportunities, then the menu, Export. Abandoned opportunities count as lost. Names of people are not kept.",
        List.of("Export of opportunities with English headings: known from help pages, never seen"),
        List.of(Datasets.DEALS.name()));
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

package io.retainer.connector.crm;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Table;
import java.util.List;

/** amoCRM's export of deals; abroad it is called Kommo. */
public final class AmoCrm extends DealListConnector {

  public AmoCrm() {
    super(
        "amocrm",
        "amocrm-headings.txt",
        List.of(List.of("deal_id", "deal", "stage", "created_at")));
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "amocrm",
        "amoCRM (Kommo)",
        "The export of deals: in amoCRM (Kommo) open the list of deals, then the menu, Export, as CSV or XLSX. Names and phones are not kept; the address or phone of the contact becomes a key. Stages of your own that end a deal are named by the settings wonStages and lostStages.",
        List.of(
            "Export of deals with Russian headings: seen in programs that read it",
            "Export of leads of Kommo with English, Spanish or Portuguese headings: words of its interface, never seen"),
        List.of(Datasets.DEALS.name()));
  }

  @Override
  protected String layout(Table deals) {
    return "export of deals";
  }

  @Override
  protected String expected() {
    return "No table has the headings ID, Название сделки, Этап сделки and Дата создания of amoCRM's export of deals.";
  }
}

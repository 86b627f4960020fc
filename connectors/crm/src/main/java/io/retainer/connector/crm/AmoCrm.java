package io.retainer.connector.crm;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Table;

/** amoCRM's export of deals; abroad it is called Kommo. */
public final class AmoCrm extends DealListConnector {

  public AmoCrm() {
    super("amocrm", "amocrm-headings.txt");
  }

  @Override
  public ConnectorDescription describe() {
    return description("amoCRM (Kommo)")
        .about("Deals with their stages, amounts and sources.")
        .export(
            "Export of deals",
            "In amoCRM (Kommo) open the list of deals, then the menu, Export, as CSV or XLSX.")
        .layout("Export of deals", Evidence.REPORTED)
        .layout("Export of leads of Kommo, with English headings", Evidence.REMEMBERED)
        .fills(Datasets.DEALS, "each deal")
        .languages(Evidence.REPORTED, "ru")
        .languages(Evidence.REMEMBERED, "en", "es", "pt", "uk")
        .canLiveWithout("Воронка", "Причина отказа", "utm_source", "Рабочий email (контакт)")
        .note("Names are not kept; the address or phone of the contact becomes a key.")
        .build();
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

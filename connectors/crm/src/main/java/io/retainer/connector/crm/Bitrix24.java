package io.retainer.connector.crm;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Bitrix24's exports of deals and of leads. */
public final class Bitrix24 extends DealListConnector {

  private static final Headings LEADS = Headings.load(Bitrix24.class, "bitrix24-lead-headings.txt");

  public Bitrix24() {
    super(
        "bitrix24",
        "bitrix24-headings.txt",
        List.of(List.of("deal_id", "deal", "stage", "created_at")));
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "bitrix24",
        "Bitrix24",
        "The exports of deals and of leads: in Bitrix24 open CRM, Deals or Leads, then the menu at"
            + " the cog, Export to CSV or to Excel, with all fields. Names, phones and addresses"
            + " are not kept; the address or phone becomes a key. Stages of your own that end a"
            + " deal are named by the settings wonStages and lostStages.",
        List.of(
            "Deals as CSV with semicolons or as the table of a web page that is called .xls, with"
                + " Russian, English, Ukrainian or Belarusian headings: Russian and English"
                + " headings are those of its source text, files were not seen",
            "Leads, likewise"),
        List.of(Datasets.DEALS.name(), Datasets.LEADS.name()));
  }

  @Override
  protected String layout(Table deals) {
    return "export of deals";
  }

  @Override
  protected String expected() {
    return "No table has the headings ID, Название сделки, Стадия сделки and Дата создания of"
        + " Bitrix24's export of deals, or ID, Название лида, Статус and Дата создания of its"
        + " export of leads.";
  }

  @Override
  protected Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    return leads(sheet).map(leads -> Recognition.as("export of leads"));
  }

  @Override
  protected void readOther(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {
    Optional<Table> leads = leads(sheet);
    if (leads.isPresent()) {
      new LeadTable(leads.get(), id(), settings, sink).read();
    }
  }

  private static Optional<Table> leads(Sheet sheet) throws IOException {
    return Table.find(sheet, LEADS, List.of("lead_id", "lead", "status", "created_at"));
  }
}

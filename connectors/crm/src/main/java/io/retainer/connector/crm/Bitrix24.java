package io.retainer.connector.crm;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
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
    super("bitrix24", "bitrix24-headings.txt");
  }

  @Override
  public ConnectorDescription describe() {
    return description("Bitrix24")
        .about("Deals with their stages, amounts and sources, and leads.")
        .export(
            "Export of deals or leads",
            "In Bitrix24 open CRM, Deals or Leads, the menu at the cog, Export to CSV or to Excel,"
                + " with all fields.")
        .layout("Deals as CSV with semicolons", Evidence.DOCUMENTED)
        .layout("Deals as the table of a web page that is called .xls", Evidence.DOCUMENTED)
        .layout("Leads, likewise", Evidence.DOCUMENTED)
        .fills(Datasets.DEALS, "each deal")
        .fills(Datasets.LEADS, "each lead")
        .languages(Evidence.DOCUMENTED, "ru", "en")
        .languages(Evidence.REMEMBERED, "uk", "be")
        .canLiveWithout("Валюта", "Вероятность", "Источник", "Сделка закрыта")
        .note(
            "A closed deal in a stage of your own is rejected until the stage is named in one of"
                + " the settings.")
        .note(
            "A state of a lead that Bitrix24 does not come with says nothing about it: neither"
                + " valid nor rejected.")
        .note("Names are not kept; the phone or address of a person becomes a key.")
        .build();
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

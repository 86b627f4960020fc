package io.retainer.connector.crm;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HubSpot's deals: the export of its pages, and the tables that programs load from it. */
public final class HubSpotDeals extends DealListConnector {

  private static final Headings LOADED =
      Headings.load(HubSpotDeals.class, "hubspot-loaded-headings.txt");

  public HubSpotDeals() {
    super("hubspot-deals", "hubspot-headings.txt");
  }

  @Override
  public ConnectorDescription describe() {
    return description("HubSpot deals")
        .about("Deals with their stages, amounts and sources, and the history of their stages.")
        .export(
            "Export of deals",
            "In HubSpot open CRM, Deals, then Export, all properties, as CSV or XLSX.")
        .layout("Export of deals, with columns \"Date entered …\" or without", Evidence.SEEN)
        .layout("Table deal that programs load from HubSpot", Evidence.SEEN)
        .layout("Table deal_pipeline_stage, together with the deals", Evidence.SEEN)
        .layout("Table deal_stage, the history of stages", Evidence.DOCUMENTED)
        .refuses("Deals without Create Date, as a view with few columns has them")
        .refuses("Companies, contacts, forms and campaigns: no dataset keeps them")
        .fills(Datasets.DEALS, "each deal")
        .fills(Datasets.DEAL_STAGES, "each stage that a deal entered")
        .languages(Evidence.SEEN, "en")
        .languages(Evidence.REMEMBERED, "de", "fr", "es", "pt", "it", "nl", "pl", "fi")
        .canLiveWithout("Is Closed Won", "Pipeline", "Original Source Type", "Associated Contact")
        .note(
            "A deal is won or lost by \"Is Closed Won\" and \"Is closed lost\", by the name of its"
                + " last stage, or by a probability of 100 or 0 percent.")
        .note("The close date of an open deal is a hope and is left out.")
        .build();
  }

  @Override
  protected String layout(Table deals) {
    return "export of deals";
  }

  @Override
  protected String expected() {
    return "No table has the headings Record ID, Deal Name, Deal Stage and Create Date of"
        + " HubSpot's export of deals.";
  }

  @Override
  protected Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    if (loaded(sheet).isPresent()) {
      return Optional.of(Recognition.as("loaded table of deals"));
    }
    if (HubSpotStages.of(sheet).isPresent()) {
      return Optional.of(Recognition.as("loaded table of stages"));
    }
    return LoadedStageEntries.of(sheet).isPresent()
        ? Optional.of(Recognition.as("loaded history of stages"))
        : HubSpotOthers.reason(sheet).map(Recognition::notRead);
  }

  private static Optional<Table> loaded(Sheet sheet) throws IOException {
    return Table.find(sheet, LOADED, List.of("deal_id", "created_at", "portal"));
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new DealTable(list, id(), settings, sink, new Outcome(settings, true), Map.of()).read();
    new StageEntries(list.sheet(), id(), settings, sink).read();
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    HubSpotStages stages = HubSpotStages.beside(file);
    for (Sheet sheet : content.sheets()) {
      Optional<Table> deals = loaded(sheet);
      Optional<Table> entries = LoadedStageEntries.of(sheet);
      if (deals.isPresent()) {
        if (stages.explains(deals.get(), sink)) {
          new DealTable(
                  deals.get(),
                  id(),
                  settings,
                  sink,
                  new Outcome(stages.addedTo(settings), false),
                  stages.names())
              .read();
        }
      } else if (entries.isPresent()) {
        new LoadedStageEntries(entries.get(), stages, settings, sink).read(id());
      } else {
        Optional<Table> names = HubSpotStages.of(sheet);
        if (names.isPresent()) {
          names.get().eachRow(row -> sink.passedOver(row.line(), "says what a stage is called"));
        }
      }
    }
    super.read(file, content, settings, sink);
  }
}

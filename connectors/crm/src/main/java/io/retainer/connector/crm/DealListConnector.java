package io.retainer.connector.crm;

import io.retainer.spi.ColumnType;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.DescriptionBuilder;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.ListConnector;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A platform whose export lists deals, one row each. */
abstract class DealListConnector extends ListConnector {

  private static final List<String> SIGNATURE = List.of("deal_id", "deal", "stage", "created_at");

  DealListConnector(String id, String headings) {
    super(id, headings, List.of(SIGNATURE));
  }

  /** Begins a description, with the settings that every list of deals has. */
  final DescriptionBuilder description(String title) {
    return ConnectorDescription.of(id(), title)
        .setting(
            Outcome.WON_STAGES,
            "Stages of your own in which a deal is won, with commas between them",
            ColumnType.TEXT)
        .setting(
            Outcome.LOST_STAGES,
            "Stages of your own in which a deal is lost, with commas between them",
            ColumnType.TEXT);
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new DealTable(list, id(), settings, sink, new Outcome(settings, false), Map.of()).read();
  }
}

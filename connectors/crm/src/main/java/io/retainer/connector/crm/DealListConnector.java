package io.retainer.connector.crm;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.ListConnector;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A platform whose export lists deals, one row each. */
abstract class DealListConnector extends ListConnector {

  DealListConnector(String id, String headings, List<List<String>> signatures) {
    super(id, headings, signatures);
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new DealTable(list, id(), settings, sink, new Outcome(settings, false), Map.of()).read();
  }
}

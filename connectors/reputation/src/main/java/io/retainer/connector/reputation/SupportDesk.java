package io.retainer.connector.reputation;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.ListConnector;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;

/** A platform whose export lists requests of customers, one row each. */
abstract class SupportDesk extends ListConnector {

  SupportDesk(String id, String headings, List<List<String>> signatures) {
    super(id, headings, signatures);
  }

  @Override
  protected final void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new RequestTable(list, id(), settings, sink).read();
  }
}

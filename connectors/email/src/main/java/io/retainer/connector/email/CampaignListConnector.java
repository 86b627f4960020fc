package io.retainer.connector.email;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.ListConnector;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;

/** A platform whose export lists campaigns, one row each. */
abstract class CampaignListConnector extends ListConnector {

  CampaignListConnector(String id, String headings, List<List<String>> signatures) {
    super(id, headings, signatures);
  }

  /** Whether its layouts have different ids for one campaign, and only time and name in common. */
  boolean isByTimeAndName() {
    return false;
  }

  /** Says what a user has to know of a layout that lacks something. */
  void sayWhatIsAssumed(Table list, FactSink sink) {}

  @Override
  protected final void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    sayWhatIsAssumed(list, sink);
    new CampaignTable(list, id(), isByTimeAndName(), settings, sink).read();
  }
}

package io.retainer.connector.google;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;

/** Reads the rows that Google Analytics 4 exports to BigQuery: each is one event. */
public final class AnalyticsEvents extends TableConnector {

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(
            "google-analytics-4-events", "Google Analytics 4, BigQuery export")
        .about("Single events of a site, with hashed visitors and sessions.")
        .export(
            "a table events_YYYYMMDD",
            "In BigQuery export the table as JSON (newline delimited), or save a query's result so.")
        .layout("rows as JSON lines, parameters as a list of key and value", Evidence.DOCUMENTED)
        .layout("the same with parameters by name, or as a list of rows", Evidence.REMEMBERED)
        .fills(Datasets.WEB_EVENTS, "each event with its page, device and channel")
        .note("Addresses of pages are kept without what follows a question mark.")
        .note("The day is the property's, the moment is on the client's clock.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) {
    return Recognition.refused("A table; expected JSON lines of the BigQuery export");
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    JsonValue head = json.head();
    boolean isEvent =
        head.has("event_name") && (head.has("event_date") || head.has("event_timestamp"));
    return isEvent && (head.has("event_params") || head.has("user_pseudo_id"))
        ? Recognition.as("events of the BigQuery export")
        : Recognition.refused(
            "JSON without \"event_name\", \"event_date\" and \"event_params\", as the BigQuery"
                + " export has them");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink) {
    sink.passedOver(1, "no JSON");
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    new EventReader(json, settings, sink).read();
  }
}

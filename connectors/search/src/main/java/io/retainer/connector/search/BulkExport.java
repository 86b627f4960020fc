package io.retainer.connector.search;

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
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Search Console's bulk export puts into BigQuery, once it is taken out of there: every
 * result of a property, without the limit of the report.
 */
public final class BulkExport extends TableConnector {

  private static final List<String> REQUIRED =
      List.of("date", "clicks", "impressions", "sum_position");
  private static final Recognition REFUSED =
      Recognition.refused(
          "No columns data_date, impressions, clicks and sum_position or sum_top_position, as the"
              + " bulk export has them");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(
            "google-search-console-bulk", "Google Search Console, bulk export")
        .about("All clicks, impressions and positions of a property, by day.")
        .export(
            "searchdata_site_impression or searchdata_url_impression",
            "In BigQuery query the table for the days you want, and save the results as CSV or"
                + " JSON (newline delimited), one property in a file.")
        .layout("rows by property (sum_top_position), CSV or JSON lines", Evidence.DOCUMENTED)
        .layout("rows by page (sum_position), CSV or JSON lines", Evidence.DOCUMENTED)
        .fills(Datasets.SEARCH_QUERIES, "web results, and all other types apart from them")
        .canLiveWithout("country", "device", "is_anonymized_query")
        .note("Positions in the file count from zero; they are kept as people count, from one.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    return find(content.sheets().get(0)).isPresent()
        ? Recognition.as("rows of the bulk export")
        : REFUSED;
  }

  private static Optional<Table> find(Sheet sheet) throws IOException {
    return Table.find(sheet, FlatRows.HEADINGS, REQUIRED);
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    return json.head().has("data_date") && find(sheet(json)).isPresent()
        ? Recognition.as("rows of the bulk export as JSON")
        : REFUSED;
  }

  private static Sheet sheet(JsonText json) throws IOException {
    List<String> names =
        json.heads().stream().flatMap(row -> row.fields().keySet().stream()).distinct().toList();
    return json.sheet(names, row -> names.stream().map(row::at).map(JsonValue::text).toList());
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    read(content.sheets().get(0), settings, sink);
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    read(sheet(json), settings, sink);
  }

  private static void read(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {
    Optional<Table> table = find(sheet);
    if (table.isPresent()) {
      String account = settings.account().orElse(property(table.get()));
      new FlatRows(table.get(), account, true, settings, sink).read();
    } else {
      sink.passedOver(1, "no columns of the bulk export");
    }
  }

  private static String property(Table table) throws IOException {
    int site = table.columns().index("site");
    return table.sheet().head().stream()
        .filter(row -> row.line() > table.columns().line() && !row.isBlank())
        .findFirst()
        .map((Row row) -> row.cell(site).strip())
        .orElse("");
  }
}

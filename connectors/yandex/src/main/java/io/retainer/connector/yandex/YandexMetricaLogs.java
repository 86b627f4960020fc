package io.retainer.connector.yandex;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.Optional;

/** Reads what the Logs API of Yandex Metrica answers: single visits, or single hits. */
public final class YandexMetricaLogs extends TableConnector {

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("yandex-metrica-logs", "Yandex Metrica, logs")
        .about("Single visits or single hits, as the Logs API of Yandex Metrica answers them.")
        .export(
            "a log",
            "Ask the Logs API for visits or hits and download all parts. Join the parts into one"
                + " file: a second file about the same days takes the place of the first.")
        .layout("visits (fields ym:s:…), with any attribution", Evidence.DOCUMENTED)
        .layout("hits (fields ym:pv:…)", Evidence.DOCUMENTED)
        .fills(Datasets.WEB_TRAFFIC, "visits by source, tag, device and place")
        .fills(Datasets.WEB_EVENTS, "hits, with hashed visitor and visit")
        .canLiveWithout("ym:s:bounce", "ym:s:goalsID", "ym:pv:link")
        .note("Addresses of pages are kept without what follows a question mark.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    Sheet sheet = content.sheets().get(0);
    return headings(sheet)
        .map(
            columns ->
                isOfVisits(columns)
                    ? Recognition.as("log of visits")
                    : isOfHits(columns)
                        ? Recognition.as("log of hits")
                        : Recognition.refused(
                            "The log has no day; expected ym:s:date or ym:s:dateTime, or"
                                + " ym:pv:date or ym:pv:dateTime"))
        .orElse(
            Recognition.refused(
                "The first row has no fields of Metrica's Logs API, such as ym:s:visitID"));
  }

  private static Optional<Columns> headings(Sheet sheet) throws IOException {
    Optional<Row> first = sheet.head().stream().filter(row -> !row.isBlank()).findFirst();
    return first
        .map(LogFields::columns)
        .filter(columns -> columns.has("visit") || columns.has("hit") || isLog(columns));
  }

  private static boolean isLog(Columns columns) {
    return columns.has("bounce") || columns.has("is_page_view");
  }

  private static boolean isOfVisits(Columns columns) {
    return columns.has("day") || columns.has("time");
  }

  private static boolean isOfHits(Columns columns) {
    return columns.has("hit_day") || columns.has("hit_time");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    Sheet sheet = content.sheets().get(0);
    Optional<Columns> columns = headings(sheet);
    if (columns.isPresent()) {
      new LogReader(sheet, columns.get(), settings, sink).read();
    } else {
      sink.passedOver(1, "no fields of Metrica's Logs API");
    }
  }
}

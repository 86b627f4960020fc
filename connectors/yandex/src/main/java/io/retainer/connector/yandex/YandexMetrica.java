package io.retainer.connector.yandex;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.Optional;

/** Reads tables of reports of Yandex Metrica, as its pages and its reporting API export them. */
public final class YandexMetrica extends TableConnector {

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("yandex-metrica", "Yandex Metrica")
        .about("Visits and page views of a site, from tables of reports.")
        .export(
            "a report",
            "In the report press Export, Table data, CSV or XLSX. Keep the name that Metrica gives"
                + " the file: it says the days of a report that is not grouped by date.")
        .layout(
            "report as CSV: groupings, measures, and a row of totals below the headings",
            Evidence.REPORTED)
        .layout("report as XLSX, with its days above the headings", Evidence.REPORTED)
        .layout("answer of the reporting API as CSV", Evidence.REPORTED)
        .layout("answer of the reporting API as JSON, by rows or by time", Evidence.DOCUMENTED)
        .layout("any of these saved again by Excel", Evidence.REMEMBERED)
        .refuses("the export of a chart, which does not name its measure")
        .refuses("answers of the API that compare segments, or are one level of a tree")
        .refuses("reports by goal, interest or product, where one visit stands in several rows")
        .fills(Datasets.WEB_TRAFFIC, "reports by date, source, UTM tag, device, country or city")
        .fills(Datasets.LANDING_PAGES, "reports by page where visits began, or by page viewed")
        .languages(Evidence.REPORTED, "ru", "en")
        .languages(Evidence.REMEMBERED, "tr", "es", "pt")
        .canLiveWithout("Доля новых посетителей", "Отказы")
        .note(
            "Its bounces are visits of one page and less than fifteen seconds. They never share a"
                + " line with those of Google Analytics.")
        .note("Reports by tag, search engine, site or place are about some visits only: a part.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    Recognition answer = Recognition.refused("no sheet has rows");
    for (Sheet sheet : content.sheets()) {
      answer = MetricaTable.recognise(sheet);
      if (answer instanceof Recognition.Recognised) {
        return answer;
      }
    }
    return answer;
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    Optional<DateSpan> ofFile = Preamble.inFileName(file.name());
    for (Sheet sheet : content.sheets()) {
      Optional<Table> table = MetricaTable.find(sheet);
      if (table.isEmpty()) {
        sink.passedOver(1, "sheet \"" + sheet.name() + "\" is no table of Metrica");
        continue;
      }
      var preamble = Preamble.of(table.get().preamble());
      table.get().preamble().stream()
          .filter(row -> !row.isBlank())
          .forEach(row -> sink.passedOver(row.line(), "above the headings"));
      new ReportReader(table.get(), preamble, ofFile, settings, sink).read();
    }
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    if (!ReportAnswer.is(json.head())) {
      return Recognition.refused(
          "JSON without \"query\" and \"metrics\" like \"ym:s:visits\", as the reporting API"
              + " answers");
    }
    return ReportAnswer.otherKind(json.head())
        .map(
            kind ->
                Recognition.notRead(
                    "This answer of the reporting API "
                        + kind
                        + "; expected one of /stat/v1/data or /stat/v1/data/bytime"))
        .orElseGet(() -> Recognition.as("answer of the reporting API"));
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    new ReportAnswer(settings, sink).read(json);
  }
}

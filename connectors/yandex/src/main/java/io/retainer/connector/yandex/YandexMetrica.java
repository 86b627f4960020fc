package io.retainer.connector.yandex;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads tables of reports of Yandex Metrica, as its pages and its reporting API export them. */
public final class YandexMetrica extends TableConnector {

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "yandex-metrica",
        "Yandex Metrica",
        "Reads tables of reports: in a report, Export, Table data, CSV or XLSX. Keep the name that"
            + " Metrica gives the file, which says the days; a report that is grouped by date says"
            + " them itself.",
        List.of(
            "report as CSV: groupings, measures and a row of totals below the headings, in Russian"
                + " as known from code that processes such exports",
            "the same as XLSX with lines above the headings, known from code",
            "answers of the reporting API as CSV, in English as known from code",
            "the same in Turkish, Spanish and Portuguese: translated, never seen",
            "refused: the chart's own export, which does not name its measure"),
        List.of("web_traffic", "landing_pages"));
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
}

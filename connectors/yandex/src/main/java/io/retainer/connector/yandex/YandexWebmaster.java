package io.retainer.connector.yandex;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Searches in Yandex: queries and pages of a site with impressions, clicks and positions. */
public final class YandexWebmaster extends TableConnector {

  private static final Headings HEADINGS =
      Headings.load(YandexWebmaster.class, "webmaster-headings.txt");

  /** Words of Yandex alone: other engines know one position, and no demand. */
  private static final List<String> TELLING =
      List.of("clicked_position", "shown_position", "demand");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("yandex-webmaster", "Yandex Webmaster")
        .about("Impressions, clicks and positions in Yandex's results, by day, query or page.")
        .export(
            "search queries",
            "Open Search queries, Query statistics or Query monitoring, choose the days, and"
                + " download the table.")
        .layout("tables of queries, pages or days with the position of clicks", Evidence.REMEMBERED)
        .layout(
            "answers of the API: search-queries/popular, query-analytics/list", Evidence.DOCUMENTED)
        .refuses("tables by region: their rows are about places within one another")
        .fills(Datasets.SEARCH_QUERIES, "days, queries or pages")
        .languages(Evidence.REMEMBERED, "ru", "en")
        .note(
            "The position is that of impressions; the position of clicks and demand are left out.")
        .note(
            "Lists of queries and pages hold the most frequent ones only: the whole site is told by"
                + " the table of days.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> table = table(sheet);
      if (table.isPresent()) {
        return table.get().columns().has("region")
            ? Recognition.notRead(
                "This is Yandex Webmaster's table by region: a city counts in its region again."
                    + " Download queries, pages or days.")
            : Recognition.as("table of searches");
      }
    }
    return Recognition.refused(
        "No table has the headings Запрос, Страница or Дата, Показы, Клики and Ср. позиция клика, as"
            + " Yandex Webmaster's do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> table = table(sheet);
      if (table.isPresent() && !table.get().columns().has("region")) {
        new WebmasterTable(table.get(), file.name(), settings, sink).read();
      }
    }
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    return WebmasterAnswer.recognise(json);
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    WebmasterAnswer.read(json, settings, sink);
  }

  private static Optional<Table> table(Sheet sheet) throws IOException {
    for (String subject : List.of("query", "page", "date")) {
      for (String telling : TELLING) {
        Optional<Table> found =
            Table.find(sheet, HEADINGS, List.of(subject, "impressions", "clicks", telling));
        if (found.isPresent()) {
          return found.filter(table -> !table.columns().has("advertising"));
        }
      }
    }
    return Optional.empty();
  }
}

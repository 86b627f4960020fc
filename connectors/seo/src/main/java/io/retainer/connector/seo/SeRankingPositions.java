package io.retainer.connector.seo;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of positions: for each search engine a title, headings and keywords. Rows whose address is
 * {@code --} sum up a group of keywords, which follow.
 */
final class SeRankingPositions {

  private static final List<String> COLUMNS =
      List.of(
          "keyword",
          "engine",
          "locale",
          "domain",
          "url",
          "group_name",
          "position",
          "depth",
          "search_volume");
  private static final String OF_A_GROUP = "--";

  private final Sheet sheet;
  private final String fileName;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Map<Long, String> sites = new LinkedHashMap<>();

  private String title = "";
  private WideRanks headings;
  private Fields fields;
  private SearchEngine engine;
  private String site;
  private String domain;
  private String group;
  private TableWriter writer;

  SeRankingPositions(Sheet sheet, String fileName, ReadSettings settings, FactSink sink) {
    this.sheet = sheet;
    this.fileName = fileName;
    this.settings = settings;
    this.sink = sink;
  }

  void read() throws IOException {
    findSites();
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        if (!row.isBlank()) {
          read(row);
        }
      }
    }
  }

  /** The site stands in the addresses of the keywords, which come after it is needed. */
  private void findSites() throws IOException {
    try (var rows = sheet.rows()) {
      WideRanks table = null;
      Row row;
      while ((row = rows.next()) != null) {
        Optional<WideRanks> found = WideRanks.headings(row);
        if (found.isPresent()) {
          table = found.get();
        } else if (table != null && !sites.containsKey(table.columns().line())) {
          long line = table.columns().line();
          Site.in(row.cell(table.columns().index("url")))
              .ifPresent(domain -> sites.put(line, domain));
        }
      }
    }
  }

  private void read(Row row) {
    Optional<WideRanks> found = WideRanks.headings(row);
    if (found.isPresent()) {
      begin(found.get());
    } else if (row.width() == 1) {
      title = row.cell(0);
      headings = null;
      sink.passedOver(row.line(), "title of a table");
    } else if (headings == null) {
      sink.passedOver(row.line(), "before the headings of a table");
    } else if (writer == null) {
      sink.passedOver(row.line(), "of a table whose days are not understood");
    } else if (row.cell(headings.columns().index("url")).strip().equals(OF_A_GROUP)) {
      group = row.cell(headings.columns().index("keyword")).strip();
      sink.passedOver(row.line(), "a group of keywords, which follow");
    } else {
      keyword(row);
    }
  }

  private void begin(WideRanks next) {
    headings = next;
    fields = new Fields(next.columns(), Forms.plain(), settings.zone(), sheet.isWorkbook());
    group = null;
    engine = SearchEngine.of(title);
    site =
        settings
            .account()
            .or(() -> Optional.ofNullable(sites.get(next.columns().line())))
            .or(() -> Site.inFileName(fileName))
            .orElse(SeRanking.ID);
    domain = Site.in(site).orElse(site);
    if (next.open().isPresent()) {
      writer = null;
      sink.issue(
          new ReadIssue(
              next.columns().line(),
              next.open().get(),
              next.open().get() + ", which reads both as day/month and as month/day",
              "days of which at least one reads one way only",
              "Upload the file as it was downloaded, or write the days as 2026-01-31."));
    } else {
      writer = sink.table(header());
    }
  }

  private TableHeader header() {
    return new TableHeader(
        title.isBlank() ? sheet.name() : title.strip(),
        Datasets.RANKINGS,
        COLUMNS,
        Set.of("keyword"),
        Grain.SNAPSHOT,
        true,
        Optional.empty(),
        engine.accountOf(site),
        Optional.empty());
  }

  private void keyword(Row row) {
    fields.at(row);
    String keyword = fields.required("keyword", fields.text("keyword"));
    Object volume = fields.measured(cells -> cells.count("search_volume"));
    Map<LocalDate, Object[]> positions = new LinkedHashMap<>();
    headings
        .checks()
        .forEach(
            (index, day) -> {
              if (Ranks.isChecked(row.cell(index))) {
                positions.put(
                    day,
                    new Object[] {
                      keyword,
                      engine.name(),
                      engine.locale(),
                      domain,
                      fields.text("url"),
                      group,
                      Ranks.position(fields, index),
                      Ranks.DEPTH,
                      volume
                    });
              }
            });
    Ranks.write(fields, positions, writer, sink);
  }
}

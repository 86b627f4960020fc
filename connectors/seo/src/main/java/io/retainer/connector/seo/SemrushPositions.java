package io.retainer.connector.seo;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
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

/** The keywords of an overview. */
final class SemrushPositions {

  private static final List<String> COLUMNS =
      List.of("keyword", "domain", "url", "position", "depth", "search_volume");
  private static final String CAMPAIGN = "ID:";

  private final Sheet sheet;
  private final SemrushHeadings headings;
  private final ReadSettings settings;
  private final FactSink sink;
  private final String domain;
  private String campaign = "";

  SemrushPositions(Sheet sheet, SemrushHeadings headings, ReadSettings settings, FactSink sink) {
    this.sheet = sheet;
    this.headings = headings;
    this.domain = Site.in(headings.mask()).orElse(headings.mask());
    this.settings = settings;
    this.sink = sink;
  }

  void read() throws IOException {
    Fields fields =
        new Fields(headings.columns(), Forms.plain(), settings.zone(), sheet.isWorkbook());
    TableWriter writer = null;
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        if (row.line() < headings.columns().line()) {
          preamble(row);
        } else if (row.line() == headings.columns().line()) {
          writer = sink.table(header());
        } else if (!row.isBlank()) {
          keyword(fields.at(row), writer);
        }
      }
    }
  }

  private void preamble(Row row) {
    String text = row.cell(0).strip();
    if (text.startsWith(CAMPAIGN)) {
      campaign = text.substring(CAMPAIGN.length()).strip();
    }
    if (!row.isBlank()) {
      sink.passedOver(row.line(), "preamble");
    }
  }

  /** A campaign is one engine, place and device, which the file does not name. */
  private TableHeader header() {
    String site = settings.account().orElse(domain);
    return new TableHeader(
        sheet.name(),
        Datasets.RANKINGS,
        COLUMNS,
        Set.of("keyword"),
        Grain.SNAPSHOT,
        true,
        Optional.empty(),
        campaign.isEmpty() ? site : site + ", campaign " + campaign,
        Optional.empty());
  }

  private void keyword(Fields fields, TableWriter writer) {
    Row row = fields.row();
    String keyword = fields.required("keyword", fields.text("keyword"));
    Object volume = fields.measured(cells -> cells.count("search_volume"));
    Map<LocalDate, Object[]> positions = new LinkedHashMap<>();
    headings
        .checks()
        .forEach(
            (index, day) -> {
              if (!row.cell(index).isBlank()) {
                String page = row.cell(headings.landings().getOrDefault(day, -1)).strip();
                positions.put(
                    day,
                    new Object[] {
                      keyword,
                      domain,
                      page.isEmpty() ? null : page,
                      Ranks.position(fields, index),
                      Ranks.DEPTH,
                      volume
                    });
              }
            });
    Ranks.write(fields, positions, writer, sink);
  }
}

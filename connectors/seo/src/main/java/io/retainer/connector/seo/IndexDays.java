package io.retainer.connector.seo;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an index knew of a site's links, date by date. */
final class IndexDays {

  private static final List<String> COUNTS = List.of("backlinks", "referring_domains");

  private final SeoExport export;
  private final Table table;

  IndexDays(SeoExport export) {
    this.export = export;
    this.table = export.table();
  }

  void read() throws IOException {
    Optional<Forms> forms = export.forms(List.of("date"), COUNTS, List.of());
    if (forms.isPresent()) {
      List<String> columns = columns();
      TableWriter writer = export.sink().table(header(columns));
      var repeats = new Repeats(export.sink(), table.columns().index("date"));
      export.each(
          forms.get(),
          fields -> {
            if (!repeats.passes(fields)) {
              day(fields, columns, writer);
            }
          });
    }
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("domain", "provider"));
    COUNTS.stream().filter(export::has).forEach(columns::add);
    return columns;
  }

  private void day(Fields fields, List<String> columns, TableWriter writer) {
    LocalDate day = fields.required("date", fields.day("date"));
    Object[] values = new Object[columns.size()];
    values[0] = account();
    values[1] = export.provider();
    for (int i = 2; i < values.length; i++) {
      values[i] = fields.count(columns.get(i));
    }
    if (fields.isSound()) {
      writer.row(fields.row().line(), DateSpan.ofDay(day), values);
    } else {
      fields.rejectTo(writer);
    }
  }

  private String account() {
    return export
        .settings()
        .account()
        .or(() -> Site.inFileName(export.fileName()))
        .orElse(export.provider());
  }

  private TableHeader header(List<String> columns) {
    return new TableHeader(
        table.sheet().name(),
        Datasets.BACKLINK_SUMMARY,
        columns,
        Set.of(),
        Grain.SNAPSHOT,
        true,
        Optional.empty(),
        account(),
        Optional.empty());
  }
}

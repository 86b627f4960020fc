package io.retainer.connector.crm;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The table deal_stage that programs load from HubSpot: a row for each stage a deal entered. */
final class LoadedStageEntries {

  private static final Headings HEADINGS =
      Headings.load(LoadedStageEntries.class, "hubspot-entry-headings.txt");

  private final Table table;
  private final HubSpotStages stages;
  private final ReadSettings settings;
  private final FactSink sink;

  LoadedStageEntries(Table table, HubSpotStages stages, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.stages = stages;
    this.settings = settings;
    this.sink = sink;
  }

  static Optional<Table> of(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, List.of("deal_id", "stage", "entered_at"));
  }

  void read(String source) throws IOException {
    Optional<Forms> forms =
        table.forms(sink, List.of("entered_at", "left_at"), List.of(), List.of());
    if (forms.isPresent()) {
      TableWriter writer = sink.table(StageEntries.header(table.sheet(), source, settings));
      table.read(forms.get(), settings, fields -> entry(fields, writer));
    }
  }

  private void entry(Fields fields, TableWriter writer) {
    String deal = fields.required("deal_id", fields.id("deal_id"));
    String stage = fields.required("stage", fields.text("stage"));
    LocalDateTime entered = fields.required("entered_at", fields.time("entered_at"));
    LocalDateTime left = fields.time("left_at");
    if (fields.isSound()) {
      writer.row(
          fields.row().line(),
          DateSpan.ofDay(entered.toLocalDate()),
          new Object[] {
            deal + " · " + stage + " · " + entered,
            deal,
            null,
            stages.names().getOrDefault(stage, stage),
            entered,
            left
          });
    } else {
      fields.rejectTo(writer);
    }
  }
}

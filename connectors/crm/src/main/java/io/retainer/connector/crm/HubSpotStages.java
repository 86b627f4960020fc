package io.retainer.connector.crm;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Truth;
import io.retainer.toolkit.UnreadableContent;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the ids of stages mean. HubSpot numbers the stages that an account has made itself, and
 * tells their names in a table of its own.
 */
record HubSpotStages(Map<String, String> names, Set<String> won, Set<String> lost) {

  private static final Headings HEADINGS =
      Headings.load(HubSpotStages.class, "hubspot-stage-headings.txt");
  private static final List<String> REQUIRED = List.of("stage_id", "label", "probability");

  static Optional<Table> of(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, REQUIRED);
  }

  /** The stages in the files that arrived together with this one. */
  static HubSpotStages beside(SourceFile file) throws IOException {
    var stages = new HubSpotStages(new HashMap<>(), new HashSet<>(), new HashSet<>());
    for (SourceFile other : file.siblings()) {
      try {
        for (Sheet sheet : FileContent.of(other).sheets()) {
          Optional<Table> table = of(sheet);
          if (table.isPresent()) {
            table.get().eachRow(row -> stages.add(table.get(), row));
          }
        }
      } catch (UnreadableContent notAnExport) {
        // Another file of the same upload; whoever reads it says what is wrong with it.
      }
    }
    return stages;
  }

  private void add(Table table, Row row) {
    String id = cell(table, row, "stage_id");
    names.put(id, cell(table, row, "label"));
    if (isTrue(cell(table, row, "closed_won"))) {
      won.add(id);
    } else if (isTrue(cell(table, row, "is_closed"))) {
      lost.add(id);
    }
  }

  private static String cell(Table table, Row row, String key) {
    return row.cell(table.columns().index(key)).strip();
  }

  private static boolean isTrue(String text) {
    return Truth.of(text).orElse(false);
  }

  ReadSettings addedTo(ReadSettings settings) {
    Map<String, String> values = new HashMap<>(settings.values());
    values.merge(Outcome.WON_STAGES, String.join(";", won), (before, more) -> before + ";" + more);
    values.merge(
        Outcome.LOST_STAGES, String.join(";", lost), (before, more) -> before + ";" + more);
    return new ReadSettings(
        settings.zone(), settings.currency(), settings.account(), settings.period(), values);
  }

  /** Whether it is known of all stages of the deals what they are; else the user is asked. */
  boolean explains(Table deals, FactSink sink) throws IOException {
    Set<String> unknown = new HashSet<>();
    deals.eachRow(
        row -> {
          String id = cell(deals, row, "stage");
          if (!id.isEmpty() && !names.containsKey(id) && !Outcome.isName(id)) {
            unknown.add(id);
          }
        });
    if (unknown.isEmpty()) {
      return true;
    }
    sink.issue(
        ReadIssue.ofFile(
            unknown.size() + " stages by their numbers alone, such as " + unknown.iterator().next(),
            "the table deal_pipeline_stage, which says which of them are won and lost",
            "Upload both files together."));
    return false;
  }
}

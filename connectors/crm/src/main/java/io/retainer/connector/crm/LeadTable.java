package io.retainer.connector.crm;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of a list of leads, an event each, dated by their creation. */
final class LeadTable {

  private static final Headings STATES = Headings.load(LeadTable.class, "lead-states.txt");
  private static final Headings TYPES = Headings.load(LeadTable.class, "lead-types.txt");

  private final Table table;
  private final Columns columns;
  private final String source;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Values values;

  /**
   * @param source the connector, and the account when the user named none
   */
  LeadTable(Table table, String source, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.source = source;
    this.settings = settings;
    this.sink = sink;
    var people = new People(settings);
    this.values =
        new Values()
            .with("lead_id", fields -> fields.required("lead_id", fields.id("lead_id")))
            .with(
                columns.has("email") || columns.has("phone"),
                "lead_key",
                fields -> people.key(fields))
            .with(columns.has("source_name"), "lead_type", LeadTable::type)
            .with("status", LeadTable::status)
            .texts(columns, "form", "source_name", "medium", "campaign")
            .times(columns, "created_at");
  }

  /** Null for a source that says neither form nor call nor chat. */
  private static String type(Fields fields) {
    String source = fields.text("source_name");
    return source == null ? null : TYPES.key(source).orElse(null);
  }

  /** What the platform says of all leads first; a state of the client's own says nothing to us. */
  private static String status(Fields fields) {
    for (String key : List.of("state", "status")) {
      String name = fields.text(key);
      Optional<String> status = name == null ? Optional.empty() : STATES.key(name);
      if (status.isPresent()) {
        return status.get();
      }
    }
    return null;
  }

  void read() throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("created_at"), List.of(), List.of());
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer =
        sink.table(
            values.header(table, Datasets.LEADS, Grain.EVENT, settings.account().orElse(source)));
    sink.unchanging("created_at");
    var repeats = new Repeats(sink, columns.index("lead_id"));
    table.read(
        forms.get(),
        settings,
        fields -> {
          if (!repeats.passes(fields)) {
            lead(fields, writer);
          }
        });
  }

  private void lead(Fields fields, TableWriter writer) {
    values.write(fields, fields.required("created_at", fields.time("created_at")), writer);
  }
}

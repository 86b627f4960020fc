package io.retainer.connector.email;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What flows sent in each span of days. A flow has no day on which it was sent, so its rows are
 * counts of spans, an account beside the one of the campaigns.
 */
final class KlaviyoFlows {

  private static final List<String> TOLD_APART_BY =
      List.of("flow", "flow_id", "message", "message_id", "channel", "period");

  private final Table table;
  private final Columns columns;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Values values;

  KlaviyoFlows(Table table, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.settings = settings;
    this.sink = sink;
    this.values =
        Measured.addTo(
            new Values()
                .with("campaign", fields -> fields.required("flow", fields.text("flow")))
                .with(columns.has("message"), "variant", fields -> fields.text("message")),
            columns);
  }

  void read() throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .counts(Measured.COUNTS)
            .decimals(Measured.AMOUNTS);
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    Set<Grain> grains = EnumSet.noneOf(Grain.class);
    table.eachRow(row -> grains.add(grain(Spans.of(row.cell(columns.index("period"))))));
    if (grains.isEmpty()) {
      sink.table(header(Grain.MONTH));
    }
    for (Grain grain : grains) {
      read(grain, forms.get());
    }
  }

  /** A table has one grain, so a file of months and of spans is read as two. */
  private void read(Grain grain, Forms forms) throws IOException {
    TableWriter writer = sink.table(header(grain));
    var repeats = new Repeats(sink, keys());
    table.read(
        forms,
        settings,
        fields -> {
          Optional<DateSpan> span = Spans.of(fields.row().cell(columns.index("period")));
          if (grain(span) == grain && !repeats.passes(fields)) {
            flow(fields, span, writer);
          }
        });
  }

  private int[] keys() {
    return Stream.concat(Stream.of("period"), TOLD_APART_BY.stream().filter(columns::has))
        .mapToInt(columns::index)
        .distinct()
        .toArray();
  }

  private void flow(Fields fields, Optional<DateSpan> span, TableWriter writer) {
    if (!Channel.isEmail(fields)) {
      sink.passedOver(
          fields.row().line(),
          "a flow of another channel, \"" + fields.text("channel") + "\": no e-mail");
      return;
    }
    if (span.isEmpty()) {
      fields.refuse("period", "days like May 01 2025 - May 31 2025", "Correct the cell.");
    }
    values.write(fields, span.orElse(null), writer);
  }

  private static Grain grain(Optional<DateSpan> span) {
    return span.map(Spans::grain).orElse(Grain.PERIOD);
  }

  private TableHeader header(Grain grain) throws IOException {
    return new TableHeader(
        table.sheet().name(),
        Datasets.EMAIL_CAMPAIGNS,
        values.columns(),
        values.has("variant") ? Set.of("campaign", "variant") : Set.of("campaign"),
        grain,
        true,
        Optional.empty(),
        settings.account().orElse(Klaviyo.ID) + " flows",
        Optional.of(Measured.currency(table, settings, sink)));
  }
}

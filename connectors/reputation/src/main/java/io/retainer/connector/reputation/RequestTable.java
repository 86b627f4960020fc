package io.retainer.connector.reputation;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Totals;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The rows of a list of requests, an event each, dated by their beginning. */
final class RequestTable {

  private static final BigDecimal SECONDS_OF_MINUTE = BigDecimal.valueOf(60);

  private final Table table;
  private final Columns columns;
  private final String source;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Values values;

  /**
   * @param source the connector, and the account when the user named none
   */
  RequestTable(Table table, String source, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.source = source;
    this.settings = settings;
    this.sink = sink;
    this.values = values();
  }

  private Values values() {
    PersonKey people = PersonKey.of(settings);
    return new Values()
        .with("request_id", fields -> fields.required("request_id", fields.id("request_id")))
        .with(
            columns.has("customer"), "customer_key", fields -> people.key(fields.text("customer")))
        .texts(columns, "channel", "topic", "status", "owner")
        .with(columns.has("channel"), "network", fields -> Networks.of(fields.text("channel")))
        .with("created_at", fields -> Times.of(fields, "created_at"))
        .with(
            columns.has("replied_at") || columns.has("reply_minutes"),
            "first_human_reply_at",
            this::repliedAt)
        .with(columns.has("resolved_at"), "resolved_at", fields -> Times.of(fields, "resolved_at"));
  }

  private LocalDateTime repliedAt(Fields fields) {
    if (columns.has("replied_at")) {
      return Times.of(fields, "replied_at");
    }
    BigDecimal minutes = fields.decimal("reply_minutes");
    LocalDateTime created = Times.of(fields, "created_at");
    return minutes == null || created == null
        ? null
        : created.plusSeconds(minutes.multiply(SECONDS_OF_MINUTE).longValue());
  }

  void read() throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(List.of("created_at", "replied_at", "resolved_at"))
            .decimals(List.of("reply_minutes"));
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer =
        sink.table(
            values.header(
                table, Datasets.SUPPORT_REQUESTS, Grain.EVENT, settings.account().orElse(source)));
    sink.unchanging("created_at");
    var repeats = new Repeats(sink, columns.index("request_id"));
    table.read(
        forms.get(),
        settings,
        fields -> {
          if (isTotal(fields)) {
            sink.passedOver(fields.row().line(), "the total of the list");
          } else if (!repeats.passes(fields)) {
            request(fields, writer);
          }
        });
  }

  private static boolean isTotal(Fields fields) {
    String id = fields.text("request_id");
    return id != null && Totals.is(id);
  }

  private void request(Fields fields, TableWriter writer) {
    values.write(fields, fields.required("created_at", Times.of(fields, "created_at")), writer);
  }
}

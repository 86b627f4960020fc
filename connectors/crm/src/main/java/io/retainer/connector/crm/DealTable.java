package io.retainer.connector.crm;

import io.retainer.spi.Datasets;
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
import io.retainer.toolkit.Totals;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a list of deals, an event each, dated by their creation. The day on which a deal is
 * expected to close is no day on which it closed: open deals have none.
 */
final class DealTable {

  private static final List<String> CLOSING = List.of("closed_at", "won_at", "lost_at");

  private final Table table;
  private final Columns columns;
  private final String source;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Outcome outcome;
  private final Map<String, String> stages;
  private final Values values;
  private boolean isInUtc;

  /**
   * @param source the connector, and the account when the user named none
   * @param stages the names of stages that the table has ids of
   */
  DealTable(
      Table table,
      String source,
      ReadSettings settings,
      FactSink sink,
      Outcome outcome,
      Map<String, String> stages) {
    this.table = table;
    this.columns = table.columns();
    this.source = source;
    this.settings = settings;
    this.sink = sink;
    this.outcome = outcome;
    this.stages = stages;
    this.values = values();
  }

  private Values values() {
    var people = new People(settings);
    return new Values()
        .with("deal_id", fields -> fields.required("deal_id", fields.id("deal_id")))
        .with(
            columns.has("email") || columns.has("phone"),
            "customer_key",
            fields -> people.key(fields))
        .texts(columns, "pipeline")
        .with(columns.has("stage"), "stage", this::stage)
        .with("status", outcome::of)
        .texts(columns, "owner", "source_name", "medium", "campaign", "lost_reason")
        .with(columns.has("currency"), "currency", fields -> Currencies.of(fields, settings, sink))
        .with("created_at", fields -> time(fields, "created_at"))
        .with(CLOSING.stream().anyMatch(columns::has), "closed_at", this::closedAt)
        .with(columns.has("amount"), "amount", fields -> fields.decimal("amount"))
        .with(columns.has("probability"), "probability", DealTable::probability);
  }

  private String stage(Fields fields) {
    String stage = fields.text("stage");
    return stage == null ? null : stages.getOrDefault(stage, stage);
  }

  /** For a platform whose cells are in UTC without saying so. */
  DealTable inUtc() {
    isInUtc = true;
    return this;
  }

  private LocalDateTime time(Fields fields, String key) {
    return isInUtc ? fields.utcTime(key) : fields.time(key);
  }

  private LocalDateTime closedAt(Fields fields) {
    return outcome.of(fields).equals(Outcome.OPEN)
        ? null
        : CLOSING.stream()
            .filter(key -> isDate(fields, key))
            .findFirst()
            .map(key -> time(fields, key))
            .orElse(null);
  }

  /** amoCRM writes in words that a deal is not closed. */
  private static boolean isDate(Fields fields, String key) {
    String text = fields.columns().has(key) ? fields.text(key) : null;
    return text != null && text.chars().anyMatch(Character::isDigit);
  }

  private static BigDecimal probability(Fields fields) {
    BigDecimal probability = fields.fraction("probability");
    // Under "Probability, %" a 1 is one in a hundred; elsewhere it is certain.
    boolean isOfHundred =
        fields.columns().heading("probability").contains("%")
            && probability != null
            && !fields.text("probability").endsWith("%");
    return probability == null || probability.compareTo(BigDecimal.ONE) <= 0 && !isOfHundred
        ? probability
        : probability.movePointLeft(2);
  }

  void read() throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(List.of("created_at", "closed_at", "won_at", "lost_at"))
            .decimals(List.of("amount"));
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer = sink.table(header());
    sink.unchanging("created_at");
    var repeats = new Repeats(sink, columns.index("deal_id"));
    table.read(
        forms.get(),
        settings,
        fields -> {
          if (isNoDeal(fields)) {
            sink.passedOver(fields.row().line(), "no deal: a total, or one that was deleted");
          } else if (!repeats.passes(fields)) {
            deal(fields, writer);
          }
        });
  }

  private static boolean isNoDeal(Fields fields) {
    String id = fields.text("deal_id");
    String deleted = fields.text("is_deleted");
    return id != null && Totals.is(id) || "true".equalsIgnoreCase(deleted);
  }

  private void deal(Fields fields, TableWriter writer) {
    values.write(fields, fields.required("created_at", time(fields, "created_at")), writer);
  }

  private TableHeader header() {
    return values.header(
        table,
        Datasets.DEALS,
        Grain.EVENT,
        settings.account().orElse(source),
        columns.has("currency")
            ? Optional.empty()
            : Optional.of(Currencies.ofAll(columns, settings, sink)));
  }
}

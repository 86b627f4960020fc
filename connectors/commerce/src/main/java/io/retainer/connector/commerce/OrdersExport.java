package io.retainer.connector.commerce;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An export of orders with a row for each line of an order, where what belongs to the order as a
 * whole stands on its first row only. The other rows may stand anywhere in the file.
 *
 * <p>A column that the file does not have is left out rather than empty: without e-mail addresses
 * nobody knows how many customers there were, and it was not none.
 */
final class OrdersExport {

  private static final List<String> AMOUNTS =
      List.of("subtotal", "gross", "shipping", "tax", "total", "discount", "refunded");

  private final Table table;
  private final String source;
  private final Optional<DateOrder> order;
  private final ReadSettings settings;
  private final PersonKey person;
  private final int[] kept;
  private final Map<String, OrderLines> orders = new HashMap<>();
  private final Set<Long> repeated = new HashSet<>();
  private final Map<String, String> said = new HashMap<>();

  /**
   * @param source the connector, and the account when the user named none
   * @param order how the platform writes dates whose order the rows leave open; empty to ask
   */
  OrdersExport(Table table, String source, Optional<DateOrder> order, ReadSettings settings) {
    this.table = table;
    this.source = source;
    this.order = order;
    this.settings = settings;
    this.person = PersonKey.of(settings);
    this.kept =
        IntStream.range(0, OrderRow.COLUMNS.size())
            .filter(i -> isThere(OrderRow.COLUMNS.get(i)))
            .toArray();
  }

  private boolean isThere(String column) {
    List<String> from = OrderRow.FROM.getOrDefault(column, List.of());
    return from.isEmpty() || from.stream().anyMatch(table.columns()::has);
  }

  private Object[] kept(Object[] values) {
    return IntStream.of(kept).mapToObj(i -> values[i]).toArray();
  }

  void read(FactSink sink) throws IOException {
    Optional<Forms> forms = forms(sink);
    if (forms.isEmpty()) {
      return;
    }
    table.read(forms.get(), settings, this::gather);
    TableWriter writer = sink.table(header());
    // Shops number their orders from the beginning: two in one account would take each other's
    // away.
    sink.unchanging("ordered_at");
    table.read(forms.get(), settings, fields -> order(fields, writer, sink));
    new LinesExport(table, source, settings, orders, repeated).read(forms.get(), sink);
  }

  private Optional<Forms> forms(FactSink sink) throws IOException {
    var decision =
        new FormsDecision(table.columns(), table.sheet().delimiter())
            .dates(List.of("ordered_at"))
            .counts(List.of("quantity", "items", "refunded_quantity"))
            .decimals(AMOUNTS)
            .decimals(LinesExport.AMOUNTS);
    order.ifPresent(decision::ordinarily);
    table.eachRow(decision::see);
    return decision.decide(sink);
  }

  private TableHeader header() {
    return new TableHeader(
        table.sheet().name(),
        Datasets.ORDERS,
        IntStream.of(kept).mapToObj(OrderRow.COLUMNS::get).toList(),
        Set.of(),
        Grain.EVENT,
        true,
        Optional.empty(),
        settings.account().orElse(source),
        Optional.empty());
  }

  /** Adds up an order's lines before its row is written, as some of them may come later. */
  private void gather(Fields fields) {
    String name = fields.id("order");
    if (name != null && !isTakenBack(fields)) {
      OrderLines lines = orders.computeIfAbsent(name, first -> new OrderLines());
      if (fields.text("total") != null && !lines.isNew(fields.row())) {
        repeated.add(fields.row().line());
        return;
      }
      Long quantity = fields.count("quantity");
      lines.add(quantity, fields.isSound());
      lines.hasTotal |= fields.text("total") != null;
    }
  }

  private void order(Fields fields, TableWriter writer, FactSink sink) {
    String name = fields.required("order", fields.id("order"));
    if (name == null) {
      fields.rejectTo(writer);
      return;
    }
    if (repeated.contains(fields.row().line())) {
      sink.passedOver(fields.row().line(), "order " + name + " once more, word for word");
      return;
    }
    if (isTakenBack(fields)) {
      takenBack(fields, name, writer, sink);
      return;
    }
    OrderLines lines = orders.get(name);
    fields.count("quantity");
    boolean isFurther =
        table.columns().has("total")
            ? fields.text("total") == null && lines.hasTotal
            : fields.isBlank("ordered_at") && lines.isWritten();
    if (isFurther) {
      if (fields.isSound()) {
        sink.passedOver(fields.row().line(), "a further line of order " + name);
      } else {
        fields.rejectTo(writer);
      }
      return;
    }
    LocalDateTime orderedAt = fields.required("ordered_at", fields.time("ordered_at"));
    BigDecimal total =
        table.columns().has("total") ? fields.required("total", fields.decimal("total")) : null;
    if (fields.isSound() && lines.isWritten()) {
      again(fields, lines, name, writer, sink);
      return;
    }
    OrderRow row = OrderRow.of(fields, name, lines, person, settings);
    if (fields.text("currency") == null && OrderRow.ofAmount(fields, settings).isEmpty()) {
      AssumedCurrency.of(settings, sink);
    }
    if (!fields.isSound()) {
      fields.rejectTo(writer);
      return;
    }
    lines.written(row.known(this::once), total);
    DateSpan day = DateSpan.ofDay(orderedAt.toLocalDate());
    writer.row(fields.row().line(), day, kept(row.order()));
    if (row.isRefunded()) {
      writer.row(fields.row().line(), day, kept(row.refund("-refund")));
    }
  }

  /** WooCommerce's analytics have a refund as a row of its order's number, below zero. */
  private boolean isTakenBack(Fields fields) {
    return table.columns().has("total")
        && fields.text("total") != null
        && fields.text("total").contains("-")
        && fields.decimal("total") != null
        && fields.decimal("total").signum() < 0;
  }

  /** The status is the order's: one that was refunded as a whole says so on its own row. */
  private void takenBack(Fields fields, String name, TableWriter writer, FactSink sink) {
    LocalDateTime at = fields.required("ordered_at", fields.time("ordered_at"));
    OrderRow row = OrderRow.takenBack(fields, name, person, settings);
    if (!fields.isSound()) {
      fields.rejectTo(writer);
    } else if (Statuses.isRefunded(fields.text("status")) || row.isCancelled()) {
      sink.passedOver(
          fields.row().line(), "the refund of order " + name + ", which its own row tells");
    } else {
      writer.row(
          fields.row().line(), DateSpan.ofDay(at.toLocalDate()), kept(row.refund("-refund-" + at)));
    }
  }

  private String once(String word) {
    return word == null ? null : said.computeIfAbsent(word, first -> first);
  }

  /**
   * Some exports repeat the order's amounts on each of its lines; two orders of one name differ.
   */
  private static void again(
      Fields fields, OrderLines lines, String name, TableWriter writer, FactSink sink) {
    if (lines.isSame(fields.decimal("total"), fields.time("ordered_at"))) {
      sink.passedOver(fields.row().line(), "order " + name + " once more, with the same total");
    } else {
      fields.refuse(
          "total",
          "the total that order " + name + " has further up in the file",
          "Two orders have the same number: import each shop's orders apart, with its own account.");
      fields.rejectTo(writer);
    }
  }
}

package io.retainer.connector.commerce;

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
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of orders that were read: what was bought, how much of it, for how much. What was taken
 * off the order as a whole is not parted among its lines.
 */
final class LinesExport {

  static final List<String> AMOUNTS =
      List.of("price", "line_gross", "line_net", "line_discount", "line_refunded");

  private static final List<String> COLUMNS =
      List.of(
          "line_id",
          "order_id",
          "customer_key",
          "status",
          "sku",
          "product",
          "channel",
          "country",
          "currency",
          "ordered_at",
          "quantity",
          "gross",
          "discount",
          "net",
          "refunded");

  /** A row without any of them is the order's own. Somebody may have emptied the names. */
  private static final List<String> TELLING = List.of("product", "sku", "quantity");

  private final Table table;
  private final Columns columns;
  private final String source;
  private final ReadSettings settings;
  private final Map<String, OrderLines> orders;
  private final Set<Long> repeated;

  LinesExport(
      Table table,
      String source,
      ReadSettings settings,
      Map<String, OrderLines> orders,
      Set<Long> repeated) {
    this.table = table;
    this.columns = table.columns();
    this.source = source;
    this.settings = settings;
    this.orders = orders;
    this.repeated = repeated;
  }

  /** Reads nothing from a file without products, their number or their price. */
  void read(Forms forms, FactSink sink) throws IOException {
    boolean hasAmount =
        columns.has("price") || columns.has("line_net") || columns.has("line_gross");
    if (!columns.hasAll(List.of("product", "quantity")) || !hasAmount) {
      return;
    }
    TableWriter writer = sink.table(header());
    table.read(forms, settings, fields -> line(fields, writer));
  }

  private TableHeader header() {
    return new TableHeader(
        table.sheet().name() + ", lines",
        Datasets.ORDER_LINES,
        COLUMNS,
        Set.of(),
        Grain.EVENT,
        true,
        Optional.empty(),
        settings.account().orElse(source),
        Optional.empty());
  }

  private void line(Fields fields, TableWriter writer) {
    String name = fields.id("order");
    OrderLines lines = orders.get(name);
    boolean isRead = lines != null && lines.isWritten() && !repeated.contains(fields.row().line());
    if (!isRead || TELLING.stream().allMatch(key -> fields.text(key) == null)) {
      return;
    }
    KnownOrder order = lines.order();
    String id = name + "-" + lines.nextLine();
    Long quantity = fields.count("quantity");
    BigDecimal gross = gross(fields, quantity);
    BigDecimal discount = discount(fields, gross);
    BigDecimal net = net(fields, gross, discount);
    BigDecimal refunded = fields.decimal("line_refunded");
    DateSpan day = DateSpan.ofDay(order.orderedAt().toLocalDate());
    if (!fields.isSound()) {
      fields.rejectTo(writer);
      return;
    }
    BigDecimal many = quantity == null ? null : BigDecimal.valueOf(quantity);
    writer.row(
        fields.row().line(),
        day,
        row(fields, order, name, id, order.status(), many, gross, discount, net, null));
    if (refunded != null && refunded.signum() != 0 && !order.isCancelled()) {
      writer.row(
          fields.row().line(),
          day,
          row(
              fields,
              order,
              name,
              id + "-refund",
              "refund",
              null,
              null,
              null,
              null,
              refunded.abs()));
    }
  }

  private static Object[] row(
      Fields fields,
      KnownOrder order,
      String name,
      String id,
      String status,
      BigDecimal... amounts) {
    return new Object[] {
      id,
      name,
      order.customerKey(),
      status,
      fields.text("sku"),
      fields.text("product"),
      order.channel(),
      order.country(),
      order.currency(),
      order.orderedAt(),
      amounts[0],
      amounts[1],
      amounts[2],
      amounts[3],
      amounts[4]
    };
  }

  private BigDecimal gross(Fields fields, Long quantity) {
    if (columns.has("line_gross")) {
      return fields.decimal("line_gross");
    }
    BigDecimal price = fields.decimal("price");
    return price == null || quantity == null ? null : price.multiply(BigDecimal.valueOf(quantity));
  }

  private BigDecimal discount(Fields fields, BigDecimal gross) {
    if (columns.has("line_discount")) {
      return fields.decimal("line_discount");
    }
    BigDecimal net = fields.decimal("line_net");
    return net == null || gross == null ? null : gross.subtract(net);
  }

  private BigDecimal net(Fields fields, BigDecimal gross, BigDecimal discount) {
    if (columns.has("line_net")) {
      return fields.decimal("line_net");
    }
    return gross == null || discount == null ? gross : gross.subtract(discount);
  }
}

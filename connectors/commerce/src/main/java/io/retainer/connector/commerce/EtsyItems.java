package io.retainer.connector.commerce;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Items of orders, a line each. They make no orders: shipping, tax and the total stand in the other
 * file, and orders without them would take the place of its.
 */
final class EtsyItems {

  private final Table table;
  private final Columns columns;
  private final ReadSettings settings;
  private final FactSink sink;

  EtsyItems(Table table, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.settings = settings;
    this.sink = sink;
  }

  void read() throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(List.of("ordered_at"))
            .ordinarily(DateOrder.MONTH_FIRST)
            .counts(List.of("quantity"))
            .decimals(List.of("item_total", "discount"));
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    Values item = item();
    TableWriter writer =
        sink.table(
            item.header(
                table, Datasets.ORDER_LINES, Grain.EVENT, settings.account().orElse(Etsy.ID)));
    var repeats = new Repeats(sink, columns.index("line"));
    table.read(
        forms.get(),
        settings,
        row -> {
          if (!repeats.passes(row)) {
            item.write(row, row.required("ordered_at", row.time("ordered_at")), writer);
          }
        });
  }

  private Values item() {
    return new Values()
        .with("line_id", row -> row.required("line", row.id("line")))
        .with("order_id", row -> order(row))
        .with("status", row -> "placed")
        .texts(columns, "sku", "product")
        .with(columns.has("shipping_country"), "country", row -> row.text("shipping_country"))
        .with("currency", this::currency)
        .times(columns, "ordered_at")
        .with(
            "quantity",
            row -> {
              Long quantity = row.required("quantity", row.count("quantity"));
              return quantity == null ? null : BigDecimal.valueOf(quantity);
            })
        .with("gross", row -> row.required("item_total", row.decimal("item_total")))
        .with(columns.has("discount"), "discount", row -> row.decimal("discount"))
        .with("net", this::net);
  }

  /** Some exports write a # before the number, and the orders none. */
  private static String order(Fields row) {
    String order = row.required("order", row.id("order"));
    return order != null && order.startsWith("#") ? order.substring(1) : order;
  }

  private String currency(Fields row) {
    String currency = columns.has("currency") ? row.text("currency") : null;
    if (currency == null) {
      AssumedCurrency.of(settings, sink);
      return settings.currency().getCurrencyCode();
    }
    return currency.toUpperCase(Locale.ROOT);
  }

  /** What stands as the item's total is before the discount. */
  private BigDecimal net(Fields row) {
    BigDecimal gross = row.decimal("item_total");
    BigDecimal discount = columns.has("discount") ? row.decimal("discount") : null;
    return gross == null || discount == null ? gross : gross.subtract(discount.abs());
  }
}

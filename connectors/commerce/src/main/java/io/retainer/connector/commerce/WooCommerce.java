package io.retainer.connector.commerce;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.ListConnector;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** WooCommerce's analytics of orders, and the exports of the plug-ins that shops use. */
public final class WooCommerce extends ListConnector {

  private static final String ID = "woocommerce";

  public WooCommerce() {
    super(
        ID,
        "woocommerce-headings.txt",
        List.of(
            List.of("order", "ordered_at", "status", "total"),
            List.of("order", "ordered_at", "status", "items", "net_sales")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "WooCommerce")
        .about("Orders and refunds of a shop, and their lines where the plug-in exports them.")
        .export("Analytics", "In WooCommerce open Analytics, Orders, and press Download.")
        .export(
            "Export plug-ins",
            "Advanced Order Export, Order Export & Order Import, Customer/Order/Coupon Export: all"
                + " columns, with a row for each order or for each item.")
        .layout("Analytics of orders with the order's total (longer lists)", Evidence.REPORTED)
        .layout(
            "Analytics of orders without it (shorter lists): orders, not revenue",
            Evidence.REPORTED)
        .layout(
            "Order Export & Order Import (order_id, order_date, order_total)", Evidence.REPORTED)
        .layout("Customer/Order/Coupon Export, a row for each order or item", Evidence.REPORTED)
        .layout("Advanced Order Export (Order Number, Order Total Amount)", Evidence.REPORTED)
        .fills(Datasets.ORDERS, "each order, and each refund as a row of its own")
        .fills(
            Datasets.ORDER_LINES, "each line of an order, from plug-ins with a row for each item")
        .languages(Evidence.REPORTED, "en")
        .languages(Evidence.REMEMBERED, "ru", "uk", "fi", "fr", "de", "es", "it", "pt", "pl")
        .canLiveWithout("Coupon(s)", "Attribution", "Customer type")
        .note(
            "Orders that were cancelled, failed or never paid for are no sales. An order that was"
                + " refunded as a whole is so on its own day; a part that was paid back is on the day"
                + " of the refund, where the export has a row for it.")
        .note("Names and addresses are not kept; the e-mail address becomes a key.")
        .note("Times are on the shop's clock.")
        .build();
  }

  @Override
  protected String layout(Table orders) {
    return orders.columns().has("net_sales")
        ? "analytics of orders"
        : "orders of an export plug-in";
  }

  @Override
  protected String expected() {
    return "No table has the headings Order #, Date, Status and Net sales of WooCommerce's analytics,"
        + " or the order, date, status and total of its export plug-ins.";
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new OrdersExport(list, ID, Optional.empty(), settings).read(sink);
  }
}

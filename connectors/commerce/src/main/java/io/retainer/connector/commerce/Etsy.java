package io.retainer.connector.commerce;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Etsy's exports of orders and of their items, which are two files. */
public final class Etsy extends TableConnector {

  static final String ID = "etsy";

  private static final Headings HEADINGS = Headings.load(Etsy.class, "etsy-headings.txt");
  private static final List<String> ORDERS = List.of("order", "ordered_at", "gross", "total");
  private static final List<String> ITEMS =
      List.of("order", "ordered_at", "product", "line", "listing", "quantity", "item_total");
  private static final List<List<String>> OTHERS =
      List.of(List.of("payment", "buyer_name", "net_amount"), List.of("fees", "tax_details"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Etsy")
        .about("Orders of a shop, and their items.")
        .export(
            "EtsySoldOrders2026-10.csv",
            "In Etsy open Shop Manager, Settings, Options, Download Data; choose Orders and a"
                + " month, and press Download CSV.")
        .export(
            "EtsySoldOrderItems2026-10.csv",
            "The same with Order Items, when the report shows products.")
        .layout("orders of 2024 to 2026 (Sale Date, Order Value, Order Total)", Evidence.REPORTED)
        .layout("order items (Item Name, Transaction ID, Listing ID)", Evidence.REPORTED)
        .fills(Datasets.ORDERS, "each order")
        .fills(Datasets.ORDER_LINES, "each item of an order")
        .languages(Evidence.REPORTED, "en")
        .canLiveWithout(
            "Buyer User ID",
            "Ship Country",
            "Status",
            "Discount Amount",
            "Shipping",
            "Sales Tax",
            "Number of Items",
            "SKU",
            "Currency")
        .note(
            "An order counts with what the buyer paid (Order Total): items less the discount, shipping,"
                + " and the tax that Etsy collects.")
        .note(
            "Refunds are not told: the export says neither how much was refunded nor when, and its"
                + " adjusted amounts are 0.00 also where nothing was.")
        .note("Names and addresses are not kept; the number of the buyer becomes a key.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (find(sheet, ORDERS).isPresent()) {
        return Recognition.as("orders");
      }
      if (find(sheet, ITEMS).isPresent()) {
        return Recognition.as("order items");
      }
      for (List<String> other : OTHERS) {
        if (find(sheet, other).isPresent()) {
          return Recognition.notRead(
              "These are Etsy's payments or its monthly statement, where fees and deposits stand"
                  + " beside sales. In Download Data choose Orders instead.");
        }
      }
    }
    return Recognition.refused(
        "No table has the headings Sale Date, Order ID, Order Value and Order Total, as Etsy's"
            + " orders do, or Sale Date, Item Name and Transaction ID, as its order items do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> orders = find(sheet, ORDERS);
      Optional<Table> items = orders.isPresent() ? Optional.empty() : find(sheet, ITEMS);
      if (orders.isPresent()) {
        new OrdersExport(orders.get(), ID, Optional.of(DateOrder.MONTH_FIRST), settings).read(sink);
      } else if (items.isPresent()) {
        new EtsyItems(items.get(), settings, sink).read();
      }
    }
  }

  private static Optional<Table> find(Sheet sheet, List<String> keys) throws IOException {
    return Table.find(sheet, HEADINGS, keys);
  }
}

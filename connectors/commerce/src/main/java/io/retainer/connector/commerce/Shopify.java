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

/** Shopify's export of orders. */
public final class Shopify extends TableConnector {

  private static final String ID = "shopify";
  private static final Headings HEADINGS = Headings.load(Shopify.class, "shopify-headings.txt");

  /** Headings that other platforms word otherwise. */
  private static final List<String> SHOPIFYS_OWN =
      List.of("financial_status", "quantity", "product", "price", "sku", "line_discount");

  private static final int ENOUGH = 2;
  private static final List<String> REQUIRED = List.of("order", "total", "ordered_at");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Shopify")
        .about("Orders and refunds of a shop.")
        .export(
            "orders_export.csv",
            "In Shopify open Orders and press Export, \"Plain CSV file\" or the one for Excel.")
        .layout("Orders of 79 columns (2026) and of 75 columns (2021)", Evidence.SEEN)
        .layout(
            "Orders with fewer columns, as long as Name, Total and Created at are there",
            Evidence.SEEN)
        .refuses("Payments and payouts: they are parts of orders, which the export of orders has")
        .refuses("Reports such as sales or sessions over time: they have sums and no orders")
        .refuses("Abandoned checkouts, which have the headings of orders: nothing was bought")
        .fills(Datasets.ORDERS, "each order, and each refund as a row of its own")
        .fills(Datasets.ORDER_LINES, "each line of an order")
        .languages(Evidence.SEEN, "en")
        .canLiveWithout("Email", "Shipping", "Taxes", "Discount Amount", "Source")
        .note(
            "Each shop numbers its orders from the beginning. Give the files of each shop an account of"
                + " its own; a file whose orders have the numbers of others is refused.")
        .note(
            "An order that was deleted in Shopify is in no later export, so its row stays as it was:"
                + " undo the imports it came with, and import a new export of those days.")
        .note("What a discount code took off an order is not parted among its lines.")
        .note("Names and addresses are not kept; the e-mail address becomes a key.")
        .note(
            "The export has no date of a refund, so a refund stands on the day of its order, and the"
                + " refund of a cancelled order is not a row of its own.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> orders = orders(sheet);
      Optional<String> other =
          orders.isPresent() ? ShopifyOthers.reason(orders.get()) : ShopifyOthers.reason(sheet);
      if (orders.isPresent() && other.isEmpty()) {
        return Recognition.as("orders export");
      }
      if (other.isPresent()) {
        return Recognition.notRead(other.get());
      }
      if (isTrimmed(sheet)) {
        return Recognition.notRead(
            "These are Shopify's orders without the column Total, so that what they cost is not"
                + " said. Export the orders again with all columns, and upload orders_export.csv as"
                + " it comes.");
      }
    }
    return Recognition.refused(
        "No table has the headings Name, Total and Created at, as Shopify's export of orders"
            + " does.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> orders = orders(sheet);
      if (orders.isPresent()) {
        new OrdersExport(orders.get(), ID, Optional.<DateOrder>empty(), settings).read(sink);
      }
    }
  }

  /** Somebody deleted columns: whose orders they were is still to be seen. */
  private static boolean isTrimmed(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, List.of("order", "ordered_at")).stream()
        .map(Table::columns)
        .anyMatch(
            columns ->
                !columns.has("total")
                    && SHOPIFYS_OWN.stream().filter(columns::has).count() >= ENOUGH);
  }

  private static Optional<Table> orders(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, REQUIRED);
  }
}

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

/** Squarespace's export of orders. */
public final class Squarespace extends TableConnector {

  private static final String ID = "squarespace";
  private static final Headings HEADINGS =
      Headings.load(Squarespace.class, "squarespace-headings.txt");
  private static final List<String> REQUIRED = List.of("order", "total", "ordered_at", "quantity");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Squarespace")
        .about("Orders and refunds of a shop.")
        .export("orders.csv", "In Squarespace open Selling, Orders and press Export.")
        .layout(
            "orders.csv of 44 columns; its headings were seen, its rows were not",
            Evidence.REPORTED)
        .fills(Datasets.ORDER_LINES, "each line of an order")
        .fills(Datasets.ORDERS, "each order, and each refund as a row of its own")
        .languages(Evidence.REPORTED, "en")
        .canLiveWithout("Email", "Shipping", "Taxes", "Discount Amount", "Billing Country")
        .note("Names and addresses are not kept; the e-mail address becomes a key.")
        .note("A refund stands on the day of its order, as the export has no other.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (orders(sheet).isPresent()) {
        return Recognition.as("orders.csv");
      }
    }
    return Recognition.refused(
        "No table has the headings Order ID, Total, Created at and Lineitem quantity, as"
            + " Squarespace's orders.csv does.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> orders = orders(sheet);
      if (orders.isPresent()) {
        new OrdersExport(orders.get(), ID, Optional.of(DateOrder.MONTH_FIRST), settings).read(sink);
      }
    }
  }

  private static Optional<Table> orders(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, REQUIRED);
  }
}

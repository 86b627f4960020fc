package io.retainer.connector.commerce;

import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Exports of Shopify that are not the orders, told apart so that a user learns which one to take.
 */
final class ShopifyOthers {

  private static final Headings HEADINGS =
      Headings.load(ShopifyOthers.class, "shopify-other-headings.txt");
  private static final String INSTEAD =
      " Open Orders in Shopify, press Export and upload orders_export.csv.";

  private ShopifyOthers() {}

  /**
   * Why a table with the headings of orders has none: an abandoned checkout has them too, and no
   * name but its number.
   */
  static Optional<String> reason(Table orders) throws IOException {
    Optional<Table> both = Table.find(orders.sheet(), HEADINGS, List.of("name", "number"));
    if (both.isEmpty()) {
      return Optional.empty();
    }
    int name = both.get().columns().index("name");
    int number = both.get().columns().index("number");
    List<Row> named =
        orders.sheet().head().stream()
            .filter(row -> row.line() > orders.columns().line() && !row.cell(number).isBlank())
            .toList();
    boolean areNumbers =
        !named.isEmpty()
            && named.stream()
                .allMatch(row -> row.cell(name).strip().equals("#" + row.cell(number).strip()));
    return areNumbers
        ? Optional.of(
            "These are Shopify's abandoned checkouts, each named by its own number (Name, Id): nothing was bought."
                + INSTEAD)
        : Optional.empty();
  }

  /** Why the sheet is not read; empty when it is none of Shopify's. */
  static Optional<String> reason(Sheet sheet) throws IOException {
    if (has(sheet, "payment_order", "payout_status")) {
      return Optional.of(
          "These are Shopify's payments (Payout Status, Payout Date): an order may have several, and none before it is paid."
              + INSTEAD);
    }
    if (has(sheet, "payout_date", "payout_charges")) {
      return Optional.of(
          "These are Shopify's payouts to the bank (Payout Date, Charges); they are no orders."
              + INSTEAD);
    }
    if (has(sheet, "report_orders", "gross_sales", "net_sales")) {
      return Optional.of(
          "This is a report of Shopify with sums (Gross sales, Net sales) and without orders, so that customers and"
              + " refunds cannot be told."
              + INSTEAD);
    }
    if (has(sheet, "visitors", "sessions")
        || has(sheet, "completed_checkout", "reached_checkout")) {
      return Optional.of(
          "This is a report of Shopify's Analytics about sessions (Online store visitors, Sessions that completed"
              + " checkout); it has no orders."
              + INSTEAD);
    }
    return has(sheet, "customer_id", "total_spent", "total_orders")
            || has(sheet, "accepts_marketing", "total_spent", "total_orders")
        ? Optional.of(
            "These are Shopify's customers (Total Spent, Total Orders), who are known from their orders."
                + INSTEAD)
        : Optional.empty();
  }

  private static boolean has(Sheet sheet, String... keys) throws IOException {
    return Table.find(sheet, HEADINGS, List.of(keys)).isPresent();
  }
}

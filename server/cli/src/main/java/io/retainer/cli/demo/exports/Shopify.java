package io.retainer.cli.demo.exports;

import io.retainer.cli.demo.exports.Sales.Line;
import io.retainer.cli.demo.exports.Sales.Order;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders export of a Shopify shop: a row for each line item, with the order's own fields on the
 * first row only.
 *
 * @param people names of customers who do not exist
 */
record Shopify(Sales sales, ZoneId zone, List<String> people, List<String> cities) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z");
  private static final double RETURNED = 0.045;
  private static final double CANCELLED = 0.008;
  private static final long FREE_SHIPPING_FROM = 9_000;
  private static final long SHIPPING = 590;

  private static final List<String> COLUMNS =
      List.of(
          ("Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts"
                  + " Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount"
                  + " Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem"
                  + " price,Lineitem compare at price,Lineitem sku,Lineitem requires"
                  + " shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing"
                  + " Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing"
                  + " Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping"
                  + " Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping"
                  + " City,Shipping Zip,Shipping Province,Shipping Country,Shipping"
                  + " Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment"
                  + " Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device"
                  + " ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2"
                  + " Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax"
                  + " 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province"
                  + " Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References")
              .split(","));

  Export orders(YearMonth month) {
    var sheet = new Sheet(Sheet.Quotes.NEEDED, "\n");
    sheet.row(COLUMNS);
    List<Order> orders = new ArrayList<>();
    Search.days(month).forEach(day -> orders.addAll(sales.on(day)));
    // Shopify lists the latest first.
    for (int i = orders.size() - 1; i >= 0; i--) {
      write(sheet, orders.get(i));
    }
    return new Export("orders_export_" + month + ".csv", "Shopify", sheet.bytes());
  }

  private void write(Sheet sheet, Order order) {
    for (int i = 0; i < order.lines().size(); i++) {
      Map<String, Object> cells = new HashMap<>();
      cells.put("Name", "#" + (1000 + order.number()));
      cells.put("Email", email(order));
      cells.put("Created at", time(order.at()));
      cells.put("Vendor", "Tunturipolku");
      if (i == 0) {
        head(cells, order);
      }
      line(cells, order.lines().get(i));
      sheet.row(COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }
  }

  private void head(Map<String, Object> cells, Order order) {
    long goods = order.cents();
    long shipping = goods >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
    long total = goods + shipping;
    boolean cancelled =
        sales.chance().of("cancelled", order.at().toLocalDate(), order.number()) < CANCELLED;
    boolean returned = !cancelled && sales.isReturned(order, RETURNED);
    String person = person(order);
    String city = cities.get(customer(order) % cities.size());
    cells.put("Financial Status", cancelled ? "voided" : returned ? "refunded" : "paid");
    if (!cancelled) {
      cells.put("Paid at", time(order.at().plusSeconds(40)));
      cells.put("Fulfilled at", time(order.at().plusHours(26)));
    } else {
      cells.put("Cancelled at", time(order.at().plusHours(3)));
    }
    cells.put("Fulfillment Status", cancelled ? "unfulfilled" : "fulfilled");
    cells.put("Accepts Marketing", customer(order) % 3 == 0 ? "yes" : "no");
    cells.put("Currency", "EUR");
    cells.put("Subtotal", Numbers.amount(goods));
    cells.put("Shipping", Numbers.amount(shipping));
    // Prices carry 25.5 % of tax.
    long tax = Math.round(total * 25.5 / 125.5);
    cells.put("Taxes", Numbers.amount(tax));
    cells.put("Total", Numbers.amount(total));
    cells.put("Discount Amount", "0.00");
    cells.put("Shipping Method", shipping == 0 ? "Ilmainen toimitus" : "Postipaketti");
    for (String part : List.of("Billing ", "Shipping ")) {
      cells.put(part + "Name", person);
      cells.put(part + "City", city);
      cells.put(part + "Country", "FI");
    }
    cells.put("Payment Method", "Shopify Payments");
    cells.put("Refunded Amount", Numbers.amount(returned ? total : 0));
    cells.put("Outstanding Balance", "0.00");
    cells.put("Id", String.valueOf(6_000_000_000_000L + order.number() * 1009L));
    cells.put("Risk Level", "Low");
    cells.put("Source", "web");
    cells.put("Tax 1 Name", "ALV 25.5%");
    cells.put("Tax 1 Value", Numbers.amount(tax));
  }

  private static void line(Map<String, Object> cells, Line line) {
    cells.put("Lineitem quantity", line.quantity());
    cells.put("Lineitem name", line.product().name());
    cells.put("Lineitem price", Numbers.amount(line.product().cents()));
    cells.put("Lineitem sku", line.product().code());
    cells.put("Lineitem requires shipping", "true");
    cells.put("Lineitem taxable", "true");
    cells.put("Lineitem fulfillment status", "fulfilled");
    cells.put("Lineitem discount", "0.00");
  }

  private String time(LocalDateTime at) {
    return TIME.format(at.atZone(zone));
  }

  private static int customer(Order order) {
    return order.customer().orElse(order.number());
  }

  private String person(Order order) {
    return people.get(customer(order) % people.size());
  }

  private static String email(Order order) {
    return order.customer().isPresent()
        ? "asiakas%d@example.com".formatted(order.customer().getAsInt())
        : "";
  }
}

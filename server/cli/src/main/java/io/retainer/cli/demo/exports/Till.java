package io.retainer.cli.demo.exports;

import io.retainer.cli.demo.exports.Sales.Line;
import io.retainer.cli.demo.exports.Sales.Order;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/**
 * A till that writes a line for each thing sold. No platform's connector knows it; a mapping does.
 * A receipt that starts with C gives money back, and a line at no price corrects the stock.
 */
record Till(Sales sales, String country) {

  private static final double RETURNED = 0.012;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  Export receipts(YearMonth month) {
    var sheet = new Sheet(Sheet.Quotes.NEEDED, "\n");
    sheet.row(
        "InvoiceNo",
        "StockCode",
        "Description",
        "Quantity",
        "InvoiceDate",
        "UnitPrice",
        "CustomerID",
        "Country");
    for (LocalDate day : Search.days(month)) {
      sales.on(day).forEach(order -> receipt(sheet, order));
      if (day.getDayOfMonth() == 28) {
        LocalDateTime evening = day.atTime(22, 5);
        row(sheet, "A" + day.toEpochDay(), "ADJ", "Інвентарызацыя", -3, evening, "0.00", "");
      }
    }
    return new Export("till-receipts-" + month + ".csv", "Till", sheet.bytes());
  }

  private void receipt(Sheet sheet, Order order) {
    String number = String.valueOf(5_000_000 + order.number());
    lines(sheet, number, order, 1, order.at());
    if (sales.isReturned(order, RETURNED)) {
      lines(sheet, "C" + number, order, -1, order.at().plusMinutes(20));
    }
  }

  private void lines(Sheet sheet, String number, Order order, int sign, LocalDateTime at) {
    String customer =
        order.customer().isPresent() ? String.valueOf(12_000 + order.customer().getAsInt()) : "";
    for (Line line : order.lines()) {
      row(
          sheet,
          number,
          line.product().code(),
          line.product().name(),
          sign * line.quantity(),
          at,
          Numbers.amount(line.product().cents()),
          customer);
    }
  }

  private void row(
      Sheet sheet,
      String number,
      String code,
      String name,
      int quantity,
      LocalDateTime at,
      String price,
      String customer) {
    sheet.row(number, code, name, quantity, TIME.format(at), price, customer, country);
  }
}

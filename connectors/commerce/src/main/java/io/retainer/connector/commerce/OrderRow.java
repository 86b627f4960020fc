package io.retainer.connector.commerce;

import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.PersonKey;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An order, and its refund.
 *
 * @param discount what was taken off {@code subtotal} already
 */
record OrderRow(
    String name,
    String customerKey,
    boolean isCancelled,
    String financialStatus,
    String channel,
    String country,
    String currency,
    LocalDateTime orderedAt,
    Long items,
    BigDecimal subtotal,
    BigDecimal discount,
    BigDecimal shipping,
    BigDecimal tax,
    BigDecimal total,
    BigDecimal refunded) {

  static final List<String> COLUMNS =
      List.of(
          "order_id",
          "customer_key",
          "status",
          "financial_status",
          "channel",
          "country",
          "currency",
          "ordered_at",
          "items",
          "gross",
          "discount",
          "shipping",
          "tax",
          "total",
          "refunded");

  /** What a column is read from, where a file may lack it. */
  static final Map<String, List<String>> FROM =
      Map.of(
          "customer_key", List.of("email"),
          "financial_status", List.of("financial_status"),
          "channel", List.of("channel"),
          "country", List.of("shipping_country", "billing_country"),
          "items", List.of("quantity"),
          "gross", List.of("subtotal"),
          "discount", List.of("discount"),
          "shipping", List.of("shipping"),
          "tax", List.of("tax"),
          "refunded", List.of("refunded"));

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  static OrderRow of(
      Fields fields, String name, OrderLines lines, PersonKey person, ReadSettings settings) {
    String country = fields.text("shipping_country");
    return new OrderRow(
        name,
        person.key(fields.text("email")),
        fields.text("cancelled_at") != null,
        fields.text("financial_status"),
        fields.text("channel"),
        country == null ? fields.text("billing_country") : country,
        currency(fields, settings),
        fields.time("ordered_at"),
        lines.items(),
        fields.decimal("subtotal"),
        fields.decimal("discount"),
        fields.decimal("shipping"),
        fields.decimal("tax"),
        fields.decimal("total"),
        fields.decimal("refunded"));
  }

  private static String currency(Fields fields, ReadSettings settings) {
    String currency = fields.text("currency");
    if (currency == null) {
      return settings.currency().getCurrencyCode();
    }
    String code = currency.toUpperCase(Locale.ROOT);
    if (!CURRENCY.matcher(code).matches()) {
      fields.refuse("currency", "the code of a currency, like EUR", "Correct the cell.");
    }
    return code;
  }

  boolean isRefunded() {
    return refunded != null && refunded.signum() > 0;
  }

  /**
   * The refund of a cancelled order takes back what was never counted. An earlier export may have
   * had the order before it was cancelled, so its refund is said to be none.
   */
  private BigDecimal paidBack() {
    return isCancelled ? BigDecimal.ZERO : refunded;
  }

  Object[] order() {
    return new Object[] {
      name,
      customerKey,
      isCancelled ? "cancelled" : "placed",
      financialStatus,
      channel,
      country,
      currency,
      orderedAt,
      items,
      gross(),
      discount,
      shipping,
      tax,
      total,
      null
    };
  }

  Object[] refund() {
    return new Object[] {
      name + "-refund",
      customerKey,
      "refund",
      financialStatus,
      channel,
      country,
      currency,
      orderedAt,
      null,
      null,
      null,
      null,
      null,
      null,
      paidBack()
    };
  }

  private BigDecimal gross() {
    return subtotal == null || discount == null ? subtotal : subtotal.add(discount);
  }
}

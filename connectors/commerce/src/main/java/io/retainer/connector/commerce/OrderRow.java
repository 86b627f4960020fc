package io.retainer.connector.commerce;

import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.PersonKey;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An order, and its refund.
 *
 * @param gross what the goods cost before {@code discount}
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
    BigDecimal gross,
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
      Map.ofEntries(
          Map.entry("customer_key", List.of("email")),
          Map.entry("financial_status", List.of("financial_status", "status")),
          Map.entry("channel", List.of("channel")),
          Map.entry("country", List.of("shipping_country", "billing_country")),
          Map.entry("items", List.of("quantity", "items")),
          Map.entry("gross", List.of("subtotal", "gross")),
          Map.entry("discount", List.of("discount")),
          Map.entry("shipping", List.of("shipping")),
          Map.entry("tax", List.of("tax")),
          Map.entry("total", List.of("total")),
          Map.entry("refunded", List.of("refunded", "status")));

  static final String CANCELLED = "cancelled";

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  static OrderRow of(
      Fields fields, String name, OrderLines lines, PersonKey person, ReadSettings settings) {
    String country = fields.text("shipping_country");
    return new OrderRow(
        name,
        person.key(fields.text("email")),
        fields.text("cancelled_at") != null || Statuses.isNoSale(fields.text("status")),
        financialStatus(fields),
        fields.text("channel"),
        country == null ? fields.text("billing_country") : country,
        currency(fields, settings),
        fields.time("ordered_at"),
        fields.columns().has("items") ? fields.count("items") : lines.items(),
        gross(fields),
        fields.decimal("discount"),
        fields.decimal("shipping"),
        fields.decimal("tax"),
        fields.decimal("total"),
        refunded(fields));
  }

  /** A refund that stands on a row of its own. */
  static OrderRow takenBack(Fields fields, String name, PersonKey person, ReadSettings settings) {
    return new OrderRow(
        name,
        person.key(fields.text("email")),
        Statuses.isNoSale(fields.text("status")),
        financialStatus(fields),
        fields.text("channel"),
        fields.text("billing_country"),
        currency(fields, settings),
        fields.time("ordered_at"),
        null,
        null,
        null,
        null,
        null,
        null,
        fields.decimal("total").abs());
  }

  private static String financialStatus(Fields fields) {
    String financial = fields.text("financial_status");
    return financial == null ? fields.text("status") : financial;
  }

  /** Some shops write what the goods cost before discounts, some after. */
  private static BigDecimal gross(Fields fields) {
    if (fields.columns().has("gross")) {
      return fields.decimal("gross");
    }
    BigDecimal subtotal = fields.decimal("subtotal");
    BigDecimal discount = fields.decimal("discount");
    return subtotal == null || discount == null ? subtotal : subtotal.add(discount);
  }

  /** An order that was refunded as a whole, where no column says how much. */
  private static BigDecimal refunded(Fields fields) {
    BigDecimal refunded =
        !fields.columns().has("refunded") && Statuses.isRefunded(fields.text("status"))
            ? fields.decimal("total")
            : fields.decimal("refunded");
    return refunded == null ? null : refunded.abs();
  }

  /** The currency around the order's total: {@code €1,204.00}, {@code 120,50 zł}. */
  static Optional<String> ofAmount(Fields fields, ReadSettings settings) {
    String total = fields.row().cell(fields.columns().index("total")).strip();
    return AmountCurrency.around(total, settings.currency().getCurrencyCode());
  }

  private static String currency(Fields fields, ReadSettings settings) {
    String currency = fields.text("currency");
    if (currency == null) {
      return ofAmount(fields, settings).orElse(settings.currency().getCurrencyCode());
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

  /**
   * @param said each word once: of many orders few have another country than those before
   */
  KnownOrder known(UnaryOperator<String> said) {
    return new KnownOrder(
        customerKey,
        status(),
        said.apply(channel),
        said.apply(country),
        said.apply(currency),
        orderedAt);
  }

  private String status() {
    return isCancelled ? CANCELLED : "placed";
  }

  Object[] order() {
    return new Object[] {
      name,
      customerKey,
      status(),
      financialStatus,
      channel,
      country,
      currency,
      orderedAt,
      items,
      gross,
      discount,
      shipping,
      tax,
      total,
      null
    };
  }

  /**
   * @param suffix that its own key has after the order's
   */
  Object[] refund(String suffix) {
    return new Object[] {
      name + suffix,
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
}

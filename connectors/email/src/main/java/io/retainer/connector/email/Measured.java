package io.retainer.connector.email;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceTotal;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is counted of a campaign. Rates are left out: they are quotients of counts that stand beside
 * them. What was delivered and what was not add up to what was sent, so the third is worked out
 * where two are there.
 */
final class Measured {

  static final List<String> COUNTS =
      List.of(
          "recipients",
          "delivered",
          "bounces",
          "bounces_hard",
          "bounces_soft",
          "opens_total",
          "opens_unique",
          "opens_machine",
          "clicks_total",
          "clicks_unique",
          "unsubscribes",
          "complaints",
          "forwards",
          "orders");
  static final List<String> AMOUNTS = List.of("revenue");

  private Measured() {}

  static Values addTo(Values values, Columns columns) {
    boolean hasBounces =
        columns.has("bounces") || columns.hasAll(List.of("bounces_hard", "bounces_soft"));
    for (String count : COUNTS) {
      if (columns.has(count)) {
        values.with(!count.equals("bounces"), count, fields -> fields.count(count));
      } else if (count.equals("recipients")) {
        values.with(columns.has("delivered") && hasBounces, count, Measured::sent);
      } else if (count.equals("delivered")) {
        values.with(columns.has("recipients") && hasBounces, count, Measured::arrived);
      }
    }
    return values.decimals(columns, "revenue");
  }

  private static Long sent(Fields fields) {
    Long delivered = fields.count("delivered");
    Long bounces = bounces(fields);
    return delivered == null || bounces == null ? null : delivered + bounces;
  }

  private static Long arrived(Fields fields) {
    Long recipients = fields.count("recipients");
    Long bounces = bounces(fields);
    if (recipients == null || bounces == null) {
      return null;
    }
    return bounces > recipients
        ? fields.refuse(
            fields.columns().index("recipients"),
            "no fewer messages than those that came back, " + bounces,
            "Correct the row.")
        : Long.valueOf(recipients - bounces);
  }

  private static Long bounces(Fields fields) {
    if (fields.columns().has("bounces")) {
      return fields.count("bounces");
    }
    Long hard = fields.count("bounces_hard");
    Long soft = fields.count("bounces_soft");
    return hard == null || soft == null ? null : hard + soft;
  }

  /**
   * The code in the brackets of {@code Revenue (USD)}, that around the amounts, or the client's.
   */
  static String currency(Table table, ReadSettings settings, FactSink sink) throws IOException {
    if (!table.columns().has("revenue")) {
      return settings.currency().getCurrencyCode();
    }
    Optional<String> named =
        table.columns().inBrackets("revenue").filter(code -> code.matches("[A-Z]{3}"));
    return named.isPresent() ? named.get() : AssumedCurrency.of(table, "revenue", settings, sink);
  }

  /** Hands over the row in which the source adds up its list. */
  static void total(Fields fields, Values values, FactSink sink) {
    for (String column : COUNTS) {
      Long total = values.has(column) && fields.columns().has(column) ? fields.count(column) : null;
      if (total != null && fields.isSound()) {
        sink.total(new SourceTotal(column, BigDecimal.valueOf(total), fields.row().line()));
      }
    }
    sink.passedOver(fields.row().line(), "the total of the list");
  }
}

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

/** Stripe's export of payments. */
public final class Stripe extends ListConnector {

  static final String ID = "stripe";

  public Stripe() {
    super(
        ID,
        "stripe-headings.txt",
        List.of(
            List.of(
                "payment",
                "created_at",
                "amount",
                "refunded",
                "currency",
                "captured",
                "financial_status")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Stripe")
        .about("Payments and refunds, for shops and subscriptions that are paid through Stripe.")
        .export(
            "unified_payments.csv",
            "In Stripe open Transactions, Payments, press Export, and take all columns.")
        .layout("payments with \"Created date (UTC)\"", Evidence.SEEN)
        .layout("payments with \"Created (UTC)\", until about 2022", Evidence.REPORTED)
        .fills(Datasets.ORDERS, "each payment, and each refund as a row of its own")
        .languages(Evidence.SEEN, "en")
        .canLiveWithout(
            "Refunded date (UTC)", "Customer Email", "Customer ID", "Card Address Country", "Mode")
        .note(
            "A payment is taken for an order. Where a shop's own export of orders is imported for the"
                + " same client, leave the payments out: each purchase would count twice.")
        .note(
            "Payments that failed, are not through or are a test are left out. A pending one counts"
                + " when a later export says that it is paid.")
        .note(
            "A refund stands on its own day. Stripe says how much was refunded of a payment in all,"
                + " and one day: parts that were refunded on several days stand on that one.")
        .note("Amounts are those that customers paid, in their currency, before Stripe's fees.")
        .note(
            "Names and addresses are not kept; the e-mail address, or else Stripe's number of the"
                + " customer, becomes a key.")
        .build();
  }

  @Override
  protected String layout(Table payments) {
    return "payments";
  }

  @Override
  protected String expected() {
    return "No table has the headings id, Created date (UTC), Amount, Amount Refunded, Currency,"
        + " Captured and Status of Stripe's export of payments.";
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new StripePayments(list, settings, sink).read();
  }
}

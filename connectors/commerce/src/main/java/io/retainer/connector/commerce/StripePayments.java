package io.retainer.connector.commerce;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Payments, a line each: a line with a refund is a sale on its day and a refund on another. */
final class StripePayments {

  private static final Headings STATUSES =
      Headings.load(StripePayments.class, "stripe-statuses.txt");
  private static final String CODE = "[A-Z]{3}";

  private final Table table;
  private final Columns columns;
  private final ReadSettings settings;
  private final FactSink sink;
  private final PersonKey person;
  private final Values sale;
  private final Values refund;

  StripePayments(Table table, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.settings = settings;
    this.sink = sink;
    this.person = PersonKey.of(settings);
    this.sale = values("placed", "", "created_at").with("total", row -> row.decimal("amount"));
    this.refund = values("refund", "-refund", refundedAt()).with("total", row -> null);
    sale.with("refunded", row -> null);
    refund.with("refunded", StripePayments::refunded);
  }

  private Values values(String status, String suffix, String at) {
    return new Values()
        .with("order_id", row -> row.required("payment", row.text("payment")) + suffix)
        .with(columns.has("email") || columns.has("customer"), "customer_key", this::customer)
        .with("status", row -> status)
        .texts(columns, "financial_status")
        .with(
            columns.has("shipping_country") || columns.has("card_country"),
            "country",
            row -> either(row, "shipping_country", "card_country"))
        .with("currency", StripePayments::currency)
        .texts(columns, "source_name", "medium", "campaign")
        .with("ordered_at", row -> row.utcTime(at));
  }

  /** Older exports do not say when a refund was: it stands on the day of its payment. */
  private String refundedAt() {
    return columns.has("refunded_at") ? "refunded_at" : "created_at";
  }

  private String customer(Fields row) {
    return person.key(either(row, "email", "customer"));
  }

  private String either(Fields row, String first, String second) {
    String text = columns.has(first) ? row.text(first) : null;
    return text == null && columns.has(second) ? row.text(second) : text;
  }

  private static String currency(Fields row) {
    String currency = row.required("currency", row.text("currency"));
    String code = currency == null ? "" : currency.toUpperCase(Locale.ROOT);
    return code.matches(CODE)
        ? code
        : row.refuse("currency", "the code of a currency, like eur", "Correct the cell.");
  }

  private static BigDecimal refunded(Fields row) {
    BigDecimal refunded = row.decimal("refunded");
    return refunded == null ? null : refunded.abs();
  }

  void read() throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(List.of("created_at", "refunded_at"))
            .decimals(List.of("amount", "refunded"));
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer =
        sink.table(
            sale.header(table, Datasets.ORDERS, Grain.EVENT, settings.account().orElse(Stripe.ID)));
    var repeats = new Repeats(sink, columns.index("payment"));
    table.read(
        forms.get(),
        settings,
        row -> {
          Optional<String> reason = leftOut(row);
          if (reason.isPresent()) {
            sink.passedOver(row.row().line(), reason.get());
          } else if (!repeats.passes(row)) {
            payment(row, writer);
          }
        });
  }

  private static Optional<String> leftOut(Fields row) {
    if ("test".equalsIgnoreCase(row.text("mode"))) {
      return Optional.of("a payment made to try Stripe out");
    }
    String status = row.text("financial_status");
    boolean isUnpaid =
        "false".equalsIgnoreCase(row.text("captured"))
            || status != null && STATUSES.matches("unpaid", status);
    return isUnpaid ? Optional.of("nobody has paid, or not yet") : Optional.empty();
  }

  private void payment(Fields row, TableWriter writer) {
    row.required("amount", row.decimal("amount"));
    BigDecimal refunded = refunded(row);
    boolean isRefunded = refunded != null && refunded.signum() > 0;
    if (isRefunded) {
      row.required(refundedAt(), row.utcTime(refundedAt()));
    }
    sale.write(row, row.required("created_at", row.utcTime("created_at")), writer);
    if (isRefunded && row.isSound()) {
      refund.write(row, row.utcTime(refundedAt()), writer);
    }
  }
}

package io.retainer.connector.reputation;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The rows of a list of reviews on a scale of five, an event each. */
final class ReviewTable {

  private static final Headings STARS = Headings.load(ReviewTable.class, "stars.txt");
  private static final BigDecimal MOST = BigDecimal.valueOf(5);

  private final Table table;
  private final Columns columns;
  private final String source;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Optional<DateOrder> order;
  private final Values values;

  /**
   * @param site where the reviews are read
   * @param source the connector, and the account when the user named none
   * @param order how dates are written whose order the rows leave open; empty to ask
   */
  ReviewTable(
      Table table,
      String site,
      String source,
      Optional<DateOrder> order,
      ReadSettings settings,
      FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.source = source;
    this.settings = settings;
    this.sink = sink;
    this.order = order;
    this.values =
        new Values()
            .with("review_id", fields -> fields.required("review_id", fields.id("review_id")))
            .with("site", fields -> site)
            .texts(columns, "location")
            .with("published_at", fields -> Times.of(fields, "published_at"))
            .with(columns.has("replied_at"), "replied_at", fields -> Times.of(fields, "replied_at"))
            .with("stars", ReviewTable::stars);
  }

  /** Null for a review without a rating. */
  private static BigDecimal stars(Fields fields) {
    String text = fields.text("stars");
    Optional<String> word = text == null ? Optional.empty() : STARS.key(text);
    BigDecimal stars = word.isPresent() ? new BigDecimal(word.get()) : fields.decimal("stars");
    if (stars != null && stars.signum() == 0) {
      return null;
    }
    return stars != null && (stars.signum() < 0 || stars.compareTo(MOST) > 0)
        ? fields.refuse(
            fields.columns().index("stars"),
            "stars from 1 to 5",
            "Reviews of another scale have no place here.")
        : stars;
  }

  void read() throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(List.of("published_at", "replied_at"));
    order.ifPresent(decision::ordinarily);
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer =
        sink.table(
            values.header(table, Datasets.REVIEWS, Grain.EVENT, settings.account().orElse(source)));
    var repeats = new Repeats(sink, columns.index("review_id"));
    table.read(
        forms.get(),
        settings,
        fields -> {
          if (!repeats.passes(fields)) {
            review(fields, writer);
          }
        });
  }

  private void review(Fields fields, TableWriter writer) {
    values.write(fields, fields.required("published_at", Times.of(fields, "published_at")), writer);
  }
}

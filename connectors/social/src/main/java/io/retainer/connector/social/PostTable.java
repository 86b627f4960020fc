package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A table with a row for each post, dated by its publication. */
final class PostTable {

  private static final String PUBLISHED = "published_at";

  private final Table table;
  private final ReadSettings settings;
  private final Values values;
  private final int idAt;
  private final int publishedAt;
  private final FormsDecision decision;
  private Function<Fields, Optional<String>> leftOut = fields -> Optional.empty();
  private Optional<Predicate<Fields>> isTotal = Optional.empty();

  /**
   * @param values {@code post_id} and {@code published_at} among them; a row needs both
   * @param counts keys of all columns of whole numbers the values are worked out from
   * @param decimals the same of other numbers
   */
  PostTable(
      Table table,
      ReadSettings settings,
      Values values,
      Collection<String> counts,
      Collection<String> decimals) {
    this.table = table;
    this.settings = settings;
    this.values = values;
    this.idAt = values.columns().indexOf("post_id");
    this.publishedAt = values.columns().indexOf(PUBLISHED);
    this.decision =
        new FormsDecision(table.columns(), table.sheet().delimiter())
            .dates(List.of(PUBLISHED))
            .counts(counts.stream().filter(table.columns()::has).toList())
            .decimals(decimals.stream().filter(table.columns()::has).toList());
  }

  /** For a network that writes dates alike for every account. */
  PostTable ordinarily(DateOrder order) {
    decision.ordinarily(order);
    return this;
  }

  /** Rows that are no posts to be read, each with the reason. */
  PostTable leavingOut(Function<Fields, Optional<String>> reason) {
    leftOut = reason;
    return this;
  }

  /** For a network that adds its list up in a row of it. */
  PostTable addedUpIn(Predicate<Fields> total) {
    isTotal = Optional.of(total);
    return this;
  }

  void read(String account, FactSink sink) throws IOException {
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    var totals = new PostTotals(values, isTotal.orElse(fields -> false), leftOut);
    if (isTotal.isPresent()) {
      table.read(forms.get(), settings, totals::see);
    }
    TableWriter writer = sink.table(header(account, totals.isComplete()));
    totals.state(sink);
    table.read(
        forms.get(),
        settings,
        fields -> {
          Optional<String> reason = leftOut.apply(fields);
          if (totals.is(fields)) {
            sink.passedOver(fields.row().line(), "totals of the source");
          } else if (reason.isPresent()) {
            sink.passedOver(fields.row().line(), reason.get());
          } else {
            post(fields, writer);
          }
        });
  }

  private TableHeader header(String account, boolean isComplete) {
    return new TableHeader(
        table.sheet().name(),
        Datasets.SOCIAL_POSTS,
        values.columns(),
        Set.of(),
        Grain.EVENT,
        isComplete,
        Optional.empty(),
        settings.account().orElse(account),
        Optional.empty());
  }

  private void post(Fields fields, TableWriter writer) {
    Object[] post = values.of(fields);
    Object id = post[idAt];
    LocalDateTime published = (LocalDateTime) post[publishedAt];
    fields.required(PUBLISHED, published);
    if (id == null && fields.isSound()) {
      fields.refuse(
          fields.columns().index("post_id"),
          "the post's own id or link",
          "Without it a later export cannot replace this one: complete the cell.");
    }
    if (fields.isSound()) {
      writer.row(fields.row().line(), DateSpan.ofDay(published.toLocalDate()), post);
    } else {
      fields.rejectTo(writer);
    }
  }
}

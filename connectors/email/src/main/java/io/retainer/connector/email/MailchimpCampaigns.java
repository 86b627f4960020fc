package io.retainer.connector.email;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of campaigns.csv. A count that the file does not have is left out rather than empty:
 * what nobody counted was not none.
 */
final class MailchimpCampaigns {

  private static final List<String> COUNTS =
      List.of(
          "recipients",
          "delivered",
          "bounces_hard",
          "bounces_soft",
          "opens_total",
          "opens_unique",
          "clicks_total",
          "clicks_unique",
          "unsubscribes",
          "complaints",
          "orders");
  private static final List<String> WORDS = List.of("campaign_id", "campaign", "subject", "list");

  private final Table table;
  private final ReadSettings settings;
  private final List<String> counts;
  private final boolean hasRevenue;

  MailchimpCampaigns(Table table, ReadSettings settings) {
    this.table = table;
    this.settings = settings;
    this.counts = COUNTS.stream().filter(table.columns()::has).toList();
    this.hasRevenue = table.columns().has("revenue");
  }

  private List<String> columns() {
    var columns = new ArrayList<String>(WORDS);
    columns.add("sent_at");
    columns.addAll(counts);
    if (hasRevenue) {
      columns.add("revenue");
    }
    return columns;
  }

  void read(FactSink sink) throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("sent_at"), COUNTS, List.of("revenue"));
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer = sink.table(header());
    table.read(forms.get(), settings, fields -> campaign(fields, writer));
  }

  private TableHeader header() {
    return new TableHeader(
        table.sheet().name(),
        Datasets.EMAIL_CAMPAIGNS,
        columns(),
        Set.of(),
        Grain.EVENT,
        true,
        Optional.empty(),
        settings.account().orElse(Mailchimp.ID),
        Optional.of(settings.currency().getCurrencyCode()));
  }

  private void campaign(Fields fields, TableWriter writer) {
    LocalDateTime sentAt = fields.required("sent_at", fields.time("sent_at"));
    Object[] values = new Object[WORDS.size() + 1 + counts.size() + (hasRevenue ? 1 : 0)];
    int at = 0;
    values[at++] = sentAt == null ? null : id(fields, sentAt);
    values[at++] = fields.text("title");
    values[at++] = fields.text("subject");
    values[at++] = fields.text("list");
    values[at++] = sentAt;
    for (String count : counts) {
      values[at++] = fields.measured(row -> row.count(count));
    }
    if (hasRevenue) {
      values[at] = fields.measured(row -> row.decimal("revenue"));
    }
    if (fields.isSound()) {
      writer.row(fields.row().line(), DateSpan.ofDay(sentAt.toLocalDate()), values);
    } else {
      fields.rejectTo(writer);
    }
  }

  private static String id(Fields fields, LocalDateTime sentAt) {
    String id = fields.text("unique_id");
    return id != null
        ? id
        : String.join(
            " · ",
            sentAt.toString(),
            orEmpty(fields.text("title")),
            orEmpty(fields.text("subject")),
            orEmpty(fields.text("list")));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}

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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of campaigns.csv. Every export gives the same columns, empty where the file is too old
 * to have them, so that exports of all years make one series.
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
  private static final List<String> COLUMNS =
      List.of(
          "campaign_id",
          "campaign",
          "subject",
          "list",
          "sent_at",
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
          "orders",
          "revenue");

  private final Table table;
  private final ReadSettings settings;

  MailchimpCampaigns(Table table, ReadSettings settings) {
    this.table = table;
    this.settings = settings;
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
        COLUMNS,
        Set.of(),
        Grain.EVENT,
        true,
        Optional.empty(),
        settings.account().orElse(Mailchimp.ID),
        Optional.of(settings.currency().getCurrencyCode()));
  }

  private void campaign(Fields fields, TableWriter writer) {
    LocalDateTime sentAt = fields.required("sent_at", fields.time("sent_at"));
    Object[] values = new Object[COLUMNS.size()];
    int at = 0;
    values[at++] = sentAt == null ? null : id(fields, sentAt);
    values[at++] = fields.text("title");
    values[at++] = fields.text("subject");
    values[at++] = fields.text("list");
    values[at++] = sentAt;
    for (String count : COUNTS) {
      values[at++] = fields.count(count);
    }
    values[at] = fields.decimal("revenue");
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

package org.example.acmemail;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Acme Mail's list of mailings. */
public final class AcmeMail extends TableConnector {

  private static final Headings HEADINGS = Headings.load(AcmeMail.class, "headings.txt");

  /** Without these it is another file. Keys of headings.txt. */
  private static final List<String> REQUIRED = List.of("campaign_id", "campaign", "sent_at");

  /** Columns of the dataset that are counts, and keys of headings.txt alike. */
  private static final List<String> COUNTS =
      List.of("recipients", "delivered", "opens_unique", "clicks_unique", "unsubscribes");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("acme-mail", "Acme Mail")
        .about("Mailings that were sent, with what became of them.")
        .export("mailings.csv", "In Acme Mail open Reports, Mailings, and press Download.")
        .layout("mailings.csv with one line for each mailing", Evidence.REMEMBERED)
        .fills(Datasets.EMAIL_CAMPAIGNS, "each mailing")
        .languages(Evidence.REMEMBERED, "en", "fi")
        .canLiveWithout("Unsubscribed")
        .note("Times are on the account's clock.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (mailings(sheet).isPresent()) {
        return Recognition.as("mailings.csv");
      }
    }
    return Recognition.refused(
        "No table has the headings Mailing no., Mailing and Sent, as Acme Mail's mailings.csv"
            + " does.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> mailings = mailings(sheet);
      if (mailings.isPresent()) {
        read(mailings.get(), settings, sink);
      }
    }
  }

  private static Optional<Table> mailings(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, REQUIRED);
  }

  private static void read(Table table, ReadSettings settings, FactSink sink) throws IOException {
    // What nobody counted was not none: a count that the file lacks is left out.
    List<String> counts = COUNTS.stream().filter(table.columns()::has).toList();
    Optional<Forms> forms = table.forms(sink, List.of("sent_at"), counts, List.of());
    if (forms.isEmpty()) {
      return; // The user was asked which of day and month stands first.
    }
    TableWriter writer = sink.table(header(table, counts, settings));
    table.read(forms.get(), settings, fields -> mailing(fields, counts, writer));
  }

  private static TableHeader header(Table table, List<String> counts, ReadSettings settings) {
    List<String> columns = new ArrayList<>(List.of("campaign_id", "campaign", "sent_at"));
    columns.addAll(counts);
    return new TableHeader(
        table.sheet().name(),
        Datasets.EMAIL_CAMPAIGNS,
        columns,
        Set.of(),
        Grain.EVENT,
        true,
        Optional.empty(),
        settings.account().orElse("acme-mail"),
        Optional.empty());
  }

  private static void mailing(Fields fields, List<String> counts, TableWriter writer) {
    LocalDateTime sentAt = fields.required("sent_at", fields.time("sent_at"));
    Object[] values = new Object[3 + counts.size()];
    values[0] = fields.required("campaign_id", fields.text("campaign_id"));
    values[1] = fields.text("campaign");
    values[2] = sentAt;
    for (int i = 0; i < counts.size(); i++) {
      String count = counts.get(i);
      values[3 + i] = fields.measured(row -> row.count(count));
    }
    if (fields.isSound()) {
      writer.row(fields.row().line(), DateSpan.ofDay(sentAt.toLocalDate()), values);
    } else {
      fields.rejectTo(writer);
    }
  }
}

package io.retainer.connector.email;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Totals;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of a list of campaigns, an event each. A count that the file does not have is left out
 * rather than empty: what nobody counted was not none.
 */
final class CampaignTable {

  private static final String NOTHING = "0([.,]0+)?|-|–|—|n/a";

  private final Table table;
  private final Columns columns;
  private final String source;
  private final ReadSettings settings;
  private final FactSink sink;
  private final SentAt sent;
  private final CampaignIds ids;
  private final Repeats repeats;
  private final Values values;

  /**
   * @param source the connector, and the account when the user named none
   * @param isByTimeAndName whether the platform's layouts have different ids for one campaign
   */
  CampaignTable(
      Table table, String source, boolean isByTimeAndName, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.source = source;
    this.settings = settings;
    this.sink = sink;
    this.sent = new SentAt(columns);
    this.ids = new CampaignIds(columns, sent, isByTimeAndName);
    this.repeats = new Repeats(sink);
    this.values = values();
  }

  private Values values() {
    var values =
        new Values()
            .with("campaign_id", ids::of)
            .with("campaign", CampaignTable::name)
            .texts(columns, "subject", "list", "variant")
            .with("sent_at", sent::of);
    return Measured.addTo(values, columns);
  }

  void read() throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(SentAt.KEYS)
            .counts(Measured.COUNTS)
            .decimals(Measured.AMOUNTS);
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isPresent()) {
      TableWriter writer = sink.table(header());
      sink.unchanging("sent_at");
      table.read(forms.get(), settings, fields -> campaign(fields, writer));
    }
  }

  private TableHeader header() throws IOException {
    return values.header(
        table,
        Datasets.EMAIL_CAMPAIGNS,
        Grain.EVENT,
        settings.account().orElse(source),
        Optional.of(Measured.currency(table, settings, sink)));
  }

  private void campaign(Fields fields, TableWriter writer) {
    long line = fields.row().line();
    if (sent.isBlank(fields) && isTotal(fields)) {
      Measured.total(fields, values, sink);
    } else if (sent.isBlank(fields) && isNothingSent(fields)) {
      sink.passedOver(line, "a campaign that has not been sent");
    } else if (!Channel.isEmail(fields)) {
      sink.passedOver(
          line, "a campaign of another channel, \"" + fields.text("channel") + "\": no e-mail");
    } else if (!repeats.passes(fields)) {
      values.write(fields, fields.required(sent.key(), sent.of(fields)), writer);
    }
  }

  private static Object name(Fields fields) {
    String name = fields.text("campaign");
    return name == null ? fields.text("subject") : name;
  }

  private static boolean isTotal(Fields fields) {
    return Stream.of("campaign", "subject", "campaign_id")
        .map(fields::text)
        .filter(Objects::nonNull)
        .findFirst()
        .filter(Totals::is)
        .isPresent();
  }

  private static boolean isNothingSent(Fields fields) {
    return List.of("recipients", "delivered", "opens_unique").stream()
        .map(fields::text)
        .allMatch(text -> text == null || text.matches(NOTHING));
  }
}

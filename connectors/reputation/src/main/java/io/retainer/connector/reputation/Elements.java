package io.retainer.connector.reputation;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Totals;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The elements of one page, each with its clicks of the same days. */
final class Elements {

  private final Table table;
  private final DateSpan days;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Values values;

  Elements(Table table, DateSpan days, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.days = days;
    this.settings = settings;
    this.sink = sink;
    Columns columns = table.columns();
    String named = settings.values().getOrDefault(CrazyEgg.PAGE, table.sheet().title());
    this.values =
        new Values()
            .with("page", fields -> columns.has("page") ? fields.text("page") : named)
            .with("element", fields -> fields.required("element", fields.text("element")))
            .counts(columns, "clicks");
  }

  void read() throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of(), List.of("clicks"), List.of());
    if (forms.isPresent()) {
      TableWriter writer = sink.table(header());
      table.read(forms.get(), settings, fields -> element(fields, writer));
    }
  }

  private void element(Fields fields, TableWriter writer) {
    long line = fields.row().line();
    String element = fields.text("element");
    if (element != null && Totals.is(element)) {
      Long clicks = fields.count("clicks");
      if (clicks != null) {
        sink.total(new SourceTotal("clicks", BigDecimal.valueOf(clicks), line));
      }
      sink.passedOver(line, "the total of the list");
      return;
    }
    values.write(fields, days, writer);
  }

  private TableHeader header() {
    return new TableHeader(
        table.sheet().name(),
        Datasets.CLICK_MAPS,
        values.columns(),
        Set.of("page", "element"),
        Grain.PERIOD,
        true,
        Optional.of(days),
        settings.account().orElse(CrazyEgg.ID),
        Optional.empty());
  }
}

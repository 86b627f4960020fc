package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The days of one table. */
final class MetaInsightDays {

  private static final int DATE = 0;
  private static final int VALUE = 1;

  private final Fields fields;
  private final String network;
  private final TableWriter writer;
  private final Repeats repeats;

  private MetaInsightDays(Fields fields, String network, TableWriter writer, Repeats repeats) {
    this.fields = fields;
    this.network = network;
    this.writer = writer;
    this.repeats = repeats;
  }

  /**
   * @return null when the user has to be asked how to read the table
   */
  static MetaInsightDays begin(
      MetaInsightTable table,
      String column,
      String network,
      Sheet sheet,
      ReadSettings settings,
      FactSink sink) {
    return table
        .forms()
        .decide(sink)
        .map(
            forms ->
                new MetaInsightDays(
                    new Fields(table.columns(), forms, settings.zone(), sheet.isWorkbook()),
                    network,
                    sink.table(
                        new TableHeader(
                            table.title(),
                            Datasets.SOCIAL_ACCOUNTS,
                            List.of("network", column),
                            Set.of(),
                            Grain.DAY,
                            true,
                            Optional.empty(),
                            MetaAccount.of(network, settings),
                            Optional.empty())),
                    new Repeats(sink, DATE)))
        .orElse(null);
  }

  void read(Row row) {
    if (repeats.passes(fields.at(row))) {
      return;
    }
    LocalDate day = fields.day(DATE);
    Object value = fields.measured(cells -> cells.count(VALUE));
    if (day == null && fields.isSound()) {
      fields.refuse(DATE, "a day like 2026-01-31T00:00:00", "Complete the cell.");
    }
    if (fields.isSound()) {
      writer.row(row.line(), DateSpan.ofDay(day), new Object[] {network, value});
    } else {
      fields.rejectTo(writer);
    }
  }
}

package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Totals;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The row Total of a table: the whole channel over all the days of the export. */
final class YouTubeChannel {

  private final Table table;
  private final ReadSettings settings;
  private final DateSpan period;

  YouTubeChannel(Table table, ReadSettings settings, DateSpan period) {
    this.table = table;
    this.settings = settings;
    this.period = period;
  }

  void read(FactSink sink) throws IOException {
    Optional<Row> first =
        table.sheet().head().stream()
            .filter(row -> row.line() > table.columns().line() && !row.isBlank())
            .findFirst();
    Optional<Forms> forms = first.isEmpty() ? Optional.empty() : forms(sink);
    if (forms.isEmpty()) {
      return;
    }
    Fields total =
        new Fields(table.columns(), forms.get(), settings.zone(), table.sheet().isWorkbook())
            .at(first.get());
    Values values = YouTubeStudio.days(table.columns());
    Object[] figures = values.of(total);
    boolean isTotal =
        table.columns().has("content")
            ? YouTubeVideos.isTotal(total)
            : Totals.is(first.get().cell(0));
    if (isTotal && total.isSound()) {
      TableWriter writer = sink.table(header(values));
      writer.row(first.get().line(), period, figures);
    }
  }

  private Optional<Forms> forms(FactSink sink) throws IOException {
    return table.forms(
        new FormsDecision(table.columns(), table.sheet().delimiter())
            .counts(YouTubeStudio.counts().stream().filter(table.columns()::has).toList()),
        sink);
  }

  private TableHeader header(Values values) {
    return new TableHeader(
        table.sheet().name() + ", Total",
        Datasets.SOCIAL_ACCOUNTS,
        values.columns(),
        Set.of(),
        Grain.PERIOD,
        true,
        Optional.of(period),
        settings.account().orElse(YouTubeStudio.NETWORK),
        Optional.empty());
  }
}

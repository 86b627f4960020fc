package io.retainer.connector.search;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.CutSpans;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the rows of one sheet. */
final class SheetReader {

  private static final List<String> COUNTS = List.of("clicks", "impressions");
  private static final List<String> DECIMALS = List.of("ctr", "position");

  private final ResultSheet sheet;
  private final Part part;
  private final Optional<DateSpan> period;
  private final String account;
  private final ReadSettings settings;
  private final FactSink sink;

  SheetReader(
      ResultSheet sheet,
      Part part,
      Optional<DateSpan> period,
      String account,
      ReadSettings settings,
      FactSink sink) {
    this.sheet = sheet;
    this.part = part;
    this.period = period;
    this.account = account;
    this.settings = settings;
    this.sink = sink;
  }

  /** First and last day of a sheet of dates; empty when it has none that can be read. */
  static Optional<DateSpan> days(ResultSheet dates, ReadSettings settings) throws IOException {
    var days = new TreeSet<LocalDate>();
    Granularity granularity = Granularity.of(dates);
    Optional<Forms> forms = forms(dates.table(), granularity, new Silence());
    if (forms.isPresent()) {
      dates
          .table()
          .read(
              forms.get(),
              settings,
              fields -> {
                DateSpan span = granularity.span(fields, dates.keyIndex());
                if (span != null) {
                  days.add(span.start());
                  days.add(span.end().minusDays(1));
                }
              });
    }
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(DateSpan.ofDays(days.first(), days.last()));
  }

  private static Optional<Forms> forms(Table table, Granularity granularity, FactSink sink)
      throws IOException {
    List<String> dates = granularity.isByDay() ? List.of("date") : List.of();
    return table.forms(sink, dates, COUNTS, DECIMALS);
  }

  void read() throws IOException {
    boolean byDay = sheet.kind() == SheetKind.DATES;
    Granularity granularity = byDay ? Granularity.of(sheet) : Granularity.BY_DAY;
    Optional<Forms> forms = forms(sheet.table(), granularity, sink);
    if (forms.isEmpty()) {
      return;
    }
    var columns = new ArrayList<String>();
    if (!byDay) {
      columns.add(sheet.kind().dimension());
    }
    columns.addAll(List.of("search_type", "clicks", "impressions"));
    boolean positions = sheet.table().columns().has("position");
    if (positions) {
      columns.add("position");
    }
    var writer = new CutSpans(sink, header(columns, byDay, granularity));
    Object[] values = new Object[columns.size()];
    // Genuine sheets of pages name a page twice, as its address had parts that are left out.
    var repeats = new Repeats(sink, sheet.keyIndex());
    sheet
        .table()
        .read(
            forms.get(),
            settings,
            fields -> {
              if (byDay && repeats.passes(fields)) {
                return;
              }
              int i = 0;
              if (!byDay) {
                values[i++] = key(fields);
              }
              values[i++] = part.searchType();
              values[i++] = measure(fields, "clicks");
              values[i++] = measure(fields, "impressions");
              if (positions) {
                values[i] = fields.measured(SheetReader::position);
              }
              DateSpan days = byDay ? day(fields, granularity) : period.orElseThrow();
              if (fields.isSound()) {
                writer.row(fields.row().line(), days, values);
              } else {
                fields.rejectTo(writer);
              }
            });
    writer.finish();
  }

  private TableHeader header(List<String> columns, boolean byDay, Granularity granularity) {
    var cut = new TreeSet<String>();
    if (!byDay) {
      cut.add(sheet.kind().dimension());
    }
    if (!part.isWhole()) {
      cut.add("search_type");
    }
    return new TableHeader(
        sheet.table().sheet().name(),
        Datasets.SEARCH_QUERIES,
        columns,
        cut,
        byDay ? granularity.grain() : Grain.PERIOD,
        sheet.kind().isComplete() && part.isWhole(),
        byDay && granularity.isByDay() ? part.dates() : byDay ? Optional.empty() : period,
        account,
        Optional.empty());
  }

  private static Object measure(Fields fields, String key) {
    return fields.required(key, fields.measured(of -> of.count(key)));
  }

  private String key(Fields fields) {
    String text = fields.row().cell(sheet.keyIndex()).strip();
    if (text.isEmpty()) {
      fields.refuse(sheet.keyIndex(), "a " + sheet.kind().key(), "Complete the cell.");
    }
    return text;
  }

  /** Without impressions there is no position: the platform writes 0. */
  private static BigDecimal position(Fields fields) {
    BigDecimal position = fields.decimal("position");
    return position == null || position.signum() == 0 ? null : position;
  }

  private DateSpan day(Fields fields, Granularity granularity) {
    DateSpan days = granularity.span(fields, sheet.keyIndex());
    if (days == null) {
      fields.refuse(sheet.keyIndex(), granularity.expected(), "Complete the cell.");
      return null;
    }
    if (part.dates().isPresent() && !part.dates().get().contains(days)) {
      fields.refuse(
          sheet.keyIndex(),
          "a day of " + part.dates().get(),
          "The file of dates and the file of filters are of different exports.");
      return null;
    }
    return days;
  }

  /** A question about a sheet beside is put when that sheet is read itself. */
  private static final class Silence implements FactSink {
    @Override
    public TableWriter table(TableHeader header) {
      throw new IllegalStateException("nothing is read here");
    }

    @Override
    public void issue(ReadIssue issue) {}

    @Override
    public void total(io.retainer.spi.SourceTotal total) {}

    @Override
    public void passedOver(long line, String reason) {}
  }
}

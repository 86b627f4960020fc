package io.retainer.connector.search;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Rows that carry every dimension in a column of its own, as programs get them: the bulk export,
 * and answers of the Search Analytics interface.
 */
final class FlatRows {

  static final Headings HEADINGS = Headings.load(FlatRows.class, "flat.txt");
  static final String WEB = "web";
  private static final List<String> DIMENSIONS =
      List.of("query", "page", "country", "device", "search_appearance");
  private static final int PLACES = 6;

  private final Table table;
  private final String account;
  private final boolean isComplete;
  private final ReadSettings settings;
  private final FactSink sink;

  /**
   * @param isComplete whether the rows add up to all results
   */
  FlatRows(Table table, String account, boolean isComplete, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.account = account;
    this.isComplete = isComplete;
    this.settings = settings;
    this.sink = sink;
  }

  static Optional<Table> find(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, List.of("clicks", "impressions"));
  }

  /** Web results and all others are parts that never meet, so each has a table. */
  void read() throws IOException {
    if (!table.columns().has("search_type")) {
      read(true);
      return;
    }
    boolean[] has = {false, false};
    table.eachRow(row -> has[isWeb(row) ? 0 : 1] = true);
    if (has[0]) {
      read(true);
    }
    if (has[1]) {
      read(false);
    }
  }

  private boolean isWeb(Row row) {
    int index = table.columns().index("search_type");
    return index < 0 || row.cell(index).strip().equalsIgnoreCase(WEB);
  }

  private void read(boolean ofWeb) throws IOException {
    Columns columns = table.columns();
    List<String> kept = DIMENSIONS.stream().filter(columns::has).toList();
    boolean byDay = columns.has("date");
    var names = new ArrayList<>(kept);
    names.add("search_type");
    if (columns.has("is_anonymised")) {
      names.add("is_anonymised");
    }
    names.addAll(List.of("clicks", "impressions"));
    boolean positions = columns.has("position") || columns.has("sum_position");
    if (positions) {
      names.add("position");
    }
    var cut = new TreeSet<>(kept);
    if (!ofWeb) {
      cut.add("search_type");
    }
    TableWriter writer =
        sink.table(
            new TableHeader(
                table.sheet().name(),
                Datasets.SEARCH_QUERIES,
                names,
                cut,
                byDay ? Grain.DAY : Grain.PERIOD,
                isComplete && ofWeb,
                byDay ? Optional.empty() : settings.period(),
                account,
                Optional.empty()));
    Object[] values = new Object[names.size()];
    table.read(
        Forms.plain(),
        settings,
        fields -> {
          if (isWeb(fields.row()) != ofWeb) {
            return;
          }
          int i = 0;
          for (String dimension : kept) {
            values[i++] = fields.text(dimension);
          }
          values[i++] = type(fields);
          if (columns.has("is_anonymised")) {
            values[i++] = fields.truth("is_anonymised");
          }
          values[i++] = fields.required("clicks", fields.count("clicks"));
          values[i++] = fields.required("impressions", fields.count("impressions"));
          if (positions) {
            values[i] = position(fields);
          }
          DateSpan days = byDay ? day(fields) : settings.period().orElseThrow();
          if (fields.isSound()) {
            writer.row(fields.row().line(), days, values);
          } else {
            fields.rejectTo(writer);
          }
        });
  }

  private static String type(Fields fields) {
    String type = fields.columns().has("search_type") ? fields.text("search_type") : WEB;
    return type == null ? WEB : type.toLowerCase(Locale.ROOT);
  }

  /** A sum counts positions from zero, over impressions; people count from one. */
  private static BigDecimal position(Fields fields) {
    if (fields.columns().has("position")) {
      BigDecimal position = fields.decimal("position");
      return position == null || position.signum() == 0 ? null : position;
    }
    BigDecimal sum = fields.decimal("sum_position");
    Long impressions = fields.count("impressions");
    return sum == null || impressions == null || impressions == 0
        ? null
        : sum.divide(BigDecimal.valueOf(impressions), PLACES, RoundingMode.HALF_UP)
            .add(BigDecimal.ONE)
            .stripTrailingZeros();
  }

  private DateSpan day(Fields fields) {
    LocalDate day = fields.required("date", fields.day("date"));
    return day == null ? null : DateSpan.ofDay(day);
  }
}

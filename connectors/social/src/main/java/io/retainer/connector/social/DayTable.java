package io.retainer.connector.social;

import io.retainer.spi.Additivity;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A table of an account with a row for each day, or for each week or month. A row with a word for a
 * date, first or last, holds the source's own totals.
 */
final class DayTable {

  private static final String DATE = "date";

  private final Table table;
  private final ReadSettings settings;
  private final Values values;
  private final FormsDecision decision;
  private final List<LocalDate> dates = new ArrayList<>();
  private Optional<Spacing> spacing = Optional.empty();
  private Function<Fields, Optional<String>> leftOut = fields -> Optional.empty();
  private int mostRows = Integer.MAX_VALUE;
  private boolean isAddedUp;

  /**
   * @param counts keys of all columns the values are worked out from
   */
  DayTable(Table table, ReadSettings settings, Values values, Collection<String> counts) {
    this.table = table;
    this.settings = settings;
    this.values = values;
    this.decision =
        new FormsDecision(table.columns(), table.sheet().delimiter())
            .dates(List.of(DATE))
            .counts(counts.stream().filter(table.columns()::has).toList());
  }

  /** For a network that writes dates alike for every account. */
  DayTable ordinarily(DateOrder order) {
    decision.ordinarily(order);
    return this;
  }

  /** For a table that says itself how far apart its dates are. */
  DayTable spaced(Spacing known) {
    spacing = Optional.of(known);
    return this;
  }

  /** Rows that are no days, each with the reason. */
  DayTable leavingOut(Function<Fields, Optional<String>> reason) {
    leftOut = reason;
    return this;
  }

  /** For a network whose tables with a row of totals list no more days than that. */
  DayTable limitedTo(int rows) {
    mostRows = rows;
    return this;
  }

  void read(String account, FactSink sink) throws IOException {
    List<String> cells = new ArrayList<>();
    table.eachRow(row -> cells.add(row.cell(table.columns().index(DATE))));
    Spacing.orderOfDaysOnEnd(cells).ifPresent(decision::ordinarily);
    Optional<Forms> forms = table.forms(decision, sink);
    if (forms.isEmpty()) {
      return;
    }
    table.read(forms.get(), settings, this::see);
    Spacing apart = spacing.orElseGet(() -> Spacing.of(dates));
    TableWriter writer = sink.table(header(account, apart));
    var repeats = new Repeats(sink, table.columns().index(DATE));
    table.read(
        forms.get(),
        settings,
        fields -> {
          Optional<String> reason = leftOut.apply(fields);
          if (reason.isPresent()) {
            sink.passedOver(fields.row().line(), reason.get());
          } else if (isRemark(fields)) {
            sink.passedOver(fields.row().line(), "a remark of the source");
          } else if (isTotal(fields)) {
            totals(fields, sink);
          } else if (!repeats.passes(fields)) {
            day(fields, apart, writer);
          }
        });
  }

  private void see(Fields fields) {
    isAddedUp |= isTotal(fields);
    LocalDate day = isTotal(fields) || isRemark(fields) ? null : fields.day(DATE);
    if (day != null && fields.isSound()) {
      dates.add(day);
    }
  }

  private TableHeader header(String account, Spacing spacing) {
    return new TableHeader(
        table.sheet().name(),
        Datasets.SOCIAL_ACCOUNTS,
        values.columns(),
        Set.of(),
        spacing.grain(),
        !isAddedUp || dates.size() != mostRows,
        Optional.empty(),
        settings.account().orElse(account),
        Optional.empty());
  }

  /** {@code Showing top 500 results}: words, and nothing beside them. */
  private static boolean isRemark(Fields fields) {
    String only = fields.row().cell(0).strip();
    return fields.row().width() == 1
        && only.length() > 10
        && only.indexOf(' ') > 0
        && Character.isLetter(only.charAt(0))
        && DateText.parse(only, DateOrder.DAY_FIRST) == null;
  }

  private static boolean isTotal(Fields fields) {
    String date = fields.row().cell(fields.columns().index(DATE)).strip();
    return !date.isEmpty() && date.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ');
  }

  private void day(Fields fields, Spacing spacing, TableWriter writer) {
    LocalDate day = fields.required(DATE, fields.day(DATE));
    Object[] counts = values.of(fields);
    if (fields.isSound()) {
      writer.row(fields.row().line(), spacing.from(day), counts);
    } else {
      fields.rejectTo(writer);
    }
  }

  private void totals(Fields fields, FactSink sink) {
    long line = fields.row().line();
    Object[] totals = values.of(fields);
    List<String> columns = values.columns();
    for (int i = 0; i < totals.length; i++) {
      var column = Datasets.SOCIAL_ACCOUNTS.column(columns.get(i));
      if (column.additivity() == Additivity.ADDITIVE
          && column.type() == ColumnType.INTEGER
          && totals[i] instanceof Long total) {
        sink.total(new SourceTotal(column.name(), BigDecimal.valueOf(total), line));
      }
    }
    sink.passedOver(line, "totals of the source");
  }
}

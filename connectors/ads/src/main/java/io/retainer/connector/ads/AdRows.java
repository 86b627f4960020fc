package io.retainer.connector.ads;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands over the rows of a table, then what the source says they add up to. */
final class AdRows {

  private final Table table;
  private final AdPlan plan;
  private final AdContext context;
  private final ReadSettings settings;
  private final FactSink sink;
  private final AdScan scan;
  private final Spans spans;
  private final AdLines lines;
  private final Forms forms;
  private final Columns columns;
  private final List<Column> kept;
  private final int campaign;
  private String above = "";

  AdRows(
      Table table,
      AdPlan plan,
      AdContext context,
      ReadSettings settings,
      FactSink sink,
      AdScan scan,
      Spans spans,
      AdLines lines,
      Forms forms) {
    this.table = table;
    this.plan = plan;
    this.context = context;
    this.settings = settings;
    this.sink = sink;
    this.scan = scan;
    this.spans = spans;
    this.lines = lines;
    this.forms = forms;
    this.columns = table.columns();
    this.kept = plan.columns().stream().map(Datasets.AD_PERFORMANCE::column).toList();
    this.campaign = plan.columns().indexOf("campaign");
  }

  /**
   * @param only the account whose rows are meant; empty for all rows
   */
  void write(String account, Optional<String> only, Grain grain, Optional<DateSpan> period)
      throws IOException {
    above = "";
    Map<String, BigDecimal> totals = totals(0);
    TableWriter writer = sink.table(header(account, grain, period, totals));
    // Where the source states a total, that tells whether rows are there twice.
    Optional<Repeats> repeats =
        scan.totals().isEmpty() ? Optional.of(new Repeats(sink)) : Optional.empty();
    boolean isFirst = only.isEmpty() || only.equals(scan.accounts().stream().findFirst());
    table.read(
        forms,
        settings,
        fields -> {
          Row row = fields.row();
          AdLines.Kind kind = lines.of(row);
          if (kind == AdLines.Kind.SUBTOTAL) {
            above = cell("campaign", row);
          }
          if (kind == AdLines.Kind.UNTOLD) {
            if (belongs(row, only, isFirst)) {
              untold(fields).rejectTo(writer);
            }
          } else if (kind != AdLines.Kind.ROW) {
            if (isFirst) {
              sink.passedOver(row.line(), reason(kind));
            }
          } else if (belongs(row, only, isFirst)
              && !repeats.map(before -> before.passes(fields)).orElse(false)) {
            row(fields, writer);
          }
        });
    if (only.isEmpty()) {
      long line = scan.totals().isEmpty() ? 0 : scan.totals().get(0).line();
      totals.forEach((column, value) -> sink.total(new SourceTotal(column, value, line)));
      new PeopleReached(plan, scan, spans, sink)
          .write(header(account, grain, period, totals), fieldsOf(), period);
    }
  }

  private Fields fieldsOf() {
    return new Fields(columns, forms, settings.zone(), true);
  }

  private boolean belongs(Row row, Optional<String> only, boolean isFirst) {
    if (only.isEmpty()) {
      return true;
    }
    String account = row.cell(columns.index("account")).strip();
    return account.equals(only.get()) || isFirst && !scan.accounts().contains(account);
  }

  private Fields untold(Fields fields) {
    int name = 0;
    while (!AdWords.isTotal(fields.row().cell(name))) {
      name++;
    }
    fields.refuse(
        name,
        "a campaign or a total, told apart by a column such as Campaign status or Campaign ID",
        "Take such a column into the report and export it again, or delete the row if it is a"
            + " total.");
    return fields;
  }

  private static String reason(AdLines.Kind kind) {
    return switch (kind) {
      case TOTAL -> "a total";
      case SUBTOTAL -> "a total over the days";
      case TOTAL_OF_PART -> "a total of a day, a month, a device or the like";
      case HEADINGS -> "the headings again";
      default -> "a remark below the table";
    };
  }

  private void row(Fields fields, TableWriter writer) {
    DateSpan span = spans.of(fields);
    Object[] values = new Object[kept.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = plan.values().get(i).from().apply(fields);
    }
    noneWhereNothingWasShown(values);
    underItsCampaign(fields, values);
    if (fields.isSound() && span != null) {
      writer.row(fields.row().line(), span, values);
    } else {
      fields.rejectTo(writer);
    }
  }

  /** What was not shown in the days stands there without any number: it cost and did nothing. */
  private void noneWhereNothingWasShown(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (adds(kept.get(i), values[i])) {
        return;
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (kept.get(i).additivity() == Additivity.ADDITIVE) {
        values[i] = kept.get(i).type() == ColumnType.INTEGER ? (Object) 0L : BigDecimal.ZERO;
      }
    }
  }

  private static boolean adds(Column column, Object value) {
    return value != null
        && (column.additivity() == Additivity.ADDITIVE
            || column.additivity() == Additivity.DISTINCT);
  }

  /**
   * In a pivot table the campaign stands in the line above the rows of its days alone. Where it
   * stands in the first of its rows, nothing tells the rows below from a total or another's.
   */
  private void underItsCampaign(Fields fields, Object[] values) {
    Row row = fields.row();
    if (campaign >= 0 && values[campaign] == null && !above.isEmpty()) {
      values[campaign] = above;
    } else if (campaign >= 0 && values[campaign] == null && isNameless(row)) {
      fields.refuse(
          columns.index("campaign"),
          "the campaign in each row, not only in the first of its rows",
          "Fill the cell down from the row above if the row is of that campaign, delete the row if"
              + " it is a total, or export the report again without opening it in Excel.");
    } else if (!cell("campaign", row).isEmpty()) {
      above = "";
    }
  }

  private boolean isNameless(Row row) {
    return columns.has("campaign")
        && cell("campaign", row).isEmpty()
        && scan.isFilled("campaign")
        && !(columns.has("campaign_id") && !cell("campaign_id", row).isEmpty());
  }

  private String cell(String key, Row row) {
    return row.cell(columns.index(key)).strip();
  }

  private TableHeader header(
      String account, Grain grain, Optional<DateSpan> period, Map<String, BigDecimal> totals) {
    return new TableHeader(
        context.title().isEmpty() ? table.sheet().name() : context.title(),
        Datasets.AD_PERFORMANCE,
        plan.columns(),
        Set.copyOf(plan.cut()),
        grain,
        !plan.isPart() && isWhole(totals),
        period,
        account,
        currency());
  }

  /** Empty where each row says its own. */
  private Optional<String> currency() {
    List<String> codes = List.copyOf(scan.currencies());
    if (codes.size() > 1) {
      return Optional.empty();
    }
    Optional<String> column = codes.stream().findFirst().flatMap(AmountCurrency::of);
    return column
        .or(context::currency)
        .or(scan::sign)
        .or(
            () ->
                Optional.of(
                    AssumedCurrency.of(Datasets.AD_PERFORMANCE, plan.columns(), settings, sink)));
  }

  /** Whether the rows are the account: it is said to have had no more than their total. */
  private boolean isWhole(Map<String, BigDecimal> totals) {
    for (int i = 1; i < scan.totals().size(); i++) {
      if (AdWords.isOfAccount(label(scan.totals().get(i)))) {
        Map<String, BigDecimal> ofAccount = totals(i);
        return totals.entrySet().stream()
            .filter(total -> ofAccount.containsKey(total.getKey()))
            .allMatch(total -> total.getValue().compareTo(ofAccount.get(total.getKey())) == 0);
      }
    }
    return true;
  }

  private static String label(Row row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
  }

  /** What a line of totals says of the columns that may be added. */
  private Map<String, BigDecimal> totals(int which) {
    Map<String, BigDecimal> found = new LinkedHashMap<>();
    boolean isMixed = scan.currencies().size() > 1;
    if (which < scan.totals().size()) {
      for (AdValue value : plan.values()) {
        boolean isMoney =
            value.column().equals("cost") || value.column().equals("conversion_value");
        if (value.sums() && !(isMixed && isMoney)) {
          Object stated = value.from().apply(fieldsOf().at(scan.totals().get(which)));
          if (stated instanceof Long count) {
            found.put(value.column(), BigDecimal.valueOf(count));
          } else if (stated instanceof BigDecimal number) {
            found.put(value.column(), number);
          }
        }
      }
    }
    return found;
  }
}

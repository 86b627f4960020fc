package io.retainer.connector.ads;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Missing;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a table holds, seen before its first row is handed over. */
final class AdScan {

  private final AdLines lines;
  private final Spans spans;
  private final String client;
  private final Set<DateSpan> seen = new TreeSet<>();
  private final Set<String> currencies = new LinkedHashSet<>();
  private final Set<String> accounts = new LinkedHashSet<>();
  private final Set<String> filled = new LinkedHashSet<>();
  private final List<Row> totals = new ArrayList<>();
  private final Set<DateSpan> ends = new TreeSet<>();
  private Optional<String> sign = Optional.empty();
  private Optional<String> contradiction = Optional.empty();
  private long rows;

  /**
   * @param client code of the client's currency
   */
  AdScan(AdLines lines, Spans spans, String client) {
    this.lines = lines;
    this.spans = spans;
    this.client = client;
  }

  void see(Fields fields) {
    Row row = fields.row();
    switch (lines.of(row)) {
      case TOTAL -> totals.add(row);
      case ROW -> seeRow(fields);
      case UNTOLD -> rows++;
      // In a pivot table it alone names the campaign of the days below it.
      case SUBTOTAL -> seeFilled(fields);
      default -> {}
    }
  }

  private void seeRow(Fields fields) {
    rows++;
    Columns columns = fields.columns();
    DateSpan span = fields.isSound() ? spans.of(fields) : null;
    if (span != null && fields.isSound()) {
      seen.add(span);
      spans.ends(fields).ifPresent(ends::add);
    }
    add(currencies, cell("currency", fields));
    add(accounts, cell("account", fields));
    if (columns.has("cost")) {
      seeSign(cell("cost", fields), cell("currency", fields));
    }
    seeFilled(fields);
  }

  /** Amounts whose signs contradict each other, or the column of codes, are nobody's sum. */
  private void seeSign(String cost, String code) {
    if (AmountCurrency.isBare(cost)) {
      return;
    }
    Optional<String> told = AmountCurrency.of(code);
    Optional<String> around = AmountCurrency.around(cost, told.orElse(client));
    if (sign.isEmpty()) {
      sign = around;
    }
    boolean contradicts =
        told.isPresent()
            ? around.filter(AmountCurrency::hasSignOfItsOwn).isPresent() && !around.equals(told)
            : around.isPresent() && !around.equals(sign);
    if (contradicts && contradiction.isEmpty()) {
      contradiction = Optional.of(cost + " beside " + told.or(() -> sign).orElseThrow());
    }
  }

  /** An amount whose currency is another than that of its row, or of the rows before. */
  Optional<String> contradiction() {
    return contradiction;
  }

  private void seeFilled(Fields fields) {
    for (String key : fields.columns().keys()) {
      String cell = filled.contains(key) ? "" : cell(key, fields);
      if (!Missing.is(cell) && !AdWords.isAll(cell)) {
        filled.add(key);
      }
    }
  }

  private static String cell(String key, Fields fields) {
    return fields.row().cell(fields.columns().index(key)).strip();
  }

  private static void add(Set<String> values, String cell) {
    if (!Missing.is(cell)) {
      values.add(cell);
    }
  }

  long rows() {
    return rows;
  }

  Set<DateSpan> spans() {
    return seen;
  }

  /** The days of the report, where every row names them besides its own. */
  Optional<DateSpan> report() {
    return ends.size() == 1 ? Optional.of(ends.iterator().next()) : Optional.empty();
  }

  Set<String> currencies() {
    return currencies;
  }

  Set<String> accounts() {
    return accounts;
  }

  /** The currency written around the first amount of cost. */
  Optional<String> sign() {
    return sign;
  }

  /** Whether any row has a value under the key. */
  boolean isFilled(String key) {
    return filled.contains(key);
  }

  /** Lines of totals in their order: the first is about the rows, those after it about more. */
  List<Row> totals() {
    return totals;
  }
}

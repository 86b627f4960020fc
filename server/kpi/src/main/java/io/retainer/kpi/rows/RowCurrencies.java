package io.retainer.kpi.rows;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedMoney;
import io.retainer.spi.DateSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which currencies the rows have that a number is made of. */
final class RowCurrencies {

  /** Where a row holds the currency of its key's first row. */
  static final String OF_FIRST = "_currency_of_first";

  private RowCurrencies() {}

  /**
   * @param ever the rows of the group whatever their day
   */
  static Set<String> of(FactQuery query, DateSpan part, List<Row> inPart, List<Row> ever) {
    List<Row> used = new ArrayList<>();
    for (Measure measure : query.measures()) {
      Aggregation aggregation = measure.aggregation();
      RowLookBack lookBack = new RowLookBack(ever, part);
      if (!aggregation.looksBack()) {
        used.addAll(inPart);
      } else if (new NamedMoney(query).chooses(aggregation)) {
        used.addAll(lookBack.looked(aggregation));
      } else {
        used.addAll(lookBack.used(aggregation));
      }
    }
    Set<String> currencies = of(used);
    if (new NamedMoney(query).isTold()) {
      used.forEach(row -> add(row.text(OF_FIRST), currencies));
    }
    return currencies;
  }

  /** Rows that state none are not told. */
  static Set<String> of(List<Row> rows) {
    Set<String> currencies = new HashSet<>();
    rows.forEach(row -> add(row.text("currency"), currencies));
    return currencies;
  }

  private static void add(String currency, Set<String> currencies) {
    if (!currency.isEmpty()) {
      currencies.add(currency);
    }
  }
}

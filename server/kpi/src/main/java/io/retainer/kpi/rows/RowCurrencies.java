package io.retainer.kpi.rows;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedMoney;
import io.retainer.spi.DateSpan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which currencies the rows have that a number is made of. */
final class RowCurrencies {

  /** Where a row holds the currency of its key's first row. */
  static final String OF_FIRST = "_currency_of_first";

  private RowCurrencies() {}

  /**
   * By measure.
   *
   * @param ever the rows of the group whatever their day
   */
  static Map<String, Set<String>> of(
      FactQuery query, DateSpan part, List<Row> inPart, List<Row> ever) {
    NamedMoney money = new NamedMoney(query);
    RowLookBack lookBack = new RowLookBack(ever, part);
    Map<String, Set<String>> found = new HashMap<>();
    for (Measure measure : query.measures()) {
      Aggregation aggregation = measure.aggregation();
      List<Row> looked = inPart;
      if (aggregation.looksBack()) {
        looked =
            money.chooses(aggregation) ? lookBack.looked(aggregation) : lookBack.used(aggregation);
      }
      List<Row> used = RowAggregations.matching(looked, money.used(aggregation));
      Set<String> currencies = of(used);
      if (money.isTold()) {
        used.forEach(row -> add(row.text(OF_FIRST), currencies));
      }
      found.put(measure.name(), currencies);
    }
    return found;
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

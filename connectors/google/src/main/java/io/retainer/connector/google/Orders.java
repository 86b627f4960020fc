package io.retainer.connector.google;

import io.retainer.spi.Datasets;
import io.retainer.spi.Grain;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders as Google Analytics has seen them: a table by transaction and day. */
final class Orders {

  private static final List<String> KEPT =
      List.of("channel", "source_medium", "source_name", "medium", "campaign", "country");
  private static final List<String> AMOUNTS = List.of("purchase_revenue", "total_revenue");

  private Orders() {}

  static TablePlan plan(Columns columns, int dateIndex) {
    Optional<String> amount = AMOUNTS.stream().filter(columns::has).findFirst();
    if (amount.isEmpty()) {
      return TablePlan.impossible(
          "\"" + columns.heading("transaction_id") + "\" without purchase revenue");
    }
    var values = new ArrayList<Value>();
    String date = columns.has("date") ? "date" : "date_hour";
    values.add(new Value("order_id", Orders::id, false));
    values.add(new Value("ordered_at", fields -> fields.time(date), false));
    values.add(new Value("status", fields -> "placed", false));
    for (Breakdown breakdown : Breakdown.ALL) {
      if (KEPT.contains(breakdown.key()) && columns.has(breakdown.key())) {
        breakdown.values(columns).stream()
            .filter(value -> values.stream().noneMatch(is -> is.column().equals(value.column())))
            .forEach(values::add);
      }
    }
    values.add(new Value("total", fields -> fields.decimal(amount.get()), true));
    if (columns.has("items_purchased")) {
      values.add(new Value("items", fields -> fields.count("items_purchased"), true));
    }
    return new TablePlan(
        Datasets.ORDERS,
        Grain.EVENT,
        TablePlan.DateKind.DATE,
        dateIndex,
        List.of(columns.index("transaction_id"), dateIndex),
        Set.of(),
        values,
        Optional.empty());
  }

  private static Object id(Fields fields) {
    String id = fields.text("transaction_id");
    if (id == null || Missing.is(id)) {
      fields.refuse(
          "transaction_id",
          "the number of an order",
          "The shop sends purchases without a number: their revenue is in no order.");
      return null;
    }
    return id;
  }
}

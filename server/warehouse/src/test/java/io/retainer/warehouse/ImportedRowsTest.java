package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.ImportedRows;
import io.retainer.model.fact.RowSource;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rows that a number was made of are found again by the number's coverage. */
class ImportedRowsTest extends WarehouseTest {

  private static RowSource.Ask ask(Dataset dataset, FactAnswer answer) {
    return new RowSource.Ask(
        ACME.id(),
        dataset,
        answer.coverage().get(0).inputs().stream()
            .map(Coverage.Input::layout)
            .collect(Collectors.toSet()),
        OCTOBER);
  }

  private static List<List<Object>> all(ImportedRows rows) {
    List<List<Object>> found = new ArrayList<>();
    rows.first(Long.MAX_VALUE, row -> found.add(new ArrayList<>(Arrays.asList(row))));
    assertThat(found).hasSize((int) rows.count());
    return found;
  }

  private static int place(ImportedRows rows, String column) {
    return rows.columns().stream().map(Column::name).toList().indexOf(column);
  }

  @Test
  void addUpToTheNumberAndComeFromNoOtherLayout() {
    desk.accepted(
        "table web_traffic columns=channel,sessions cut=channel",
        "2026-10-01|Direct|100",
        "2026-10-02|Direct|",
        "2026-09-30|Direct|7");
    desk.accepted("table web_traffic columns=country,sessions cut=country", "2026-10-01|FI|60");
    FactAnswer answer = desk.ask("web_traffic", Desk.sum("sessions"), OCTOBER);

    List<ImportedRows> rows = desk.warehouse.rows(ask(Datasets.WEB_TRAFFIC, answer));

    assertThat(answer.coverage().get(0).inputs())
        .extracting(Coverage.Input::rows)
        .containsExactly(2L);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).cut()).containsExactly("channel");
    int sessions = place(rows.get(0), "sessions");
    assertThat(all(rows.get(0))).extracting(row -> row.get(sessions)).containsExactly(100L, null);
    assertThat(all(rows.get(0)).get(0).get(0)).asString().matches("1-[0-9]+");
  }

  @Test
  void haveNoKeysOfPersons() {
    desk.accepted(
        "table orders columns=order_id,customer_key,status,currency,total grain=EVENT currency=EUR",
        "2026-10-05|0042|c1|placed|EUR|12.50");
    FactAnswer answer = desk.ask("orders", Desk.sum("total"), OCTOBER);

    ImportedRows rows = desk.warehouse.rows(ask(Datasets.ORDERS, answer)).get(0);

    assertThat(rows.columns())
        .extracting(Column::name)
        .contains("row_id", "date", "order_id", "status", "total")
        .doesNotContain("customer_key")
        .doesNotHaveDuplicates();
    assertThat(all(rows).get(0))
        .contains("0042", "EUR", "placed")
        .anyMatch(
            cell -> cell instanceof BigDecimal sum && sum.compareTo(new BigDecimal("12.5")) == 0);
  }

  @Test
  void addUpByDayAndChannel() {
    desk.accepted(
        "table web_traffic columns=channel,source_name,sessions cut=channel,source_name",
        "2026-10-01|Organic|google|100",
        "2026-10-01|Organic|bing|5",
        "2026-10-01|Direct||9",
        "2026-10-02|Organic|google|1");
    FactAnswer answer = desk.ask("web_traffic", Desk.sum("sessions"), OCTOBER);

    ImportedRows daily = desk.warehouse.daily(ask(Datasets.WEB_TRAFFIC, answer)).orElseThrow();

    int channel = place(daily, "channel");
    int rows = place(daily, "rows");
    int sessions = place(daily, "sessions");
    assertThat(all(daily))
        .extracting(row -> row.get(channel) + " " + row.get(rows) + " " + row.get(sessions))
        .containsExactly("Direct 1 9", "Organic 2 105", "Organic 1 1");
  }
}

package io.retainer.connector.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripeTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Stripe();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("stripe-payments.csv"), file("stripe-payments-2019.csv"));
  }

  @Test
  void makesASaleAndARefundOfOneLine() throws IOException {
    ReadTable orders = read(file("stripe-payments.csv")).table();

    assertThat(orders.column("order_id"))
        .containsExactly(
            "ch_3AAAAAAAAAAAAAAA1",
            "ch_3AAAAAAAAAAAAAAA2",
            "ch_3AAAAAAAAAAAAAAA2-refund",
            "ch_3AAAAAAAAAAAAAAA3",
            "ch_3AAAAAAAAAAAAAAA3-refund");
    assertThat(orders.column("status"))
        .containsExactly("placed", "placed", "refund", "placed", "refund");
    assertThat(orders.column("total"))
        .containsExactly(amount("80.00"), amount("120.50"), null, amount("15.00"), null);
    assertThat(orders.column("refunded"))
        .containsExactly(null, null, amount("20.25"), null, amount("15.00"));
    assertThat(orders.column("currency")).containsExactly("EUR", "EUR", "EUR", "USD", "USD");
  }

  @Test
  void putsPaymentsAndRefundsOnTheDayOfTheClientsClock() throws IOException {
    ReadTable orders = read(file("stripe-payments.csv")).table();

    assertThat(orders.rows())
        .extracting(row -> row.period())
        .containsExactly(
            DateSpan.ofDay(LocalDate.of(2026, 10, 1)),
            DateSpan.ofDay(LocalDate.of(2026, 10, 2)),
            DateSpan.ofDay(LocalDate.of(2026, 10, 5)),
            DateSpan.ofDay(LocalDate.of(2026, 10, 3)),
            DateSpan.ofDay(LocalDate.of(2026, 11, 1)));
  }

  @Test
  void leavesOutWhatNobodyHasPaid() throws IOException {
    RecordingSink sink = read(file("stripe-payments.csv"));

    assertThat(sink.passedOver()).hasSize(2);
    assertThat(read(file("stripe-payments-2019.csv")).passedOver()).hasSize(1);
  }

  @Test
  void readsAmountsWithCommasAndRefundsWithoutADay() throws IOException {
    ReadTable orders = read(file("stripe-payments-2019.csv")).table();

    assertThat(orders.column("total")).containsExactly(amount("1250.00"), amount("99.90"), null);
    assertThat(orders.rows().get(2).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2019, 3, 5)));
  }

  @Test
  void countsCustomersWithoutKeepingTheirAddress() throws IOException {
    RecordingSink sink = read(file("stripe-payments.csv"));

    assertThat(sink.table().column("customer_key")).doesNotContainNull();
    assertThat(sink.transcript()).doesNotContain("pat@example.com", "cus_A2");
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }

  private static TestFile file(String name) {
    return TestFile.resource(StripeTest.class, name);
  }
}

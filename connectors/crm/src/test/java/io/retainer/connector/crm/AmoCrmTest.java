package io.retainer.connector.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmoCrmTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new AmoCrm();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("amocrm-deals.csv"), file("amocrm-leads-en.csv"));
  }

  @Test
  void readsRussianDeals() throws IOException {
    ReadTable deals = read(file("amocrm-deals.csv")).table();

    assertThat(deals.column("status")).containsExactly("won", "lost", "open");
    assertThat(deals.column("amount"))
        .containsExactly(new BigDecimal("125000"), new BigDecimal("8000"), null);
    assertThat(deals.header().currency()).contains("RUB");
    assertThat(deals.column("closed_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 14, 10, 15), LocalDateTime.of(2026, 10, 20, 12, 0), null);
    assertThat(deals.column("lost_reason")).containsExactly(null, "Дорого", null);
  }

  @Test
  void knowsOnePersonByANumberWrittenInTwoWays() throws IOException {
    List<Object> people = read(file("amocrm-deals.csv")).table().column("customer_key");

    assertThat(people.get(0)).isNotNull().isEqualTo(people.get(2));
    assertThat(people.get(1)).isNotNull().isNotEqualTo(people.get(0));
  }

  @Test
  void readsTheCodePageOfWindows() throws IOException {
    String text = file("amocrm-deals.csv").text();

    assertThat(
            read(TestFile.of("deals.csv", text.getBytes(Charset.forName("windows-1251"))))
                .table()
                .column("status"))
        .containsExactly("won", "lost", "open");
  }

  @Test
  void readsKommo() throws IOException {
    ReadTable deals = read(file("amocrm-leads-en.csv")).table();

    assertThat(deals.column("status")).containsExactly("won", "lost");
    assertThat(deals.column("amount"))
        .containsExactly(new BigDecimal("1250.5"), new BigDecimal("80"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(AmoCrmTest.class, name);
  }
}

package io.retainer.connector.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrazyEggTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new CrazyEgg();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("crazy-egg.csv"));
  }

  @Test
  void readsTheClicksOfEachElement() throws IOException {
    RecordingSink sink = read(file("crazy-egg.csv"));

    assertThat(sink.table().column("element")).containsExactly("Order now", "Menu");
    assertThat(sink.table().column("clicks")).containsExactly(120L, 80L);
    assertThat(sink.table().column("page")).containsOnly("crazy-egg");
    assertThat(sink.table().rows())
        .allMatch(
            row ->
                row.period()
                    .equals(
                        DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))));
  }

  @Test
  void reconcilesWithTheTotal() throws IOException {
    assertThat(read(file("crazy-egg.csv")).table().totals())
        .singleElement()
        .satisfies(total -> assertThat(total.value()).isEqualByComparingTo("200"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(CrazyEggTest.class, name);
  }
}

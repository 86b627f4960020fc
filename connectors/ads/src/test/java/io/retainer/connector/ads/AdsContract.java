package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceTotal;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What is expected of every advertising platform. */
abstract class AdsContract extends ConnectorContract {

  @Test
  void leavesItsSamplesToNoOtherPlatform() throws IOException {
    for (TestFile sample : samples()) {
      for (var other : ServiceLoader.load(io.retainer.spi.Connector.class)) {
        if (!other.describe().id().equals(connector().describe().id())) {
          assertThat(other.recognise(sample))
              .as(sample.name() + " by " + other.describe().id())
              .isInstanceOf(Recognition.Refused.class);
        }
      }
    }
  }

  /** Reads a file whose account the user does not name. */
  protected final RecordingSink readWithoutAccount(TestFile file) throws IOException {
    var sink = new RecordingSink();
    connector()
        .read(
            file,
            new ReadSettings(
                settings().zone(),
                settings().currency(),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            sink);
    return sink;
  }

  /** What the source states is what its rows add up to. */
  static void assertAddsUp(ReadTable table) {
    assertThat(table.totals()).isNotEmpty();
    for (SourceTotal total : table.totals()) {
      assertThat(sum(table, total.column())).as(total.column()).isEqualByComparingTo(total.value());
    }
  }

  static BigDecimal sum(ReadTable table, String column) {
    return table.column(column).stream()
        .filter(Objects::nonNull)
        .map(value -> new BigDecimal(value.toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

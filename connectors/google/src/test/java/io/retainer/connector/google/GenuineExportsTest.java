package io.retainer.connector.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Genuine exports, where there are any: what they hold was counted by other means. */
class GenuineExportsTest {

  private static final ReadSettings SETTINGS =
      new ReadSettings(
          ZoneId.of("UTC"),
          Currency.getInstance("USD"),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  @ParameterizedTest
  @CsvSource({
    "ga4_ui/events_2023.csv,1,39",
    "ga4_ui/reports_snapshot_small.csv,6,66",
    "ga4_ui/city_users_2021.csv,3,313",
    "ga4_ui/reports_snapshot_2023.csv,7,98",
    "ga4_ui/reports_snapshot_545days.csv,3,1095",
    "ga4_ui/pages_screens_2025.csv,1,684",
    "ga4_ui/pages_screens_small.csv,1,1",
    "ga4_ui/daily_events_unsorted.xlsx,1,241",
    "ga4_explore/freeform_multi_metrics.csv,1,1874",
    "ga4_explore/free_form_channel_by_hour.csv,1,3182"
  })
  void areReadWithoutIssues(String path, int tables, int rows) throws IOException {
    var found = Samples.find(path);
    assumeTrue(found.isPresent(), "genuine export " + path);
    var file = TestFile.of(found.get());
    var connector = new GoogleAnalytics4();

    assertThat(connector.recognise(file)).isInstanceOf(Recognition.Recognised.class);
    var sink = new RecordingSink();
    connector.read(file, SETTINGS, sink);
    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).allSatisfy(table -> assertThat(table.rejected()).isEmpty());
    int read = sink.tables().stream().mapToInt(table -> table.rows().size()).sum();
    assertThat(sink.tables()).hasSize(tables);
    assertThat(read).isEqualTo(rows);
  }
}

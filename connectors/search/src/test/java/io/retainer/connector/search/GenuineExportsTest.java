package io.retainer.connector.search;

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

/** Genuine exports, where there are any: the sums of their days were counted by other means. */
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
    "gsc_export_zip/dentplant_2026-06-03.zip,5,27,832",
    "gsc_export_zip/buyshedsdirect_performance_2026-03-03.zip,6,100599,9541487",
    "gsc_export_zip/awningdepot_performance.xlsx,5,327,249190",
    "gsc_export_zip/workargyll_performance.xlsx,6,5274,3269162",
    "gsc_export_uagc/Dates.csv,1,56239,28250088",
    "gsc_export_bsd/Chart.csv,1,100599,9541487"
  })
  void areReadWithoutIssues(String path, int tables, long clicks, long impressions)
      throws IOException {
    var found = Samples.find(path);
    assumeTrue(found.isPresent(), "genuine export " + path);
    var file = TestFile.of(found.get());
    var connector = new SearchConsole();

    assertThat(connector.recognise(file)).isInstanceOf(Recognition.Recognised.class);
    var sink = new RecordingSink();
    connector.read(file, SETTINGS, sink);
    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).allSatisfy(table -> assertThat(table.rejected()).isEmpty());
    assertThat(sink.tables()).hasSize(tables);
    var days = sink.tables().get(0);
    assertThat(sum(days, "clicks") + "/" + sum(days, "impressions"))
        .isEqualTo(clicks + "/" + impressions);
  }

  private static long sum(RecordingSink.ReadTable table, String column) {
    return table.column(column).stream().mapToLong(value -> (Long) value).sum();
  }
}

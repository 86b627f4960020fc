package io.retainer.connector.google;

import static io.retainer.connector.google.AnalyticsFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Grain;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the server asks the Data API for by itself is read whole. */
class PulledReportTest {

  private static final List<String> METRICS =
      List.of(
          "sessions",
          "engagedSessions",
          "totalUsers",
          "newUsers",
          "screenPageViews",
          "keyEvents",
          "totalRevenue");

  @Test
  void readsEachTableOfAPullByDayWithAllMeasures() throws IOException {
    String answer =
        Stream.of(
                table("", ""),
                table("sessionDefaultChannelGroup", "Direct"),
                table("deviceCategory", "mobile"),
                table("country", "Finland"))
            .collect(
                Collectors.joining(
                    ",", "{\"reports\":[", "],\"kind\":\"analyticsData#batchRunReports\"}"));

    var sink = read(TestFile.of("pull.json", answer));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).hasSize(4);
    for (var table : sink.tables()) {
      assertThat(table.header().grain()).isEqualTo(Grain.DAY);
      assertThat(table.header().currency()).contains("EUR");
      assertThat(table.column("sessions")).containsExactly(1L);
      assertThat(table.column("engaged_sessions")).containsExactly(2L);
      assertThat(table.column("users")).containsExactly(3L);
      assertThat(table.column("new_users")).containsExactly(4L);
      assertThat(table.column("pageviews")).containsExactly(5L);
    }
    assertThat(sink.tables().get(0).header().cut()).isEmpty();
    assertThat(sink.tables().get(1).header().cut()).containsExactly("channel");
    assertThat(sink.tables().get(2).header().cut()).containsExactly("device");
    assertThat(sink.tables().get(3).header().cut()).containsExactly("country");
  }

  private static String table(String cut, String value) {
    String metrics =
        METRICS.stream()
            .map("{\"name\":\"%s\",\"type\":\"TYPE_INTEGER\"}"::formatted)
            .collect(Collectors.joining(","));
    String values =
        Stream.of(1, 2, 3, 4, 5, 6, 7)
            .map("{\"value\":\"%d\"}"::formatted)
            .collect(Collectors.joining(","));
    return """
    {"dimensionHeaders":[{"name":"date"}%s],"metricHeaders":[%s],
     "rows":[{"dimensionValues":[{"value":"20261125"}%s],"metricValues":[%s]}],"rowCount":1,
     "metadata":{"currencyCode":"EUR","timeZone":"Europe/Helsinki"},
     "propertyQuota":{"tokensPerDay":{"consumed":3,"remaining":199997}},
     "kind":"analyticsData#runReport"}"""
        .formatted(
            cut.isEmpty() ? "" : ",{\"name\":\"" + cut + "\"}",
            metrics,
            cut.isEmpty() ? "" : ",{\"value\":\"" + value + "\"}",
            values);
  }
}

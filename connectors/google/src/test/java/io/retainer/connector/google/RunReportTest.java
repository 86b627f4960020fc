package io.retainer.connector.google;

import static io.retainer.connector.google.AnalyticsFiles.edited;
import static io.retainer.connector.google.AnalyticsFiles.fixture;
import static io.retainer.connector.google.AnalyticsFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Grain;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the Data API answers. */
class RunReportTest {

  @Test
  void readsAnAnswerOfTheDataApiInItsCurrency() throws IOException {
    var table = read(fixture("run-report.json")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).containsExactly("channel");
    assertThat(table.header().currency()).contains("USD");
    assertThat(table.column("sessions")).containsExactly(40L, 10L);
    assertThat(table.column("engaged_sessions")).containsExactly(30L, 5L);
    assertThat(table.totals())
        .anySatisfy(
            total -> {
              assertThat(total.column()).isEqualTo("sessions");
              assertThat(total.value()).isEqualByComparingTo("50");
            })
        .noneMatch(total -> total.column().equals("users"));
  }

  @Test
  void readsSeveralAnswersInOneFile() throws IOException {
    String one = fixture("run-report.json").text();
    String other =
        one.replace("sessionDefaultChannelGroup", "deviceCategory")
            .replace("Organic Search", "mobile")
            .replace("Direct", "desktop");
    String batch = "{\"reports\":[" + one + "," + other + "]}";
    String lines = one.replace("\n", " ") + "\n" + other.replace("\n", " ") + "\n";
    for (String several : List.of(batch, lines)) {
      var sink = read(TestFile.of("several.json", several));
      assertThat(sink.tables()).hasSize(2);
      assertThat(sink.tables().get(1).column("device")).containsExactly("mobile", "desktop");
    }
  }

  @Test
  void saysThatRowsAreWithheldAndThatOneUndatedAnswerNeedsItsDays() throws IOException {
    var part =
        read(
            edited(
                "run-report.json",
                text ->
                    text.replace("\"timeZone\"", "\"subjectToThresholding\": true, \"timeZone\"")));
    assertThat(part.table().header().complete()).isFalse();
    assertThat(part.passedOver().values()).anyMatch(note -> note.contains("keeps small rows back"));

    var other =
        read(
            edited(
                "run-report.json",
                text ->
                    text.replace("\"timeZone\"", "\"dataLossFromOtherRow\": true, \"timeZone\"")));
    assertThat(other.passedOver().values()).anyMatch(note -> note.contains("(other)"));

    var undated =
        read(
            TestFile.of(
                "undated.json",
                "{\"dimensionHeaders\":[{\"name\":\"deviceCategory\"}],"
                    + "\"metricHeaders\":[{\"name\":\"sessions\"}],\"rows\":[{\"dimensionValues\":"
                    + "[{\"value\":\"mobile\"}],\"metricValues\":[{\"value\":\"4\"}]}]}"));
    assertThat(undated.issues().get(0).advice()).contains("--period");
  }
}

package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compounded again and again is bounded, and so is every number of a message. */
class LargeNumbersTest {

  @TempDir Path folder;

  private List<String> faults(String value, String expect) throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("a.groovy"),
            """
            kpi('a.compounded') {
              title en: 'A'
              unit ratio
              better higher
              from ad_performance
              value { %s }
              example 'e', rows: [[impressions: 20, clicks: 1]], expect: %s
            }
            """
                .formatted(value, expect));
    return KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
        .scripts()
        .get(0)
        .faults()
        .stream()
        .map(KpiProblem::message)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compounded(1 + sum(impressions) / sum(clicks), 366)",
        "compounded(compounded(1 + sum(impressions) / sum(clicks), 366), 366)",
        "compounded(compounded(compounded(1 + sum(impressions) / sum(clicks), 366), 366), 366)",
        "compounded(compounded(compounded(compounded(1 + sum(impressions) / sum(clicks), 366),"
            + " 366), 366), 366)"
      })
  void whatOutgrowsEverythingIsNotComputable(String value) throws IOException {
    assertThat(faults(value, "notComputable")).isEmpty();
    assertThat(faults(value, "1"))
        .containsExactly(
            "example 'e' gave notComputable (The number becomes too large; what is compounded must"
                + " be a rate, like 1 - a / b.), expected 1");
  }

  @Test
  void whatIsCompoundedToNothingIsZeroInTheEnd() throws IOException {
    String rate = "1 - sum(clicks) / sum(impressions)";

    assertThat(faults("compounded(" + rate + ", 2)", "0.9025")).isEmpty();
    assertThat(
            faults(
                "compounded(compounded(compounded(compounded(" + rate + ", 366), 366), 366), 366)",
                "0"))
        .isEmpty();
  }

  @Test
  void aMessageHasRoomForEveryNumber() throws IOException {
    assertThat(faults("compounded(1 + sum(impressions) / sum(clicks), 40)", "1"))
        .singleElement()
        .asString()
        .startsWith("example 'e' gave 7.7")
        .hasSizeLessThan(80);
    assertThat(faults("compounded(1 - sum(clicks) / sum(impressions), 300)", "1"))
        .singleElement()
        .asString()
        .hasSizeLessThan(100);
  }
}

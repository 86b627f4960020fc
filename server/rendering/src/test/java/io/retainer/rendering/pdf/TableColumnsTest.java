package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long amounts beside each other are two numbers and not one. */
class TableColumnsTest {

  @ParameterizedTest
  @CsvSource({"cell, 10", "total, 10", "head, 6"})
  void columnsOfATableAreApart(String kind, int apart) throws IOException {
    String layout = Files.readString(Samples.folder().resolve("style").resolve("report.jrxml"));
    Map<Integer, MatchResult> columns = new TreeMap<>();
    Pattern.compile("x=\"(\\d+)\" y=\"\\d+\" width=\"(\\d+)\"[^\\n]*\\$F\\{" + kind + "(\\d)}")
        .matcher(layout)
        .results()
        .forEach(found -> columns.put(Integer.parseInt(found.group(3)), found));

    assertThat(columns).hasSize(TableRows.SLOTS);
    for (int i = 1; i < TableRows.SLOTS; i++) {
      MatchResult left = columns.get(i + 1);
      int end = Integer.parseInt(left.group(1)) + Integer.parseInt(left.group(2));
      assertThat(Integer.parseInt(columns.get(i).group(1)) - end).isGreaterThanOrEqualTo(apart);
    }
  }
}

package io.retainer.rendering.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GroupTableTest {

  private static final Pattern BOLD =
      Pattern.compile("<text[^>]* font-weight=\"600\">([^<]*)</text>");

  private static GroupTable.Row row(String name, String number) {
    return new GroupTable.Row(name, 1, List.of(number), false);
  }

  /** As in the tables below and above it. */
  @Test
  void headAndTotalAreBoldAndNothingElseIs() {
    GroupTable table =
        new GroupTable(
            "Query",
            List.of("Clicks"),
            List.of(new GroupTable.Group("Up", false, List.of(row("boots", "12")))),
            Optional.of(row("Total", "34")));

    String svg = ChartSvg.render(table, "Movers", 515, table.height(515));

    assertThat(BOLD.matcher(svg).results().map(found -> found.group(1)))
        .containsExactly("Query", "Clicks", "Total", "34");
  }
}

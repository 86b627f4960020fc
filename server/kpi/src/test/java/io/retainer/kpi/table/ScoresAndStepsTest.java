package io.retainer.kpi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresAndStepsTest {

  private static List<BigDecimal> row(String... numbers) {
    return Arrays.stream(numbers).map(BigDecimal::new).toList();
  }

  private static List<String> lines(TableResult result) {
    return result.table().rows().stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.stream()
                        .map(
                            cell ->
                                cell instanceof BigDecimal n
                                    ? n.stripTrailingZeros().toPlainString()
                                    : String.valueOf(cell))
                        .toList()))
        .toList();
  }

  @Test
  void aMonthThatIsNotOverHasNoShare() {
    // Months are counted from the year 0: 24320 is August 2026.
    TableResult triangle =
        CohortTriangle.of(
            List.of(
                row("24320", "0", "4"),
                row("24320", "1", "2"),
                row("24320", "2", "1"),
                row("24321", "0", "10")),
            LocalDate.of(2026, 10, 20));

    assertThat(triangle.table().columns()).containsExactly("cohort", "customers", "0", "1");
    assertThat(lines(triangle)).containsExactly("2026-08 4 1 0.5", "2026-09 10 1 null");
    assertThat(triangle.value()).hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("0.5"));
  }

  @Test
  void whatIsNotAmongTheLargestIsOther() {
    TableResult ranking =
        RankingTable.of(
            "product",
            Map.of(
                "cup",
                new BigDecimal(2),
                "pot",
                new BigDecimal(5),
                "",
                new BigDecimal(1),
                "jug",
                new BigDecimal(2)),
            2);

    assertThat(lines(ranking)).containsExactly("1 pot 5 0.5", "2 cup 2 0.2", "null other 3 0.3");
  }

  @Test
  void noStepIsReachedByMoreThanTheOneBefore() {
    TableResult funnel = FunnelTable.of(List.of("look", "cart", "buy"), row("8", "4", "1"));

    assertThat(lines(funnel))
        .containsExactly("look 8 1 null null", "cart 4 0.5 0.5 0.5", "buy 1 0.125 0.25 0.75");
    assertThat(funnel.value()).hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("0.125"));
  }

  @Test
  void codesStandBestFirst() {
    TableResult rfm =
        RfmTable.of(List.of(row("1", "1", "1", "3", "30"), row("5", "4", "5", "1", "99.5")));

    assertThat(lines(rfm)).containsExactly("545 5 4 5 1 99.5", "111 1 1 1 3 30");
    assertThat(rfm.value()).hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("4"));
  }
}

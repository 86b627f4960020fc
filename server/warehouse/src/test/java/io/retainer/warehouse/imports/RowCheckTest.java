package io.retainer.warehouse.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.TableHeader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever connector read it, a row that cannot be a fact becomes none. */
class RowCheckTest {

  private static final DateSpan DAY = DateSpan.ofDay(LocalDate.of(2026, 10, 1));

  private final RowCheck check =
      new RowCheck(
          new TableHeader(
              "Campaigns",
              Datasets.AD_PERFORMANCE,
              List.of("campaign", "clicks"),
              Set.of("campaign"),
              Grain.DAY,
              true,
              Optional.empty(),
              "",
              Optional.of("EUR")));

  @ParameterizedTest
  @ValueSource(strings = {"1,2E+17", "1.23457E+17", "1E+17", " 6.49E+11 "})
  void anIdThatASpreadsheetRoundedIsRefused(String id) {
    assertThat(problem(id))
        .get()
        .extracting(ReadIssue::column, ReadIssue::expected)
        .containsExactly("campaign", "the whole number, digit by digit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "120210000000000001",
        "Brand E+1",
        "1.2E+17 autumn",
        "BMW 1E+17",
        "12E+17",
        "1,2e+17",
        "1e17"
      })
  void aNameThatOnlyLooksSimilarIsKept(String name) {
    assertThat(problem(name)).isEmpty();
  }

  @Test
  void aLongTextIsNotSearched() {
    assertThat(problem("1." + "2".repeat(30_000) + "E+17")).isEmpty();
  }

  /** A KPI of placed orders would leave it out, and nobody would know. */
  @ParameterizedTest
  @ValueSource(strings = {"paid", "completed", ""})
  void anOrderThatIsOfNoKindIsRefusedWithThoseThatThereAre(String status) {
    assertThat(orders().problem(7, DAY, new Object[] {"1", status}))
        .get()
        .extracting(ReadIssue::line, ReadIssue::column, ReadIssue::expected)
        .containsExactly(7L, "status", "placed, cancelled or refund");
  }

  @Test
  void anOrderOfAKindOrOfNobodyKnowsWhichIsKept() {
    for (String status : Arrays.asList("placed", "Refund", null)) {
      assertThat(orders().problem(7, DAY, new Object[] {"1", status})).as(status).isEmpty();
    }
  }

  private static RowCheck orders() {
    return new RowCheck(
        new TableHeader(
            "Orders",
            Datasets.ORDERS,
            List.of("order_id", "status"),
            Set.of(),
            Grain.EVENT,
            true,
            Optional.empty(),
            "",
            Optional.empty()));
  }

  private Optional<ReadIssue> problem(String campaign) {
    return check.problem(7, DAY, new Object[] {campaign, 5L});
  }
}

package io.retainer.warehouse.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.PassedOver;
import org.junit.jupiter.api.Test;

class PassedOverLinesTest {

  private final PassedOverLines lines = new PassedOverLines();

  @Test
  void aReasonStandsOnceWithItsLinesAndTheFirst() {
    lines.add(5, "a video published before 2026-10-01");
    lines.add(6, "the total");
    lines.add(9, "a video published before 2026-10-01");

    assertThat(lines.byReason())
        .containsExactly(
            new PassedOver("a video published before 2026-10-01", 2, 5),
            new PassedOver("the total", 1, 6));
  }

  @Test
  void whatDiffersFromLineToLineIsLeftOutOfTheReason() {
    lines.add(2, "a further line of order #1001");
    lines.add(3, "a further line of order #1002");
    lines.add(4, "sheet \"Notes\" is no table");
    lines.add(5, "sheet \"Help\" is no table");

    assertThat(lines.byReason())
        .extracting(PassedOver::reason)
        .containsExactly("a further line of order …", "sheet … is no table");
  }

  @Test
  void thousandsOfReasonsStayReadableAndEveryLineIsCounted() {
    for (int i = 0; i < 5_000; i++) {
      lines.add(i, "reason " + "x".repeat(1 + i % 700) + " of " + Character.toString('a' + i % 26));
    }

    assertThat(lines.byReason()).hasSizeLessThanOrEqualTo(101);
    assertThat(lines.byReason().stream().mapToLong(PassedOver::lines).sum()).isEqualTo(5_000);
  }

  @Test
  void addressesOfPeopleAreStruckOut() {
    lines.add(2, "no order of ann@example.org");

    assertThat(lines.byReason().get(0).reason()).doesNotContain("ann@");
  }
}

package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesInNameTest {

  @Test
  void findsDatesInTheirOrder() {
    assertThat(DatesInName.of("Content 2026-10-01_2026-11-01 Kiosk.zip"))
        .containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));
    assertThat(DatesInName.of("shop.example-organic.Positions-uk-20260122.csv"))
        .containsExactly(LocalDate.of(2026, 1, 22));
  }

  @Test
  void takesNoOtherDigitsForADate() {
    assertThat(DatesInName.of("20269999_1234567890_2026-13-01_v2026.csv")).isEmpty();
  }

  @Test
  void matchesHeadingsOverSoftHyphens() {
    assertThat(Words.normal("Ver\u00ADöffentlichung")).isEqualTo("veröffentlichung");
  }
}

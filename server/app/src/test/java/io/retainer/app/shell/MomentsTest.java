package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static final Instant NOVEMBER = Instant.parse("2026-11-27T06:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-27T06:00:00Z");

  @Test
  void haveTheShortNameOfTheirZoneInSummerAndWinter() {
    ZoneId helsinki = ZoneId.of("Europe/Helsinki");

    assertThat(Moments.of(Locale.forLanguageTag("fi"), NOVEMBER, helsinki))
        .isEqualTo("27.11.2026 8.00 EET");
    assertThat(Moments.of(Locale.ENGLISH, JULY, helsinki)).isEqualTo("Jul 27, 2026, 9:00 AM EEST");
    assertThat(Moments.of(Locale.ENGLISH, NOVEMBER, ZoneId.of("America/New_York")))
        .isEqualTo("Nov 27, 2026, 1:00 AM EST");
  }

  @Test
  void ofTheAgencyAreInUniversalTime() {
    assertThat(Moments.of(Locale.ENGLISH, NOVEMBER, ZoneOffset.UTC))
        .isEqualTo("Nov 27, 2026, 6:00 AM UTC");
    assertThat(Moments.of(Locale.ENGLISH, NOVEMBER, ZoneId.of("UTC"))).endsWith(" UTC");
  }
}

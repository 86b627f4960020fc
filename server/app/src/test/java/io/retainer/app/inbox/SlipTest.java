package io.retainer.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.PassedOver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlipTest {

  private static final Instant MORNING = Instant.parse("2026-11-03T08:00:00Z");

  @Test
  void saysThatEveryRowWasReadOnlyWhenNoneWasPassedOver() {
    assertThat(text(List.of())).contains("Every row was read.");
    assertThat(text(List.of(new PassedOver("a video without a day", 64, 12))))
        .doesNotContain("Every row")
        .contains("Passed over: 64, a video without a day (from line 12)");
  }

  @Test
  void saysWhatWasAssumed() {
    assertThat(text(List.of())).contains("Assumed: The file names no currency.");
  }

  private static String text(List<PassedOver> passedOver) {
    ImportResult result =
        new ImportResult(
            "videos.csv",
            "ab",
            ImportResult.Status.ACCEPTED,
            Optional.of("7"),
            Optional.of("youtube"),
            Optional.empty(),
            List.of(),
            List.of(),
            0,
            List.of(),
            List.of(),
            List.of(),
            passedOver,
            List.of("The file names no currency."));
    return new Slip(TestHome.SHOP, result, MORNING).text();
  }
}

package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptFilesTest {

  private static Optional<Duration> set(String text) {
    return KeptFiles.RECEIVED.of(
        key -> Optional.ofNullable(Map.of("retainer.imports.keep-files", text).get(key)));
  }

  @Test
  void areKeptForEverUnlessASettingSaysHowManyDays() {
    assertThat(KeptFiles.RECEIVED.of(key -> Optional.empty())).isEmpty();
    assertThat(set("always")).isEmpty();
    assertThat(set("400")).contains(Duration.ofDays(400));
  }

  @Test
  void thoseOfReportsHaveASettingOfTheirOwn() {
    var settings =
        Map.of("retainer.imports.keep-files", "30", "retainer.reports.keep-files", "730");
    assertThat(KeptFiles.REPORTS.of(key -> Optional.ofNullable(settings.get(key))))
        .contains(Duration.ofDays(730));
  }

  @Test
  void aSettingThatIsNoNumberOfDaysIsToldSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set("a year"))
        .withMessageContaining("\"a year\", and it is the number of days");
  }
}

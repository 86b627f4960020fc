package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptFilesTest {

  @Test
  void areKeptForEverUnlessASettingSaysHowManyDays() {
    assertThat(KeptFiles.of(name -> null, name -> null)).isEmpty();
    assertThat(KeptFiles.of(name -> "always", name -> null)).isEmpty();
    assertThat(KeptFiles.of(Map.of("retainer.imports.keep-files", "400")::get, name -> null))
        .contains(Duration.ofDays(400));
    assertThat(KeptFiles.of(name -> null, Map.of("RETAINER_IMPORTS_KEEP_FILES", "30")::get))
        .contains(Duration.ofDays(30));
  }

  @Test
  void aSettingThatIsNoNumberOfDaysIsToldSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeptFiles.of(name -> "a year", name -> null))
        .withMessageContaining("\"a year\", and it is the number of days");
  }
}

package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessCommandTest {

  @TempDir Path home;

  @Test
  void eachLinkForAnOwnerIsAnotherOne() {
    Outcome first = retainer("access", "owner-link", "--home", home);
    Outcome second = retainer("access", "owner-link", "--home", home);

    assertThat(first.status()).isZero();
    assertThat(first.out())
        .containsPattern("welcome[?]key=[A-Za-z0-9_-]{43}\\s")
        .contains("24 hours");
    assertThat(second.out()).isNotEqualTo(first.out());
  }

  @Test
  void aSecondStepThatNobodyHasIsToldAndChangesNothing() {
    Outcome reset = retainer("access", "reset-second-step", "anna", "--home", home);

    assertThat(reset.status()).isEqualTo(1);
    assertThat(reset.err()).contains("\"anna\"", "nothing was changed");
  }

  @Test
  void aHomeThatIsNotThereIsWrongUsage() {
    assertThat(retainer("access", "owner-link", "--home", home.resolve("none")).status())
        .isEqualTo(2);
  }
}

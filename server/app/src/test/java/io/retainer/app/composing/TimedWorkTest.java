package io.retainer.app.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.shell.Problem;
import io.retainer.workspace.ClientScope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedWorkTest {

  private static final ClientScope KAI = new ClientScope(Optional.of("kai"), false);

  @AfterEach
  void leave() {
    ClientScope.leave();
  }

  @Test
  void isDoneForWhomTheThreadWorksFor() {
    KAI.enter();
    assertThat(new TimedWork(1, Duration.ofMinutes(5)).of(ClientScope::current)).isEqualTo(KAI);
  }

  @Test
  void isNotWaitedForTooLongAndCountsUntilItEnds() throws InterruptedException {
    var work = new TimedWork(1, Duration.ZERO);
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    assertThatThrownBy(() -> work.of(() -> awaited(begun, mayEnd)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("takes longer than 0 seconds");
    begun.await();

    assertThatThrownBy(() -> work.of(() -> ""))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("As many previews");
    mayEnd.countDown();
  }

  private static String awaited(CountDownLatch begun, CountDownLatch mayEnd) {
    begun.countDown();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "";
  }

  @Test
  void whatItIsRefusedForIsSaidAndFreesItsPlace() {
    var work = new TimedWork(1, Duration.ofMinutes(5));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  work.of(
                      () -> {
                        throw Problem.conflict("There is nothing yet.");
                      }))
          .isInstanceOf(Problem.class)
          .hasMessage("There is nothing yet.");
    }
  }
}

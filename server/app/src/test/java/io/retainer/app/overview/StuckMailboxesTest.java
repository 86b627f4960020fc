package io.retainer.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.imap.ImapLook;
import io.retainer.app.overview.OverviewPages.Looks;
import io.retainer.app.overview.OverviewPages.Task;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes by mail is unknown while its mailbox cannot be looked into: the home page says so. */
class StuckMailboxesTest {

  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final Optional<ImapLook> WELL = Optional.of(ImapLook.well(NOW));
  private static final Optional<ImapLook> STUCK =
      Optional.of(
          ImapLook.failed(
              NOW, ImapLook.Problem.EXPIRED_CERTIFICATE, "NotAfter", NOW.plusSeconds(60)));

  @Test
  void eachLeadsToThePageThatSaysWhatToDo() {
    assertThat(new Looks(() -> STUCK, () -> STUCK).tasks())
        .extracting(Task::path)
        .containsExactly("/deliveries", "/inbox");
    assertThat(new Looks(() -> WELL, () -> STUCK).tasks())
        .extracting(Task::textKey)
        .containsExactly("home.stuck-inbox");
  }

  @Test
  void nobodyIsToldOfOneThatIsReadOrThatThereIsNot() {
    assertThat(new Looks(() -> WELL, Optional::empty).tasks()).isEmpty();
    assertThat(new Looks(() -> Optional.of(ImapLook.none()), () -> WELL).tasks()).isEmpty();
  }
}

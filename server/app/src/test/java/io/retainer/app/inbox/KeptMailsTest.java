package io.retainer.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptMailsTest {

  private static final Instant NOW = Instant.parse("2026-11-03T08:00:00Z");
  private static final String MAIL = Letters.headers("a@b.example", "1") + "\nHello";

  @TempDir private Path folder;

  private KeptMails keptFor(Optional<Duration> keeping) {
    return new KeptMails(() -> folder, keeping);
  }

  @Test
  void aMailThatIsTooLargeLeavesNothing() {
    assertThatThrownBy(() -> keptFor(Optional.empty()).keep(Letters.of(MAIL), 50))
        .isInstanceOf(KeptMails.TooLargeException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void mailsAreKeptAsLongAsReceivedFilesAre() throws Exception {
    KeptMails mails = keptFor(Optional.of(Duration.ofDays(30)));
    Path kept = mails.keep(Letters.of(MAIL), 10_000).file();
    Files.setLastModifiedTime(kept, FileTime.from(NOW.minus(Duration.ofDays(29))));

    mails.forgetOld(NOW);
    assertThat(kept).exists();
    mails.forgetOld(NOW.plus(Duration.ofDays(2)));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAKillLeftHalfKeptGoes() throws Exception {
    Files.writeString(folder.resolve(".mail123.tmp"), "From: a");
    Path kept = keptFor(Optional.empty()).keep(Letters.of(MAIL), 10_000).file();

    keptFor(Optional.empty()).forgetOld(NOW);

    assertThat(folder).isDirectoryNotContaining("glob:**.tmp").isNotEmptyDirectory();
    assertThat(kept).exists();
  }
}

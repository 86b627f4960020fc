package io.retainer.workspace.pull;

import io.retainer.model.client.Client;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.imports.PrivateFolder;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One pull of one source, window by window: each is imported whole and then recorded, so that the
 * next pull goes on where this one ended.
 */
final class Pull {

  private static final Duration QUIET = Duration.ofHours(1);

  private final PullSources sources;
  private final Intake intake;
  private final Path home;

  /** Imports a file, of an account unless it names its accounts itself. */
  interface Intake {
    ImportResult take(Client client, Optional<String> account, ReceivedFile file);
  }

  Pull(PullSources sources, Intake intake, Path home) {
    this.sources = sources;
    this.intake = intake;
    this.home = home;
  }

  /**
   * @param last the last day that is asked for
   * @param begun hears of the first day of each window
   * @return how many files were imported
   * @throws PullException when it ends early; what was imported until then stays
   */
  int run(
      PullSource source,
      Client client,
      Platform platform,
      Platform.Account account,
      LocalDate last,
      Consumer<LocalDate> begun) {
    LocalDate day = source.next();
    int width = platform.window();
    int files = 0;
    List<LocalDate> tooLarge = new ArrayList<>();
    while (!day.isAfter(last)) {
      begun.accept(day);
      LocalDate whole = day.plusDays(width - 1L);
      LocalDate end = whole.isAfter(last) ? last : whole;
      Answer answer = asked(source, client, platform, account, day, end);
      if (answer.isCut() && day.isBefore(end)) {
        // A later file takes the place of an earlier one about the same day, so pages of one day
        // would push each other out: fewer days are asked for instead.
        width = (int) day.datesUntil(end.plusDays(1)).count() / 2;
        continue;
      }
      if (answer.isCut()) {
        tooLarge.add(day);
      } else if (!answer.isEmpty()) {
        files++;
      }
      LocalDate first = day;
      answer
          .until()
          .filter(until -> !until.isBefore(first))
          .ifPresent(until -> sources.pulled(source.id(), until));
      day = end.plusDays(1);
      if (answer.isQuotaLow() && !day.isAfter(last)) {
        throw PullException.passing(
            "Less than a tenth of the property's quota is left; the days from %s on come later."
                .formatted(day),
            QUIET);
      }
    }
    if (!tooLarge.isEmpty()) {
      throw PullException.lasting(
          "%s has more rows of %s on %s than it gives in one answer; left out. Import an export of it."
              .formatted(
                  platform.title(),
                  source.account(),
                  tooLarge.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
    }
    return files;
  }

  private Answer asked(
      PullSource source,
      Client client,
      Platform platform,
      Platform.Account account,
      LocalDate first,
      LocalDate last) {
    return withFile(
        home,
        file -> {
          Answer answer = account.ask(first, last, file);
          if (!answer.isCut() && !answer.isEmpty()) {
            String name =
                "%s-%s-%s.%s"
                    .formatted(platform.fileName(source.account()), first, last, answer.ending());
            take(client, platform.importedAs(source.account()), new ReceivedFile(name, file));
          }
          return answer;
        });
  }

  private void take(Client client, Optional<String> account, ReceivedFile file) {
    ImportResult result = intake.take(client, account, file);
    if (result.status() == ImportResult.Status.REJECTED
        || result.status() == ImportResult.Status.UNRECOGNISED) {
      throw PullException.lasting(
          "%s came and is %s; see the client's imports."
              .formatted(file.name(), result.status().word()));
    }
  }

  /** What is done with a file that nobody else reads. */
  interface Step<T> {
    T with(Path file) throws IOException;
  }

  static <T> T withFile(Path home, Step<T> step) {
    try {
      Path folder = PrivateFolder.of(Files.createDirectories(home.resolve("run")).resolve("pull"));
      Path file = Files.createTempFile(folder, "answer", "");
      try {
        return step.with(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An answer cannot be kept until it is imported", e);
    }
  }
}

package io.retainer.workspace;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How long files are kept, in days. The server and the command line read the same. */
enum KeptFiles {
  RECEIVED("retainer.imports.keep-files", "received files"),
  REPORTS("retainer.reports.keep-files", "the files of reports");

  private final String setting;
  private final String what;

  KeptFiles(String setting, String what) {
    this.setting = setting;
    this.what = what;
  }

  /**
   * Empty: for ever.
   *
   * @throws IllegalArgumentException when the setting is no number of days
   */
  Optional<Duration> of(Function<String, Optional<String>> settings) {
    Optional<String> set = settings.apply(setting).filter(text -> !text.equals("always"));
    if (set.isEmpty()) {
      return Optional.empty();
    }
    if (!set.get().matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "%s is \"%s\", and it is the number of days that %s are kept, as in 400, or always"
              .formatted(setting, set.get(), what));
    }
    return Optional.of(Duration.ofDays(Long.parseLong(set.get())));
  }
}

package io.retainer.workspace;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long received files are kept: {@code retainer.imports.keep-files}, in days. The server and
 * the command line read the same.
 */
final class KeptFiles {

  private static final String SETTING = "retainer.imports.keep-files";

  private KeptFiles() {}

  /**
   * Empty: for ever.
   *
   * @throws IllegalArgumentException when the setting is no number of days
   */
  static Optional<Duration> of(Function<String, Optional<String>> setting) {
    Optional<String> set = setting.apply(SETTING).filter(text -> !text.equals("always"));
    if (set.isEmpty()) {
      return Optional.empty();
    }
    if (!set.get().matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          SETTING
              + " is \""
              + set.get()
              + "\", and it is the number of days that received files are kept, as in 400, or always");
    }
    return Optional.of(Duration.ofDays(Long.parseLong(set.get())));
  }
}

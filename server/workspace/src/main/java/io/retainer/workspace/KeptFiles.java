package io.retainer.workspace;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How long received files are kept: by a system property {@code retainer.imports.keep-files}, or
 * the environment's {@code RETAINER_IMPORTS_KEEP_FILES}, in days. The server and the command line
 * read the same.
 */
final class KeptFiles {

  private static final String SETTING = "retainer.imports.keep-files";

  private KeptFiles() {}

  /** Empty: for ever. */
  static Optional<Duration> ofThisProcess() {
    return of(System::getProperty, System::getenv);
  }

  /**
   * @throws IllegalArgumentException when the setting is no number of days
   */
  static Optional<Duration> of(
      UnaryOperator<String> properties, UnaryOperator<String> environment) {
    String variable = SETTING.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    Optional<String> set =
        Optional.ofNullable(properties.apply(SETTING))
            .or(() -> Optional.ofNullable(environment.apply(variable)))
            .map(String::strip)
            .filter(text -> !text.isEmpty() && !text.equals("always"));
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

package io.retainer.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operator of this process allows beyond the usual: by a system property {@code
 * retainer.kpi.computations=on}, or the environment's {@code RETAINER_KPI_COMPUTATIONS}. The server
 * and the command line read the same.
 *
 * @param mayCompute whether scripts of the home may have {@code compute { … }}
 */
public record Rights(boolean mayCompute) {

  private static final String COMPUTATIONS = "retainer.kpi.computations";

  public static Rights ofThisProcess() {
    return of(System::getProperty, System::getenv);
  }

  /**
   * @throws IllegalArgumentException when the setting is neither on nor off
   */
  static Rights of(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    String variable = COMPUTATIONS.replace('.', '_').toUpperCase(Locale.ROOT);
    String set =
        Optional.ofNullable(properties.apply(COMPUTATIONS))
            .or(() -> Optional.ofNullable(environment.apply(variable)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElse("off");
    return switch (set) {
      case "on", "true" -> new Rights(true);
      case "off", "false" -> new Rights(false);
      default ->
          throw new IllegalArgumentException(
              COMPUTATIONS + " is \"" + set + "\", and it is on or off");
    };
  }
}

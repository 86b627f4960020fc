package io.retainer.workspace;

import io.retainer.kpi.Authors;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the operator of this process allows beyond the usual: {@code
 * retainer.kpi.computations=anna,ben}. The server and the command line read the same.
 *
 * @param computing whose scripts in the home may have {@code compute { … }}
 */
public record Rights(Authors computing) {

  private static final String COMPUTATIONS = "retainer.kpi.computations";

  /**
   * @throws IllegalArgumentException when the setting is neither on nor off nor names
   */
  public static Rights of(Function<String, Optional<String>> setting) {
    String set = setting.apply(COMPUTATIONS).orElse("off");
    return switch (set.toLowerCase(Locale.ROOT)) {
      case "on", "true" -> new Rights(Authors.all());
      case "off", "false" -> new Rights(Authors.none());
      default -> new Rights(new Authors(false, names(set)));
    };
  }

  private static Set<String> names(String set) {
    Set<String> names =
        Arrays.stream(set.split(",")).map(String::strip).collect(Collectors.toSet());
    if (names.stream().anyMatch(name -> name.isEmpty() || name.contains(" "))) {
      throw new IllegalArgumentException(
          COMPUTATIONS
              + " is \""
              + set
              + "\", and it is on, off, or the users whose scripts may compute, as in anna,ben");
    }
    return names;
  }
}

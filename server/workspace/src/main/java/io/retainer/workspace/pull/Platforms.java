package io.retainer.workspace.pull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The platforms that can be asked. */
final class Platforms {

  private final Map<String, Platform> byKind = new LinkedHashMap<>();

  private Platforms(List<Platform> platforms) {
    platforms.forEach(platform -> byKind.put(platform.kind(), platform));
  }

  static Platforms of(Endpoints endpoints, Wire wire, Path home, Clock clock) {
    return new Platforms(
        List.of(
            new Analytics(endpoints, wire, clock),
            new SearchConsole(endpoints, wire, clock),
            new Mailchimp(endpoints, wire),
            new Command(home)));
  }

  List<String> offered() {
    return byKind.values().stream().filter(Platform::isOffered).map(Platform::kind).toList();
  }

  /**
   * @throws IllegalArgumentException naming those there are
   */
  Platform named(String kind) {
    Platform found = byKind.get(kind);
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no platform \"%s\" that can be asked; there are %s."
              .formatted(kind, String.join(", ", byKind.keySet())));
    }
    return found;
  }
}

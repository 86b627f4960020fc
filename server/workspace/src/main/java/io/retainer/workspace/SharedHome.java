package io.retainer.workspace;

import io.retainer.workspace.configuration.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a home has to be like for several servers to work in it. */
public final class SharedHome {

  /** Set for a server whose own home is not where it works. */
  public static final String KEY = "retainer.shared.home";

  private SharedHome() {}

  /**
   * Where a server works.
   *
   * @param own home that it is started with
   * @param set in that home
   */
  public static Path of(Path own, Configuration set) {
    return set.value(KEY).map(Path::of).orElse(own);
  }

  /** Why only one server can work in a home, and what to do; empty when several may. */
  public static Optional<String> problem(HomeFolder home, Configuration set) {
    return problem(home, StateDatabase.of(home, set), FactsOfHome.of(home, set));
  }

  static Optional<String> problem(HomeFolder home, StateDatabase state, FactsOfHome facts) {
    List<String> inFiles = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    if (!(state instanceof StateInPostgres)) {
      inFiles.add("the state is in a file");
      steps.add(step("move", "retainer.database.url", home));
    }
    if (facts.elsewhere().isEmpty()) {
      inFiles.add("the facts are in a file");
      steps.add(step("move-facts", "retainer.facts.url", home));
    }
    return inFiles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Several servers work in one home when its state is in a PostgreSQL and its facts are there or in a Trino, and in %s %s. Stop the server there; %s."
                .formatted(
                    home.root(), String.join(" and ", inFiles), String.join("; then ", steps)));
  }

  private static String step(String command, String key, HomeFolder home) {
    return "retainer home %s --to jdbc:postgresql://… --home %s, and set %s"
        .formatted(command, home.root(), key);
  }
}

package io.retainer.workspace.pull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A command that the operator allows, as {@code <home>/commands.yaml} names it.
 *
 * @param run the program and its arguments; {@code {first}} and {@code {last}} in an argument stand
 *     for the days that are asked for
 * @param environment what it gets besides PATH, HOME and LANG
 * @param timeOut after which it is ended
 * @param largest bytes of its standard output
 * @param file where it is named
 */
record ConfiguredCommand(
    String name,
    List<String> run,
    Map<String, String> environment,
    Duration timeOut,
    long largest,
    Path file) {

  ConfiguredCommand {
    run = List.copyOf(run);
    environment = Map.copyOf(environment);
  }

  /** What may be a secret is not shown. */
  @Override
  public String toString() {
    return name;
  }
}

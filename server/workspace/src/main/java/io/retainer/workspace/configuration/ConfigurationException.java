package io.retainer.workspace.configuration;

import java.util.List;

/** Settings that cannot be used, all of them. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final List<String> problems;

  public ConfigurationException(List<String> problems) {
    super("settings that cannot be used:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** A sentence each. */
  public List<String> problems() {
    return problems;
  }
}

package io.retainer.warehouse.connector;

import java.time.Duration;

/**
 * How long a connector may take. A connector is a stranger's code, and a file may be made to keep
 * it busy.
 *
 * @param starting until a JAR has said which connectors it has
 * @param recognising one file
 * @param silence while it reads: without a byte read or a row handed over
 * @param reading one file as a whole
 */
public record ConnectorLimits(
    Duration starting, Duration recognising, Duration silence, Duration reading) {

  public static final ConnectorLimits USUAL =
      new ConnectorLimits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(2),
          Duration.ofHours(2));

  private static final Duration STRANGERS_LOOK = Duration.ofSeconds(15);

  /**
   * Of JARs that somebody installed. One that hangs holds up each import until it is given up, and
   * those that the server ships with are known not to, on however slow a machine.
   */
  ConnectorLimits ofStrangers() {
    return recognising.compareTo(STRANGERS_LOOK) <= 0
        ? this
        : new ConnectorLimits(starting, STRANGERS_LOOK, silence, reading);
  }
}

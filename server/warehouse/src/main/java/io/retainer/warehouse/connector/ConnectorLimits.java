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
}

package io.retainer.app.audit;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** What an operation finds at its request when it is written down. */
public final class WrittenDown {

  private WrittenDown() {}

  public static AuditedParts parts(Supplier<Jdbi> state) {
    return new AuditedParts(
        new AuditLog(state, batch -> Optional.empty(), path -> Map.of(), Clock.systemUTC()),
        new AuditLog.Asked("maria", "manager", "maria", "192.0.2.1", "POST", "/", "/"));
  }
}

package io.retainer.app.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes down the parts of an operation that concerns many clients, each as if it had been asked
 * for by itself, so that the log of a client has it.
 */
public final class AuditedParts implements Parts {

  private static final String NAME = AuditedParts.class.getName();
  private static final int DONE = 200;
  private static final int REFUSED = 422;
  private static final int FAULT = 500;

  private final AuditLog log;
  private final AuditLog.Asked whole;

  AuditedParts(AuditLog log, AuditLog.Asked whole) {
    this.log = log;
    this.whole = whole;
  }

  static String name() {
    return NAME;
  }

  /** Those of the operation that a request asks for. */
  public static Parts of(HttpServletRequest request) {
    return Optional.ofNullable((AuditedParts) request.getAttribute(NAME))
        .orElseThrow(() -> new IllegalStateException("Only what is written down has parts"));
  }

  /** Does a part once it is written down, and then what became of it. */
  @Override
  public void does(String path, BooleanSupplier part) {
    AuditLog.Begun begun =
        log.begin(
            new AuditLog.Asked(
                whole.who(),
                whole.role(),
                whole.holder(),
                whole.address(),
                whole.method(),
                whole.route(),
                path));
    int status = FAULT;
    try {
      status = part.getAsBoolean() ? DONE : REFUSED;
    } finally {
      log.end(begun, status, Optional.empty(), null);
    }
  }
}

package io.retainer.warehouse.fake;

/** Is never done with its own initialisation. */
public final class NeverStartsConnector extends LinesConnector {

  static {
    while (!Thread.interrupted()) {
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }
}

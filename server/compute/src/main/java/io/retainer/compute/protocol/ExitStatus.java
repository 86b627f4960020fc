package io.retainer.compute.protocol;

/** With what a worker process ends by itself, so that the server can say why. */
public final class ExitStatus {

  /** As Java itself ends with {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  public static final int OTHERWISE = 1;

  private ExitStatus() {}
}

package io.retainer.systemtest;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes mails and never says so. */
final class DeafMailServer implements AutoCloseable {

  private final Semaphore mails = new Semaphore(0);
  private final OwnMailServer server = new OwnMailServer(this::hears);

  DeafMailServer() throws IOException {}

  private boolean hears(String recipient) {
    mails.release();
    return false;
  }

  int port() {
    return server.port();
  }

  /** Waits for a whole mail, and counts it no more. */
  boolean takesAMail(long limitSeconds) throws InterruptedException {
    return mails.tryAcquire(limitSeconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

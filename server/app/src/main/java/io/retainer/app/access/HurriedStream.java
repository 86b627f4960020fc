package io.retainer.app.access;

import io.retainer.app.shell.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body for which a thread waits no longer than this, however slowly it comes. */
final class HurriedStream extends FilterInputStream {

  private final long until;

  HurriedStream(InputStream in, Duration longest) {
    super(in);
    this.until = System.nanoTime() + longest.toNanos();
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    check();
    return super.read(into, offset, length);
  }

  private void check() {
    if (System.nanoTime() - until > 0) {
      throw Problem.tooSlow("The form took too long to arrive. Send it again.");
    }
  }
}

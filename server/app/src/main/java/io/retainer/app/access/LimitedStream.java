package io.retainer.app.access;

import io.retainer.app.shell.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read into memory, and so may not be large. Uploads are read another way. */
final class LimitedStream extends FilterInputStream {

  private long left;

  LimitedStream(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw Problem.tooLarge("The body of a request has at most 1 MB; files go to the imports.");
    }
  }
}

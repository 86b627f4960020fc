package io.retainer.app.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A body out of all that comes on a connection: so many bytes, or chunk by chunk to the last one
 * (RFC 9112, 7.1). One that breaks off is no shorter body.
 */
final class BodyInFull extends ServletInputStream {

  private static final int LONGEST_LINE = 1024;
  private static final int MOST_TRAILERS = 100;
  private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(;.*)?");

  private final InputStream in;
  private final boolean isChunked;
  private long left;
  private boolean isOver;

  private BodyInFull(InputStream in, boolean isChunked, long left) {
    this.in = in;
    this.isChunked = isChunked;
    this.left = left;
  }

  static BodyInFull of(InputStream in, long length) {
    return new BodyInFull(in, false, length);
  }

  static BodyInFull inChunks(InputStream in) {
    return new BodyInFull(in, true, 0);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !isOver) {
      isOver = !isChunked || !nextChunk();
    }
    if (isOver) {
      return -1;
    }
    int read = in.read(into, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("The body broke off");
    }
    left -= read;
    if (left == 0 && isChunked && !line().isEmpty()) {
      throw new IOException("A chunk is longer than it says");
    }
    return read;
  }

  private boolean nextChunk() throws IOException {
    var size = SIZE.matcher(line());
    if (!size.matches()) {
      throw new IOException("A chunk does not say how long it is");
    }
    left = Long.parseLong(size.group(1), 16);
    if (left > 0) {
      return true;
    }
    for (int i = 0; i < MOST_TRAILERS; i++) {
      if (line().isEmpty()) {
        return false;
      }
    }
    throw new IOException("There is no end of what stands behind the last chunk");
  }

  private String line() throws IOException {
    var line = new byte[LONGEST_LINE];
    for (int i = 0; i < LONGEST_LINE; i++) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("The body broke off");
      }
      if (next == '\n') {
        if (i == 0 || line[i - 1] != '\r') {
          break;
        }
        return new String(line, 0, i - 1, StandardCharsets.ISO_8859_1);
      }
      line[i] = (byte) next;
    }
    throw new IOException("A line between chunks does not end as it has to");
  }

  @Override
  public boolean isFinished() {
    return isOver;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new IllegalStateException("It is read by the thread of its request");
  }
}

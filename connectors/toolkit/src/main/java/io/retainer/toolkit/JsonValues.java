package io.retainer.toolkit;

import java.io.Closeable;
import java.io.IOException;

/** Values of a JSON text, one after the other; no more than one is held. */
public interface JsonValues extends Closeable {

  /**
   * @return the next value, or null at the end
   * @throws UnreadableContent when the text breaks off or is no JSON from here on. After that, JSON
   *     lines go on with the next line, and everything else is at its end
   */
  JsonValue next() throws IOException;

  /** Which document of the text the last value is in, from 0. */
  int document();

  @Override
  void close() throws IOException;
}

package io.retainer.toolkit;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a sheet, one after the other. Blank lines are rows too: they separate tables. */
public interface Rows extends Closeable {

  /**
   * @return the next row, or null at the end
   * @throws UnreadableContent when the content breaks off or cannot be told apart any more
   */
  Row next() throws IOException;

  @Override
  void close() throws IOException;
}

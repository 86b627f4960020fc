package io.retainer.toolkit;

import java.io.IOException;
import java.io.InputStream;

/** Opens the bytes of a text, anew each time. */
interface Bytes {
  InputStream open() throws IOException;
}

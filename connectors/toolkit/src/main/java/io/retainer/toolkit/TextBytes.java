package io.retainer.toolkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;

/** The bytes of a text, which are looked at once from end to end before they are read as text. */
final class TextBytes {

  private final Bytes bytes;
  private final TextHints hints;
  private Encoding encoding;
  private boolean mayHaveCommasInNumbers = true;

  TextBytes(Bytes bytes, TextHints hints) {
    this.bytes = bytes;
    this.hints = hints;
  }

  Bytes bytes() {
    return bytes;
  }

  /** The beginning, which may end within a character. */
  String decodeLeniently(byte[] beginning) throws IOException {
    Encoding seen = hints.charset().map(charset -> new Encoding(charset, 0)).orElse(null);
    if (seen == null) {
      seen = Encoding.ofBeginning(beginning, beginning.length);
    }
    int usable = beginning.length - seen.markLength();
    return seen.charset()
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(ByteBuffer.wrap(beginning, seen.markLength(), usable))
        .toString();
  }

  /** The text from its beginning, without a byte order mark, in the encoding all of it is in. */
  Reader open() throws IOException {
    look();
    InputStream in = bytes.open();
    try {
      in.skipNBytes(encoding.markLength());
      return new BufferedReader(
          new InputStreamReader(
              in,
              encoding
                  .charset()
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPLACE)),
          1 << 16);
    } catch (IOException | RuntimeException failure) {
      in.close();
      throw failure;
    }
  }

  /** Whether a cell between commas could be a number with a comma in it. */
  boolean mayHaveCommasInNumbers() throws IOException {
    look();
    return mayHaveCommasInNumbers;
  }

  private void look() throws IOException {
    if (encoding == null && hints.charset().isPresent()) {
      encoding = new Encoding(hints.charset().get(), 0);
    } else if (encoding == null) {
      var scan = new ByteScan();
      try (var in = bytes.open()) {
        encoding = Encoding.of(in, scan);
      }
      mayHaveCommasInNumbers =
          encoding.markLength() == 2 || scan.zeros() > 0 || scan.hasCommasInNumbers();
    }
  }
}

package io.retainer.toolkit;

import java.nio.charset.Charset;
import java.util.Optional;

/** What the user knows better about a delimited text than its bytes tell. */
public record TextHints(Optional<Charset> charset, Optional<Character> delimiter) {

  /** The bytes tell. */
  public static final TextHints NONE = new TextHints(Optional.empty(), Optional.empty());

  /** The same, and between its cells stands this character. */
  TextHints cutBy(char delimiter) {
    return new TextHints(charset, Optional.of(delimiter));
  }
}

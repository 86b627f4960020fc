package io.retainer.app.access;

/** Bytes in the letters that apps for one-time codes take (RFC 4648, without padding). */
final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte each : bytes) {
      buffer = buffer << 8 | each & 0xff;
      held += 8;
      while (held >= BITS) {
        held -= BITS;
        text.append(LETTERS.charAt(buffer >> held & 31));
      }
      buffer &= (1 << held) - 1;
    }
    if (held > 0) {
      text.append(LETTERS.charAt(buffer << BITS - held & 31));
    }
    return text.toString();
  }
}

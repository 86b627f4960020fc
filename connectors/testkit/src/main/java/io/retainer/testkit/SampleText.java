package io.retainer.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a sample, whatever it is written in. */
final class SampleText {

  private SampleText() {}

  /** Whether it is neither packed nor binary, nor a page, which has its end to be read for. */
  static boolean isText(byte[] bytes) {
    return !startsWith(bytes, 'P', 'K')
        && !startsWith(bytes, '<')
        && !startsWith(bytes, 0xEF, 0xBB, 0xBF, '<')
        && !startsWith(bytes, 0x1F, 0x8B)
        && !startsWith(bytes, 0xD0, 0xCF)
        && !startsWith(bytes, '%', 'P', 'D', 'F');
  }

  static String of(byte[] bytes) {
    String text = new String(bytes, charset(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Its encoding; one that keeps every byte when it is none of Unicode's. */
  static Charset charset(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static boolean startsWith(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}

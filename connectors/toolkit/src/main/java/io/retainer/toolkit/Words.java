package io.retainer.toolkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Texts compared as people read them: blanks, case and composition do not matter. */
final class Words {

  /** Where a long word may be broken: YouTube writes its German headings so. */
  private static final char SOFT_HYPHEN = 0xAD;

  private Words() {}

  /** Lines of a resource beside this class, without comments and blank ones. */
  static List<String> lines(String resource) {
    return lines(Words.class, resource);
  }

  static List<String> lines(Class<?> beside, String resource) {
    var in = beside.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("No resource " + resource + " beside " + beside.getName());
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(Words::trim)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Without blanks around, of whatever width, and without byte order marks. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isBlank(char c) {
    return c <= ' '
        || c == 0xA0
        || c == 0x202F
        || c >= 0x2000 && c <= 0x200B
        || c == 0x3000
        || c == 0xFEFF
        || c == 0x200E
        || c == 0x200F;
  }

  /** The form in which headings are compared. */
  static String normal(String text) {
    var normal = new StringBuilder(text.length());
    boolean blank = false;
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (isBlank(c)) {
        blank = normal.length() > 0;
      } else if (c != SOFT_HYPHEN) {
        if (blank) {
          normal.append(' ');
          blank = false;
        }
        normal.append(c == '\u2019' ? '\'' : c);
      }
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }
}

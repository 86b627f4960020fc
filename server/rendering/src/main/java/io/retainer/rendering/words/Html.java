package io.retainer.rendering.words;

/** Text inside HTML, SVG and their attributes. */
public final class Html {

  private Html() {}

  /** The text with everything that could become markup made harmless. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(isForbidden(c) ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }

  private static boolean isForbidden(char c) {
    return c < 0x20 && c != '\n' && c != '\t' && c != '\r';
  }
}

package io.retainer.rendering.chart;

import io.retainer.rendering.words.NoBreaks;
import java.util.stream.DoubleStream;

/** The last word of a text, which looks lost on a line of its own. */
public final class LastWord {

  private static final char NO_BREAK = '\u00a0';

  /** Lines are reckoned a little longer or shorter than they are set. */
  private static final double CAREFUL = 0.03;

  private LastWord() {}

  /**
   * The text as lines may not end within it, with its last word bound to the one before where it
   * would stand alone, if that takes no line more.
   *
   * @param size of the regular font, in points
   * @param width of a line, in points
   */
  public static String bound(Lettering lettering, String said, double size, double width) {
    String text = NoBreaks.in(said);
    int last = text.lastIndexOf(' ');
    if (last < 0 || !mayBeAlone(lettering, text, text.substring(0, last), size, width)) {
      return text;
    }
    String bound = text.substring(0, last) + NO_BREAK + text.substring(last + 1);
    int lines = TextLines.of(lettering, text, size, width);
    return TextLines.of(lettering, bound, size, width) == lines ? bound : text;
  }

  private static boolean mayBeAlone(
      Lettering lettering, String text, String before, double size, double width) {
    return DoubleStream.of(width * (1 - CAREFUL), width, width * (1 + CAREFUL))
        .anyMatch(
            each ->
                TextLines.of(lettering, before, size, each)
                    < TextLines.of(lettering, text, size, each));
  }
}

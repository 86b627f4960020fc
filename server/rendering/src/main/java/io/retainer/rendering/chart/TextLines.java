package io.retainer.rendering.chart;

/** How many lines a text takes, to reckon how high a page becomes before it is laid out. */
public final class TextLines {

  private TextLines() {}

  /**
   * @param size of the regular font, in points
   * @param width of a line, in points
   */
  public static int of(Lettering lettering, String text, double size, double width) {
    int lines = 0;
    for (String paragraph : text.split("\n")) {
      double used = 0;
      lines++;
      for (String word : paragraph.split("(?<=[ -])")) {
        double needed = lettering.widthOf(word.stripTrailing(), size);
        if (used > 0 && used + needed > width) {
          lines++;
          used = 0;
        }
        used += lettering.widthOf(word, size);
      }
    }
    return lines;
  }
}
